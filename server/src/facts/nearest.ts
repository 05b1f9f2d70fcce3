/** The names that could have been meant, best first: one or two slips of the keyboard away, or the same words in another order. */
export function nearest(word: string, names: Iterable<string>, count = 5): string[] {
  const slips = word.length <= 4 ? 1 : word.length <= 12 ? 2 : 3;
  const found: { readonly name: string; readonly distance: number }[] = [];
  for (const name of names) {
    if (Math.abs(name.length - word.length) > slips || name === word) continue;
    const distance = editDistance(word, name, slips);
    if (distance <= slips) found.push({ name, distance });
  }
  return found
    .sort(
      (a, b) =>
        a.distance - b.distance ||
        commonPrefix(b.name, word) - commonPrefix(a.name, word) ||
        (a.name < b.name ? -1 : 1),
    )
    .slice(0, count)
    .map(({ name }) => name);
}

/** Insertions, deletions, replacements and swaps of neighbours; anything above `limit` is answered as `limit + 1`. */
export function editDistance(a: string, b: string, limit: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let best = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      current.push(cost);
      best = Math.min(best, cost);
    }
    if (best > limit) return limit + 1;
    before = last;
    last = current;
  }
  return last[b.length] ?? 0;
}

function commonPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
