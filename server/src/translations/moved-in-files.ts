import type { Span } from "../text/edits";
import { containerTexts } from "./container-scripts";
import { movesOf } from "./layout";
import type { StageContext } from "./translation";

/** Scripts and settings of the user's that name a path of Debian's which Alpine has elsewhere: nothing changes them. */
export function movedInFiles(context: StageContext): { readonly span: Span; readonly message: string }[] {
  const moves = movesOf(context.stage, context);
  if (moves.length === 0) return [];
  const found = new Map<string, { span: Span; message: string }>();
  for (const { path = "The file", text, instruction } of containerTexts(context)) {
    for (const [at, line] of text.split("\n").entries()) {
      if (/^\s*[#;]/.test(line)) continue;
      for (const { from, to } of moves) {
        for (const [named] of line.matchAll(from)) {
          const message = `names \`${named}\`, which is \`${named.replace(from, to)}\` on Alpine. Change the file.`;
          const key = `${path} ${named}`;
          if (!found.has(key))
            found.set(key, { span: instruction.span, message: `${path} (line ${at + 1}) ${message}` });
        }
      }
    }
  }
  return [...found.values()];
}
