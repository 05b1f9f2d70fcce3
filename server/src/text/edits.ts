/** A half-open range of UTF-16 offsets into the document. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Replaces the text of `span`; an empty span inserts. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** Sorted by position; insertions at the same place keep their order. */
export function sortEdits(edits: readonly TextEdit[]): TextEdit[] {
  return edits
    .map((edit, order) => ({ edit, order }))
    .sort((a, b) => a.edit.span.start - b.edit.span.start || a.edit.span.end - b.edit.span.end || a.order - b.order)
    .map(({ edit }) => edit);
}

/** One ARG may stand in several FROMs, and one list of packages in several installations: the same edit counts once. */
export function distinctEdits(edits: readonly TextEdit[]): TextEdit[] {
  const seen = new Set<string>();
  return edits.filter(({ span, newText }) => {
    const key = `${span.start} ${span.end} ${newText}`;
    if (span.start !== span.end && seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Two edits whose spans overlap: a bug of the caller, never repaired silently. */
export class OverlappingEdits extends Error {}

/**
 * Applies disjoint edits; everything outside their spans stays equal byte by byte.
 * @throws OverlappingEdits when two spans overlap or one lies outside the text.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = "";
  let position = 0;
  for (const { span, newText } of sortEdits(edits)) {
    if (span.start < position || span.end < span.start || span.end > text.length) {
      throw new OverlappingEdits(`edit at ${span.start}-${span.end} overlaps the one that ends at ${position}`);
    }
    result += text.slice(position, span.start) + newText;
    position = span.end;
  }
  return result + text.slice(position);
}

/** The one span lies within the other, or is the same. */
export function encloses(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

export function contains(outer: Span, offset: number): boolean {
  return outer.start <= offset && offset < outer.end;
}
