import { type Cooked, CookedBuilder } from "../text/cooked";
import type { Span } from "../text/edits";
import { skipSpace } from "./characters";
import type { Dockerfile } from "./types";

/** One line of the file; the span has no line ending. */
export interface Line extends Span {
  /** Where its first character that is not white space stands; the span's end on a blank line. */
  readonly content: number;
}

/** Takes the lines of a text one by one. Only LF ends a line here; CRs before it belong to the line ending. */
export class LineReader {
  constructor(
    readonly text: string,
    private position: number,
  ) {}

  /** Where the next line starts. */
  get offset(): number {
    return this.position;
  }

  next(): Line | undefined {
    const start = this.position;
    if (start >= this.text.length) return undefined;
    const newline = this.text.indexOf("\n", start);
    let end = newline < 0 ? this.text.length : newline;
    this.position = newline < 0 ? end : newline + 1;
    while (end > start && this.text.charCodeAt(end - 1) === 13) end--;
    return { start, end, content: skipSpace(this.text, start, end) };
  }
}

export function isBlank(line: Line): boolean {
  return line.content === line.end;
}

export function isComment(text: string, line: Line): boolean {
  return line.content < line.end && text.charCodeAt(line.content) === 35;
}

/** The lines of one instruction, joined as the builder joins them. */
export interface LogicalLine {
  /** From the first character that is not white space to the end of the last line that is not blank. */
  readonly span: Span;
  readonly cooked: Cooked;
  /** The comment lines that the builder leaves out. */
  readonly comments: readonly Span[];
}

/**
 * Reads on from an instruction's first line for as long as lines are continued. Comment lines and blank lines
 * in between are left out and do not end the instruction, not even at the end of the file.
 */
export function readLogicalLine(reader: LineReader, first: Line, escapeChar: Dockerfile["escape"]): LogicalLine {
  const { text } = reader;
  const builder = new CookedBuilder(text);
  const comments: Span[] = [];
  let lastEnd = first.end;
  let line: Line | undefined = first;
  let from = first.content;
  while (line) {
    if (isComment(text, line)) {
      comments.push({ start: line.content, end: line.end });
      lastEnd = line.end;
    } else if (!isBlank(line)) {
      lastEnd = line.end;
      const continued = continuationAt(text, from, line.end, escapeChar);
      builder.keep(from, continued ?? line.end);
      if (continued === undefined) break;
    }
    line = reader.next();
    if (line) from = line.start;
  }
  return { span: { start: first.content, end: lastEnd }, cooked: builder.build(), comments };
}

/**
 * Where the continuation character stands that ends the line; only blanks and tabs may follow it.
 * A doubled one is an escaped character and continues nothing.
 */
function continuationAt(text: string, start: number, end: number, escapeChar: string): number | undefined {
  let last = end - 1;
  while (last >= start && (text.charCodeAt(last) === 32 || text.charCodeAt(last) === 9)) last--;
  if (last < start || text[last] !== escapeChar) return undefined;
  if (last > start && text[last - 1] === escapeChar) return undefined;
  return last;
}

/** The line ending most lines have; LF when there are as many of both, or none. */
export function dominantEol(text: string): Dockerfile["eol"] {
  let balance = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) {
    balance += at > 0 && text.charCodeAt(at - 1) === 13 ? 1 : -1;
  }
  return balance > 0 ? "\r\n" : "\n";
}
