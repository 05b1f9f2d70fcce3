import type { Span } from "../text/edits";

/** What stands at one place is told as one finding: a file of requirements may name many packages. */
export function groupedBySpan<T extends { readonly span: Span }>(items: readonly T[]): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = `${item.span.start} ${item.span.end}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()];
}
