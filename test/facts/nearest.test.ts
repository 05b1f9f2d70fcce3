import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editDistance } from "../../server/src/facts/nearest";

describe("the distance of two words", () => {
  it.each([
    ["libpq-dev", "libpq-dev", 0],
    ["libpq-dev", "libq-dev", 1],
    ["libpq-dev", "lipbq-dev", 1],
    ["curl", "crul", 1],
    ["build-base", "buildbase", 1],
    ["zlib", "zlibs1", 2],
  ])("%s, %s", (a, b, slips) => {
    expect(editDistance(a, b, 3)).toBe(slips);
  });

  it("is that of the whole table of the textbook, up to the limit", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "-"), maxLength: 9 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 1, max: 3 }), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(textbook(a, b), limit + 1));
      }),
    );
  });
});

/** Insertions, deletions, replacements, swaps of neighbours ("optimal string alignment"), without any short cut. */
function textbook(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, row) =>
    Array.from({ length: b.length + 1 }, (_, column) => row + column),
  );
  const at = (row: number, column: number) => table[row]?.[column] ?? 0;
  for (let row = 1; row <= a.length; row++)
    for (let column = 1; column <= b.length; column++) {
      const change = a[row - 1] === b[column - 1] ? 0 : 1;
      let cost = Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + change);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        cost = Math.min(cost, at(row - 2, column - 2) + 1);
      const line = table[row];
      if (line) line[column] = cost;
    }
  return at(a.length, b.length);
}
