import type { Table } from "./table";

/**
 * The keys of a table that could have been meant, best first, at most five: up to three slips of the keyboard away.
 * Only those with the same first letter, which people rarely get wrong; that keeps the walk short.
 * @param accept asked for the near ones only, as it may be dear.
 */
export function nearest(word: string, table: Table, accept: (name: string) => boolean = () => true): string[] {
  const slips = word.length <= 4 ? 1 : word.length <= 12 ? 2 : 3;
  return table
    .keys(word.slice(0, 1), word.length - slips, word.length + slips)
    .filter((name) => sharesLetters(word, name, slips))
    .map((name) => ({ name, distance: editDistance(word, name, slips) }))
    .filter(({ name, distance }) => distance > 0 && distance <= slips && accept(name))
    .sort(
      (a, b) =>
        a.distance - b.distance ||
        commonPrefix(b.name, word) - commonPrefix(a.name, word) ||
        (a.name < b.name ? -1 : 1),
    )
    .slice(0, 5)
    .map(({ name }) => name);
}

/** A cheap test before the dear one: each slip takes at most one letter away and brings at most one. */
function sharesLetters(a: string, b: string, slips: number): boolean {
  let strange = letters(a) ^ letters(b);
  for (let count = 0; strange !== 0; count++) {
    if (count === 2 * slips) return false;
    strange &= strange - 1;
  }
  return true;
}

/** The characters that occur, as bits; digits and signs share theirs with letters. */
function letters(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
}

/** Insertions, deletions, replacements and swaps of neighbours; anything above `limit` is answered as `limit + 1`. */
export function editDistance(a: string, b: string, limit: number): number {
  const width = b.length + 1;
  // Three rows of the usual table, used in turn.
  const cells = new Uint16Array(3 * width);
  for (let column = 0; column < width; column++) cells[column] = column;
  for (let row = 1; row <= a.length; row++) {
    const current = (row % 3) * width;
    const last = ((row + 2) % 3) * width;
    const before = ((row + 1) % 3) * width;
    cells[current] = row;
    let best = row;
    for (let column = 1; column < width; column++) {
      const same = a.charCodeAt(row - 1) === b.charCodeAt(column - 1);
      let cost = Math.min(
        (cells[last + column] ?? 0) + 1,
        (cells[current + column - 1] ?? 0) + 1,
        (cells[last + column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped =
        row > 1 &&
        column > 1 &&
        a.charCodeAt(row - 1) === b.charCodeAt(column - 2) &&
        a.charCodeAt(row - 2) === b.charCodeAt(column - 1);
      if (swapped) cost = Math.min(cost, (cells[before + column - 2] ?? 0) + 1);
      cells[current + column] = cost;
      best = Math.min(best, cost);
    }
    if (best > limit) return limit + 1;
  }
  return cells[(a.length % 3) * width + b.length] ?? 0;
}

function commonPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
