import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDockerfile } from "../../server/src/dockerfile";
import { fixOf } from "../../server/src/fixing";
import { Hazards } from "../../server/src/hazards/hazards";
import { readBuild } from "../../server/src/model/build";
import { rules } from "../../server/src/rules";
import { findAll } from "../../server/src/rules/find";
import type { Context, Rule } from "../../server/src/rules/rule";
import { cases } from "../dockerfile/cases";
import { facts } from "../facts";
import { analysisOf } from "./analyze";

const failures = (text: string, files?: Record<string, string>) =>
  analysisOf(text, files).findings.filter(({ message }) => message.includes(" failed ("));

describe("no rule fails", () => {
  it.each(cases.map(({ name, text }) => [name, text] as const))("on %s", (_, text) => {
    expect(failures(text)).toEqual([]);
  });

  const pieces = rules.flatMap(({ examples, leftAlone }) => [
    ...examples.flatMap(({ before }) => before.split(/(?<=[\s&;])/)),
    ...leftAlone.flatMap(({ text }) => text.split(/(?<=[\s&;])/)),
  ]);
  const oddities = ["\\\n", "$(", "`", '"', "'", "${X", "<<EOF\n", "[", "ONBUILD ", "\u{1F600}", "\0", "FROM ", "RUN "];

  it("on examples cut into pieces and mixed", () => {
    const text = fc.array(fc.constantFrom(...pieces, ...oddities), { maxLength: 40 }).map((words) => words.join(""));
    fc.assert(
      fc.property(text, (mixed) => {
        expect(failures(mixed)).toEqual([]);
        for (const finding of analysisOf(mixed).findings) {
          expect(finding.span.start).toBeGreaterThanOrEqual(0);
          expect(finding.span.end).toBeLessThanOrEqual(mixed.length);
          fixOf(finding);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("a rule that throws", () => {
  const broken: Rule = {
    ...(rules[0] as Rule),
    name: "broken-rule",
    check() {
      throw new Error("no luck");
    },
  };
  const context: Context = {
    build: readBuild(parseDockerfile("FROM alpine:3.24\nRUN apk add curl\n")),
    facts,
    workspace: undefined,
    alpineRelease: () => "3.24",
    hazards: new Hazards(
      [],
      () => [],
      () => false,
    ),
    convert: (level) => ({ level, text: "", edits: [], stages: [], remarks: [], complete: true }),
  };

  it("loses its own findings only, and is reported", () => {
    const without = findAll(context);
    const withBroken = findAll(context, { rules: [broken, ...rules] });
    expect(without.length).toBeGreaterThan(0);
    expect(withBroken.filter(({ rule }) => rule !== broken.name).map(({ rule, span }) => ({ rule, span }))).toEqual(
      without.map(({ rule, span }) => ({ rule, span })),
    );
    expect(withBroken.find(({ rule }) => rule === broken.name)).toMatchObject({
      severity: "information",
      message: "The rule broken-rule failed (no luck). Please report it; the other rules are not affected.",
    });
  });
});

it("findings are computed once, and stand in the order of the text", () => {
  const analysis = analysisOf("FROM alpine:3.24\nRUN apk update\nRUN apk add curl\n");
  expect(analysis.findings).toBe(analysis.findings);
  const starts = analysis.findings.map(({ span }) => span.start);
  expect(starts).toEqual([...starts].sort((a, b) => a - b));
});
