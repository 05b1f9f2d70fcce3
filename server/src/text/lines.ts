import type { Span } from "./edits";

/** Zero-based line, and UTF-16 units from the start of that line. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/**
 * Offsets of a text as lines and characters, and back. A line ends with LF, CRLF or a lone CR, as editors count them.
 * What lies outside the text is moved to the nearest place inside it.
 */
export class LineIndex {
  private readonly starts: readonly number[];

  constructor(private readonly text: string) {
    const starts = [0];
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
    }
    this.starts = starts;
  }

  /** At least 1: the empty text has one empty line. */
  get lineCount(): number {
    return this.starts.length;
  }

  /** An offset inside a line ending gives the end of its line. */
  positionAt(offset: number): Position {
    const inside = clamp(offset, 0, this.text.length);
    const line = this.lineAt(inside);
    const { start, end } = this.lineSpan(line);
    return { line, character: Math.min(inside, end) - start };
  }

  /** A character behind the end of its line gives the end of that line, before its line ending. */
  offsetAt({ line, character }: Position): number {
    if (line < 0) return 0;
    if (line >= this.lineCount) return this.text.length;
    const { start, end } = this.lineSpan(line);
    return clamp(start + character, start, end);
  }

  /** The line without its line ending. */
  lineSpan(line: number): Span {
    const inside = clamp(line, 0, this.lineCount - 1);
    const start = this.starts[inside] ?? 0;
    let end = this.starts[inside + 1] ?? this.text.length;
    if (inside + 1 < this.lineCount) {
      end--;
      if (end > start && this.text.charCodeAt(end) === 10 && this.text.charCodeAt(end - 1) === 13) end--;
    }
    return { start, end };
  }

  private lineAt(offset: number): number {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
