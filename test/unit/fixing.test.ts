import { describe, expect, it } from "vitest";
import type { Finding, Fix, Safety } from "../../server/src/alpinize";
import { fixAll, fixOf } from "../../server/src/fixing";

const finding = (rule: string, start: number, fix: (() => Fix) | undefined): Finding => ({
  rule,
  severity: "warning",
  span: { start, end: start },
  message: rule,
  fix,
});

/** Finds each occurrence of `from` and replaces it. */
const replacing =
  (from: string, to: string, safety: Safety = "safe") =>
  (text: string): Finding[] =>
    [...text.matchAll(new RegExp(from, "g"))].map(({ index }) => {
      const edits = [{ span: { start: index, end: index + from.length }, newText: to }];
      return finding(`${from}-to-${to}`, index, () => ({ title: `${from} to ${to}`, safety, edits }));
    });

const all =
  (...rules: ((text: string) => Finding[])[]) =>
  (text: string) =>
    rules.flatMap((rule) => rule(text));

describe("fixAll", () => {
  it("goes on until nothing is found any more, and tells each fix", () => {
    const { text, applied } = fixAll("a a", all(replacing("a", "b"), replacing("b", "c")), ["safe"]);
    expect(text).toBe("c c");
    expect(applied.map(({ title }) => title)).toEqual(["a to b", "a to b", "b to c", "b to c"]);
  });

  it("leaves a fix that overlaps another, or only meets it, to the next round", () => {
    expect(fixAll("abc", all(replacing("ab", "x"), replacing("bc", "y")), ["safe"]).text).toBe("xc");
    const insert = (rule: string) => (text: string) =>
      text.includes(rule)
        ? []
        : [
            finding(rule, 1, () => ({
              title: rule,
              safety: "safe",
              edits: [{ span: { start: 1, end: 1 }, newText: rule }],
            })),
          ];
    expect(fixAll("-|", all(insert("x"), insert("y")), ["safe"])).toEqual({
      text: "-yx|",
      applied: [
        { rule: "x", title: "x" },
        { rule: "y", title: "y" },
      ],
    });
  });

  it("applies the kinds it is asked for", () => {
    const rules = all(replacing("a", "b"), replacing("c", "d", "review"));
    expect(fixAll("a c", rules, ["safe"]).text).toBe("b c");
    expect(fixAll("a c", rules, ["safe", "review"]).text).toBe("b d");
  });

  it("comes to an end when two rules undo each other", () => {
    const { text } = fixAll("a", all(replacing("a", "b"), replacing("b", "a")), ["safe"]);
    expect(text).toMatch(/^[ab]$/);
  });

  it("loses a fix that fails and no other", () => {
    const failing = () => [
      finding("broken", 0, () => {
        throw new Error("broken");
      }),
    ];
    expect(fixAll("a", all(failing, replacing("a", "b")), ["safe"]).text).toBe("b");
  });
});

it("has no fix for what cannot be fixed", () => {
  expect(fixOf(finding("none", 0, undefined))).toBeUndefined();
});
