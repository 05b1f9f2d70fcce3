import { ErrorCodes, LSPErrorCodes, ResponseError } from "vscode-languageserver/node";

/** Requests we do not answer, each with the reason as a user may read it. */
export const refuse = {
  notOpen: (uri: string) => new ResponseError(ErrorCodes.InvalidParams, `The file is not open in the editor: ${uri}`),
  changed: () =>
    new ResponseError(
      LSPErrorCodes.ContentModified,
      "The Dockerfile was changed after this was offered. Ask for it again.",
    ),
  unknownLevel: (level: unknown, known: readonly string[]) =>
    new ResponseError(
      ErrorCodes.InvalidParams,
      `There is no level ${JSON.stringify(level)}. The levels are ${known.join(", ")}.`,
    ),
  cancelled: () => new ResponseError(LSPErrorCodes.RequestCancelled, "Cancelled."),
  failed: (error: unknown) =>
    new ResponseError(ErrorCodes.InternalError, error instanceof Error ? error.message : String(error)),
};
