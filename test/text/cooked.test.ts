import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Cooked, CookedBuilder } from "../../server/src/text/cooked";

const document = "RUN a \\\n  b\\\nc";

/** "RUN a " + "  b" + "c" */
function cooked(): Cooked {
  const builder = new CookedBuilder(document);
  builder.keep(0, 6);
  builder.keep(8, 11);
  builder.keep(11, 11);
  builder.keep(13, 14);
  return builder.build();
}

describe("Cooked", () => {
  it("leads back to the document", () => {
    const { text } = cooked();
    expect(text).toBe("RUN a   bc");
    expect(cooked().toSource(5)).toBe(5);
    expect(cooked().toSource(6)).toBe(8);
    expect(cooked().toSource(9)).toBe(13);
    expect(cooked().toSource(10)).toBe(14);
  });

  it("gives ranges from the first to just behind the last character", () => {
    expect(cooked().toSourceSpan(4, 5)).toEqual({ start: 4, end: 5 });
    expect(cooked().toSourceSpan(8, 10)).toEqual({ start: 10, end: 14 });
    expect(cooked().toSourceSpan(8, 9)).toEqual({ start: 10, end: 11 });
    expect(cooked().toSourceSpan(9, 9)).toEqual({ start: 13, end: 13 });
  });

  it("slices to text that leads to the same places", () => {
    const position = fc.integer({ min: 0, max: 10 });
    fc.assert(
      fc.property(position, position, (a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        const whole = cooked();
        const part = whole.slice(start, end);
        expect(part.text).toBe(whole.text.slice(start, end));
        expect(part.toSourceSpan(0, part.text.length)).toEqual(whole.toSourceSpan(start, end));
        expect(part.toSource(part.text.length)).toBe(whole.toSourceSpan(start, end).end);
        for (let at = 0; at < part.text.length; at++) expect(part.toSource(at)).toBe(whole.toSource(start + at));
      }),
    );
  });

  it("knows where it stands when it is empty", () => {
    const empty = cooked().slice(9, 9);
    expect(empty.text).toBe("");
    expect(empty.toSource(0)).toBe(13);
  });
});
