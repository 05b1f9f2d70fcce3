import type { CodeLens } from "vscode-languageserver/node";
import { toRange } from "../lsp";
import type { Client } from "./client";
import type { Snapshot } from "./snapshot";

/** The verdict above the FROM of the image, which starts a conversion where the editor has a command for it. */
export function codeLenses({ analysis, lines, uri }: Snapshot, client: Client): CodeLens[] {
  const verdict = analysis.verdict();
  if (!verdict) return [];
  const { kind, span, text } = verdict;
  const title = `Alpine: ${text}`;
  // What is to stay has nothing to start.
  const name = kind === "stay" ? undefined : client.convertCommand;
  const command = name === undefined ? { title, command: "" } : { title, command: name, arguments: [uri] };
  return [{ range: toRange(span, lines), command }];
}
