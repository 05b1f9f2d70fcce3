import type { InitializeParams, MarkupKind } from "vscode-languageserver/node";

/** What the editor at the other end can do, as far as we act on it. */
export interface Client {
  /** It asks for diagnostics; to all others they are sent. */
  readonly pullsDiagnostics: boolean;
  /** It asks again when we say that what it has is no longer right. */
  readonly refreshesDiagnostics: boolean;
  readonly showsCodeDescription: boolean;
  readonly hover: MarkupKind;
  /** It shows a few words beside each proposal of a completion. */
  readonly showsLabelDetails: boolean;
  /** False for editors that only know commands: they get no code actions. */
  readonly takesCodeActions: boolean;
  /** It asks for an action's edits when the user has chosen it. */
  readonly resolvesEdits: boolean;
  readonly showsDisabledActions: boolean;
  /** It takes edits that name the version of the document they were made for. */
  readonly takesVersionedEdits: boolean;
  readonly watchesFiles: boolean;
  readonly changesFolders: boolean;
  /** It asks for lenses again when we say that they are no longer right. */
  readonly refreshesLenses: boolean;
  /** Its command that converts the document it is given, for lenses. */
  readonly convertCommand: string | undefined;
  /** It answers what its user has set. */
  readonly hasSettings: boolean;
  /** It says when a setting changes, once it is asked to. */
  readonly tellsSettings: boolean;
}

export function readClient({ capabilities, initializationOptions }: InitializeParams): Client {
  const { textDocument, workspace } = capabilities;
  const actions = textDocument?.codeAction;
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    showsCodeDescription:
      (textDocument?.diagnostic?.codeDescriptionSupport ?? textDocument?.publishDiagnostics?.codeDescriptionSupport) ===
      true,
    hover: textDocument?.hover?.contentFormat?.[0] ?? "plaintext",
    showsLabelDetails: textDocument?.completion?.completionItem?.labelDetailsSupport === true,
    takesCodeActions: actions?.codeActionLiteralSupport !== undefined,
    resolvesEdits: actions?.dataSupport === true && actions.resolveSupport?.properties.includes("edit") === true,
    showsDisabledActions: actions?.disabledSupport === true,
    takesVersionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    changesFolders: workspace?.workspaceFolders === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    convertCommand: convertCommandIn(initializationOptions),
    hasSettings: workspace?.configuration === true,
    tellsSettings: workspace?.didChangeConfiguration?.dynamicRegistration === true,
  };
}

function convertCommandIn(options: unknown): string | undefined {
  const isOurs = typeof options === "object" && options !== null && "convertCommand" in options;
  return isOurs && typeof options.convertCommand === "string" ? options.convertCommand : undefined;
}

/** The folders the editor has opened, as URIs. */
export function openedFolders({ workspaceFolders, rootUri }: InitializeParams): string[] {
  return workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
}
