import fc from "fast-check";
import { expect, it } from "vitest";
import { differenceOf } from "../../server/src/text/difference";
import { applyEdits } from "../../server/src/text/edits";

const lines = fc.array(fc.constantFrom("a\n", "b\n", "\n", "a\r\n", "c"), { maxLength: 12 }).map((all) => all.join(""));

it("leads from any text to any other", () => {
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      expect(applyEdits(before, differenceOf(before, after))).toBe(after);
    }),
  );
});

it("leaves the lines alone that are equal", () => {
  expect(differenceOf("a\nb\nc\nd\n", "a\nB\nc\nd\ne\n")).toEqual([
    { span: { start: 2, end: 4 }, newText: "B\n" },
    { span: { start: 8, end: 8 }, newText: "e\n" },
  ]);
});

it("finds nothing between equal texts", () => {
  expect(differenceOf("a\r\nb", "a\r\nb")).toEqual([]);
});
