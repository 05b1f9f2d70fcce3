import type { Span } from "../text/edits";
import { readDirectives } from "./directives";
import { readInstruction } from "./instruction";
import { dominantEol, isBlank, isComment, LineReader, readLogicalLine } from "./lines";
import type { Dockerfile, Instruction, Problem } from "./types";

const byteOrderMark = 0xfeff;

/**
 * Reads a Dockerfile as BuildKit reads it, in time linear in its length. Never throws: what the builder would refuse
 * is named in `problems`, and reading goes on behind it.
 */
export function parseDockerfile(text: string): Dockerfile {
  const start = text.charCodeAt(0) === byteOrderMark ? 1 : 0;
  const { directives, escape: escapeChar, problems: directiveProblems, end } = readDirectives(text, start);
  const problems: Problem[] = [...directiveProblems];
  const instructions: Instruction[] = [];
  const comments: Span[] = [];
  const reader = new LineReader(text, end);
  for (let line = reader.next(); line; line = reader.next()) {
    if (isBlank(line)) continue;
    if (isComment(text, line)) comments.push({ start: line.content, end: line.end });
    else instructions.push(readInstruction(readLogicalLine(reader, line, escapeChar), reader, escapeChar, problems));
  }
  return { text, directives, escape: escapeChar, eol: dominantEol(text), instructions, comments, problems };
}
