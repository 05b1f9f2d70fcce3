import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyze, levels } from "../../server/src/alpinize";
import { parseDockerfile } from "../../server/src/dockerfile";
import { readBuild } from "../../server/src/model/build";
import { cacheMounts } from "../../server/src/model/mounts";
import { root } from "../built";
import { cases as readingCases } from "../dockerfile/cases";
import { facts } from "../facts";
import { readCases } from "../golden/cases";
import { hasAsh } from "./ash-syntax";
import { violations } from "./check";

const goldenCases = readCases(root);
const all = [...goldenCases, ...readingCases.map((known) => ({ ...known, workspace: undefined }))];
/** The same texts in every run, so that a failure is no surprise of the day. */
const seed = 20161124;

it.skipIf(!hasAsh && !process.env.CI)("busybox is here, whose ash reads what we write", () => {
  expect(hasAsh).toBe(true);
});

describe.each(levels)("a conversion to %s", (level) => {
  it.each(all)("holds its promises: $name", ({ text, workspace }) => {
    for (const partial of [false, true])
      expect(violations(text, level, { facts, workspace, partial }), partial ? "partial" : "whole").toEqual([]);
  });

  it.each(goldenCases)("holds its promises with cache mounts: $name", ({ text, workspace }) => {
    expect(violations(text, level, { facts, workspace, cacheMounts: true })).toEqual([]);
    const { text: converted } = analyze(text, { facts, workspace }).convert(level, { cacheMounts: true });
    // Both at once would keep nothing.
    for (const { command, script } of readBuild(parseDockerfile(converted)).stages.flatMap(({ runs }) => runs)) {
      if (cacheMounts(command).includes("/etc/apk/cache")) expect(script.text).not.toContain("--no-cache ");
    }
  });

  it("holds them for texts that break off or are garbled", () => {
    const garbled = fc
      .tuple(fc.constantFrom(...all), fc.array(fc.tuple(fc.nat(2000), fc.nat(12), fc.constantFrom(...fragments))))
      .map(([{ text }, cuts]) =>
        cuts.reduce((rest, [place, length, insert]) => {
          const at = place % (rest.length + 1);
          return rest.slice(0, at) + insert + rest.slice(at + length);
        }, text),
      );
    const brokenOff = fc
      .tuple(fc.constantFrom(...all), fc.nat(2000))
      .map(([{ text }, length]) => text.slice(0, length % (text.length + 1)));
    fc.assert(
      fc.property(fc.oneof(garbled, brokenOff), fc.boolean(), (text, partial) => {
        // Which quoted text is for a shell cannot be told where quotes stand anywhere.
        const broken = violations(text, level, { facts, partial }).filter((what) => !what.startsWith("left over"));
        expect(broken).toEqual([]);
      }),
      { seed, numRuns: 300 },
    );
  });
});

/** What makes text mean something else. */
const fragments = ["", "", " ", "\n", "\\\n", "#", '"', "'", "`", "$(", "${", ")", "&&", "||", ";", "|", "<<EOF\n"];
