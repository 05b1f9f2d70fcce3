import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { validate } from "dockerfile-utils";
import { describe, expect, it } from "vitest";
import { fixAll } from "../../server/src/fixing";
import { rules } from "../../server/src/rules";
import { findingsOf } from "./analyze";

const source = (room: string, name: string) =>
  fileURLToPath(new URL(`../../server/src/${room}/${name}.ts`, import.meta.url));
const errors = (text: string) => validate(text).filter(({ severity }) => severity === 1);

describe.each(rules.map((rule) => [rule.name, rule] as const))("%s", (name, rule) => {
  it("names a flaw in words joined by hyphens, as its file does", () => {
    expect(name).toMatch(/^[a-z]+(-[a-z]+)+$/);
    expect(existsSync(source(rule.hazard ? "hazards" : "rules", name))).toBe(true);
  });

  it.each(rule.examples.map((example, index) => [index + 1, example] as const))(
    "is found in example %i, once or more",
    (_, { before, files }) => {
      const findings = findingsOf(before, name, files);
      expect(findings.length).toBeGreaterThan(0);
      for (const { message, span } of findings) {
        expect(message).toMatch(/^[A-Z`$./\w].*[.?]$/s);
        expect(sentences(message)).toBeLessThanOrEqual(2);
        expect(before.slice(span.start, span.end)).not.toBe("");
      }
      if (rule.fix === "none") expect(findings.filter(({ fix }) => fix)).toEqual([]);
    },
  );

  it.each(
    rule.examples.filter(({ after }) => after !== undefined).map((example, index) => [index + 1, example] as const),
  )("is repaired in example %i", (_, { before, after = "", files }) => {
    const repaired = fixAll(before, (text) => findingsOf(text, name, files), ["safe", "review"]).text;
    expect(repaired).toBe(after);
    expect(findingsOf(after, name, files)).toEqual([]);
    expect(errors(after)).toEqual([]);
  });

  it.each(rule.leftAlone.map((alike) => [alike.why, alike] as const))("is not found when %s", (_, { text, files }) => {
    expect(findingsOf(text, name, files)).toEqual([]);
    expect(errors(text)).toEqual([]);
  });
});

it("each name is used once", () => {
  const names = rules.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

/** Full stops inside names, paths and code do not count. */
function sentences(message: string): number {
  return message.replace(/`[^`]*`/g, "code").match(/[.?](?=\s|$)/g)?.length ?? 0;
}
