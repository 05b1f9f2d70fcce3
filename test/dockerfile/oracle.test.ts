import { describe, expect, it } from "vitest";
import { parseDockerfile } from "../../server/src/dockerfile/index";
import { cases } from "./cases";
import { oracleSummaryOf, summaryOf } from "./oracle";

describe("compared with dockerfile-ast", () => {
  it("has at least forty files to compare", () => {
    expect(cases.length).toBeGreaterThanOrEqual(40);
  });

  it.each(cases)("agrees on $name", ({ text }) => {
    expect(summaryOf(parseDockerfile(text))).toEqual(oracleSummaryOf(text));
  });
});
