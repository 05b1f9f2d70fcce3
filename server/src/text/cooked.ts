import type { Span } from "./edits";

/** One run of cooked characters that stand side by side in the document. */
export interface Piece {
  /** First offset of the run in the cooked text. */
  readonly cooked: number;
  /** First offset of the run in the document. */
  readonly source: number;
  readonly length: number;
}

/**
 * Text with parts of the document left out (line continuations, comment lines, blank lines),
 * and the table that leads back to the document.
 */
export class Cooked {
  constructor(
    readonly text: string,
    private readonly pieces: readonly Piece[],
    /** Where the document goes on after the last piece. */
    private readonly sourceEnd: number,
  ) {}

  /** The document offset of the cooked character at `offset`; the end of the text maps behind its last character. */
  toSource(offset: number): number {
    const piece = this.pieceAt(offset);
    if (!piece) return this.sourceEnd;
    return piece.source + Math.min(offset - piece.cooked, piece.length);
  }

  /** The document range of the cooked range: from its first character to just behind its last one. */
  toSourceSpan(start: number, end: number): Span {
    if (end <= start) {
      const at = this.toSource(start);
      return { start: at, end: at };
    }
    return { start: this.toSource(start), end: this.toSource(end - 1) + 1 };
  }

  /** The last piece that starts at or before `offset`. */
  private pieceAt(offset: number): Piece | undefined {
    let low = 0;
    let high = this.pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.pieces[middle] as Piece).cooked <= offset) low = middle + 1;
      else high = middle;
    }
    return this.pieces[low - 1];
  }
}
