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
    /** In order, without gaps in the cooked text, none of them empty. */
    private readonly pieces: readonly Piece[],
    /** Where the document goes on after the last piece. */
    private readonly sourceEnd: number,
  ) {}

  /** The document offset of the cooked character at `offset`; the end of the text maps behind its last character. */
  toSource(offset: number): number {
    const piece = this.pieces[this.indexAt(offset)];
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

  /** The cooked text from `start` to `end` (both within the text), leading to the same places in the document. */
  slice(start: number, end: number): Cooked {
    const { start: sourceStart, end: sourceEnd } = this.toSourceSpan(start, end);
    if (end <= start) return new Cooked("", [], sourceStart);
    const pieces: Piece[] = [];
    for (let index = this.indexAt(start); index < this.pieces.length; index++) {
      const piece = this.pieces[index] as Piece;
      if (piece.cooked >= end) break;
      const from = Math.max(piece.cooked, start);
      const to = Math.min(piece.cooked + piece.length, end);
      pieces.push({ cooked: from - start, source: piece.source + from - piece.cooked, length: to - from });
    }
    return new Cooked(this.text.slice(start, end), pieces, sourceEnd);
  }

  /** The same without the characters at these offsets, which are in order. */
  without(offsets: readonly number[]): Cooked {
    const parts = [...offsets, this.text.length].map((end, at) => {
      const start = at === 0 ? 0 : (offsets[at - 1] ?? 0) + 1;
      return this.slice(start, end);
    });
    const pieces: Piece[] = [];
    let text = "";
    for (const part of parts) {
      for (const piece of part.pieces) pieces.push({ ...piece, cooked: piece.cooked + text.length });
      text += part.text;
    }
    return new Cooked(text, pieces, this.sourceEnd);
  }

  /** Index of the last piece that starts at or before `offset`; -1 when there is none. */
  private indexAt(offset: number): number {
    let low = 0;
    let high = this.pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.pieces[middle] as Piece).cooked <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

/** Puts cooked text together from ranges of one document, given in order. */
export class CookedBuilder {
  private text = "";
  private readonly pieces: Piece[] = [];
  private sourceEnd = 0;

  constructor(private readonly document: string) {}

  /** Keeps the document's text from `start` to `end`. */
  keep(start: number, end: number): void {
    this.sourceEnd = end;
    if (end <= start) return;
    this.pieces.push({ cooked: this.text.length, source: start, length: end - start });
    this.text += this.document.slice(start, end);
  }

  build(): Cooked {
    return new Cooked(this.text, this.pieces, this.sourceEnd);
  }
}
