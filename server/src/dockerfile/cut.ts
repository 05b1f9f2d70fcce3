import { encloses, type Span, type TextEdit } from "../text/edits";
import type { Dockerfile, Instruction } from "./types";

/**
 * Takes a range out of an instruction and keeps the comment lines inside it.
 * @param more whether the instruction goes on behind the range: then the line before a kept comment still needs its continuation.
 */
export function cut(file: Dockerfile, instruction: Instruction, range: Span, more: boolean): TextEdit[] {
  const { text } = file;
  const { start, end } = range;
  const comments = instruction.comments.filter((comment) => encloses(range, comment));
  if (comments.length === 0) return start === end ? [] : [{ span: { start, end }, newText: "" }];

  const lines = comments.map((comment) => ({
    start: lineStart(text, comment.start),
    end: nextLine(text, comment.end),
  }));
  const edits: TextEdit[] = [];
  let from = start;
  for (const [index, line] of lines.entries()) {
    edits.push(
      index === 0
        ? beforeComment(file, start, line.start, more)
        : { span: { start: from, end: line.start }, newText: "" },
    );
    from = line.end;
  }
  if (more) {
    edits.push(behindComments(file, from, end));
  } else {
    const lastComment = comments.at(-1) as Span;
    // A continuation that the file breaks off behind would become part of the comment.
    const breaksOff = text.slice(end, instruction.span.end).trim() === file.escape;
    edits.push({ span: { start: lastComment.end, end: breaksOff ? instruction.span.end : end }, newText: "" });
  }
  return edits.filter(({ span, newText }) => span.end > span.start || newText !== "");
}

/**
 * The end of a cut, on lines of their own behind comments: nothing is left of a line whose words are all gone, and what follows
 * on the last line keeps its indentation.
 */
function behindComments({ text, escape: escapeChar }: Dockerfile, from: number, end: number): TextEdit {
  const line = Math.max(lineStart(text, end), from);
  const behind = text.slice(end, nextLine(text, end));
  if (behind.trim() === escapeChar && nextLine(text, end) < text.length)
    return { span: { start: from, end: nextLine(text, end) }, newText: "" };
  const before = text.slice(line, end);
  if (before.trim() === "") return { span: { start: from, end: line }, newText: "" };
  const indent = /^[ \t]*/.exec(before)?.[0] || "    ";
  return { span: { start: from, end }, newText: /^[ \t]/.test(behind) ? indent.slice(1) : indent };
}

/** Ends the line that holds `start`, so that the comment line that follows stays a line of its own. */
function beforeComment(file: Dockerfile, start: number, end: number, more: boolean): TextEdit {
  const { text, escape: escapeChar, eol } = file;
  const line = lineStart(text, start);
  if (text.slice(line, start).trim() === "") return { span: { start: line, end }, newText: "" };
  const kept = line + text.slice(line, start).trimEnd().length;
  return { span: { start: Math.max(kept, line), end }, newText: more ? ` ${escapeChar}${eol}` : eol };
}

export function lineStart(text: string, offset: number): number {
  const at = text.lastIndexOf("\n", offset - 1) + 1;
  return at === 0 && text.startsWith("\uFEFF") ? 1 : at;
}

/** The offset just behind the line ending of the line that holds `offset`. */
export function nextLine(text: string, offset: number): number {
  const at = text.indexOf("\n", offset);
  return at < 0 ? text.length : at + 1;
}

/** Lines behind the one that holds `offset`, which may be a last one that nothing ends. */
export function linesBehind({ text, eol }: Dockerfile, offset: number, lines: string): TextEdit {
  const at = nextLine(text, offset);
  const isEnded = at === 0 || text[at - 1] === "\n";
  return { span: { start: at, end: at }, newText: isEnded ? lines : `${eol}${lines}` };
}

/**
 * Takes a whole instruction out, with its lines; its comment lines stay where they are.
 * A blank line on both sides becomes one.
 */
export function cutInstruction(file: Dockerfile, instruction: Instruction): TextEdit[] {
  const { text } = file;
  const start = lineStart(text, instruction.span.start);
  let end = nextLine(text, instruction.span.end);
  const comments = [...instruction.comments, ...heredocComments(file, instruction)];
  if (comments.length === 0) {
    const blankBefore = start === 0 || /\n[ \t]*\r?\n$/.test(text.slice(0, start));
    const blankAfter = /^[ \t]*\r?\n/.exec(text.slice(end));
    if (blankBefore && blankAfter) end += blankAfter[0].length;
    return [{ span: { start, end }, newText: "" }];
  }
  const edits: TextEdit[] = [];
  let from = start;
  for (const comment of comments) {
    edits.push({ span: { start: from, end: lineStart(text, comment.start) }, newText: "" });
    from = nextLine(text, comment.end);
  }
  edits.push({ span: { start: from, end }, newText: "" });
  return edits.filter(({ span }) => span.end > span.start);
}

/** Comment lines in the heredocs of a RUN, which are the shell's. */
function heredocComments({ text }: Dockerfile, { heredocs, trigger }: Instruction): Span[] {
  return (trigger?.heredocs ?? heredocs).flatMap(({ bodySpan: { start, end } }) =>
    [...text.slice(start, end).matchAll(/^[ \t]*#.*$/gm)].map(({ 0: line, index }) => ({
      start: start + index,
      end: start + index + line.trimEnd().length,
    })),
  );
}

/** Turns a whole instruction into comment lines. */
export function commentOut({ text }: Dockerfile, { span }: Instruction): TextEdit[] {
  const edits: TextEdit[] = [];
  for (let at = lineStart(text, span.start); at < span.end; at = nextLine(text, at)) {
    if (/^\s*#/.test(text.slice(at, nextLine(text, at)))) continue;
    edits.push({ span: { start: at, end: at }, newText: "# " });
    if (nextLine(text, at) === text.length) break;
  }
  return edits;
}
