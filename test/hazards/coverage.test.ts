import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { coverage } from "../../scripts/docs/hazard-coverage";
import { rules } from "../../server/src/rules";

it("all fifty hazards are answered, or it is said why not", () => {
  const ids = Array.from({ length: 50 }, (_, index) => `H${String(index + 1).padStart(2, "0")}`);
  expect(coverage.map(({ id }) => id)).toEqual(ids);
  for (const { hazard, answers, not } of coverage) {
    expect(hazard).not.toBe("");
    if (answers.length === 0) expect(not).toMatch(/\w{3}/);
  }
});

it.each(coverage.flatMap(({ id, answers }) => answers.map((answer) => [id, answer] as const)))(
  "%s is answered by what is there: %o",
  (_, answer) => {
    if ("rule" in answer) expect(rules.map(({ name }) => name)).toContain(answer.rule);
    else {
      const file = "stop" in answer ? answer.stop : answer.conversion;
      expect(existsSync(fileURLToPath(new URL(`../../server/src/${file}`, import.meta.url)))).toBe(true);
    }
  },
);

it("every rule about a hazard answers for one", () => {
  const answered = coverage
    .flatMap(({ answers }) => answers)
    .flatMap((answer) => ("rule" in answer ? [answer.rule] : []));
  const hazards = rules.filter(({ hazard }) => hazard !== undefined).map(({ name }) => name);
  expect(hazards.filter((name) => !answered.includes(name))).toEqual([]);
});
