import { diffArrays } from "diff";
import type { TextEdit } from "./edits";

/** Disjoint edits of whole lines that lead from `before` to `after`. */
export function differenceOf(before: string, after: string): TextEdit[] {
  const edits: TextEdit[] = [];
  let offset = 0;
  let open: { start: number; newText: string } | undefined;
  const close = () => {
    if (open) edits.push({ span: { start: open.start, end: offset }, newText: open.newText });
    open = undefined;
  };
  for (const { value, added, removed } of diffArrays(linesOf(before), linesOf(after))) {
    const text = value.join("");
    if (!added && !removed) close();
    else open ??= { start: offset, newText: "" };
    if (added && open) open.newText += text;
    else offset += text.length;
  }
  close();
  return edits;
}

/** Each line with its ending. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}
