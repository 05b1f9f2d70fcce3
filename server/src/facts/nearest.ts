import type { Table } from "./table";

/**
 * The keys of a table that could have been meant, best first, at most five: up to three slips of the keyboard away.
 * People rarely get the first letter wrong, in `lib...` the fourth neither: that keeps the walk over thousands short.
 * @param accept asked for the near ones only, as it may be dear.
 */
export function nearest(word: string, table: Table, accept: (name: string) => boolean = () => true): string[] {
  const slips = word.length <= 4 ? 1 : word.length <= 12 ? 2 : 3;
  const stem = word.startsWith("lib") ? 3 : 0;
  const startsAlike = (name: string) =>
    name[stem] === word[stem] || name[stem] === word[stem + 1] || name[stem + 1] === word[stem];
  return table
    .keys(word.slice(0, stem || 1), word.length - slips, word.length + slips)
    .filter(startsAlike)
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

/** Insertions, deletions, replacements and swaps of neighbours; anything above `limit` is answered as `limit + 1`. */
export function editDistance(a: string, b: string, limit: number): number {
  // What both begin and end with costs nothing, and is most of two names of the same family.
  const head = commonPrefix(a, b);
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return distance(a.slice(head, a.length - tail), b.slice(head, b.length - tail), limit);
}

function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  if (a === "" || b === "") return a.length + b.length;
  const width = b.length + 1;
  // Three rows of the usual table, used in turn; only the cells near its diagonal can stay within the limit.
  const cells = new Uint16Array(3 * width).fill(limit + 1);
  for (let column = 0; column < width; column++) cells[column] = column;
  for (let row = 1; row <= a.length; row++) {
    const current = (row % 3) * width;
    const last = ((row + 2) % 3) * width;
    const before = ((row + 1) % 3) * width;
    const from = Math.max(1, row - limit);
    cells.fill(limit + 1, current, current + width);
    if (from === 1) cells[current] = row;
    let best = limit + 1;
    for (let column = from; column <= Math.min(b.length, row + limit); column++) {
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
  return Math.min(limit + 1, cells[(a.length % 3) * width + b.length] ?? 0);
}

function commonPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
