import { lineStart } from "../dockerfile/cut";
import type { Dockerfile } from "../dockerfile/types";
import type { TextEdit } from "../text/edits";
import type { StageStop } from "./stage";

/** `# alpinize: ...` above each instruction that could not be converted as a whole; not a second time where it stands already. */
export function commentAbove(file: Dockerfile, stops: readonly StageStop[]): TextEdit[] {
  const { text, eol } = file;
  const byLine = new Map<number, string[]>();
  for (const { instruction, message, leftOut } of stops) {
    const at = lineStart(text, instruction.span.start);
    const said = leftOut === undefined ? message : `left out: ${oneLine(leftOut)} (${message})`;
    const line = `# alpinize: ${oneLine(said)}`;
    const lines = byLine.get(at) ?? [];
    if (!lines.includes(line) && !text.slice(0, at).includes(`${line}${eol}`)) lines.push(line);
    byLine.set(at, lines);
  }
  return [...byLine].flatMap(([at, lines]) => {
    const newText = lines.map((line) => line + eol).join("");
    return newText === "" ? [] : [{ span: { start: at, end: at }, newText }];
  });
}

/** A comment ends with its line. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
