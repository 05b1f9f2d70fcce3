import { type CompletionItem, CompletionItemKind, type CompletionList } from "vscode-languageserver/node";
import { toRange } from "../lsp";
import type { Client } from "./client";
import type { Snapshot } from "./snapshot";

/** What ends a word for an editor and goes on with one for us: names of packages and tags of images hold these. */
export const triggerCharacters = [":", "-", ".", "+", "_", "/"];

const kinds = {
  package: CompletionItemKind.Module,
  image: CompletionItemKind.File,
  stage: CompletionItemKind.Reference,
} as const;

export function complete(snapshot: Snapshot, client: Client, offset: number): CompletionList | null {
  const found = snapshot.analysis.complete(offset);
  if (!found) return null;
  const range = toRange(found.span, snapshot.lines);
  const width = String(found.proposals.length).length;
  const items = found.proposals.map(
    ({ label, kind, detail }, index): CompletionItem => ({
      label,
      kind: kinds[kind],
      detail,
      // Editors show the detail of the chosen item only; the size should stand beside each.
      ...(client.showsLabelDetails && { labelDetails: { description: detail } }),
      sortText: String(index).padStart(width, "0"),
      textEdit: { range, newText: label },
    }),
  );
  return { isIncomplete: found.isCut, items };
}
