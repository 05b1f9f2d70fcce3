import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fits, readApkRequest } from "../../server/src/facts/apk-request";
import { compareVersions } from "../../server/src/facts/apk-version";

describe("the order of versions, as `apk version -t` gives it", () => {
  it.each([
    ["1.2.3-r0", "<", "1.2.3-r1"],
    ["1.2.3", "<", "1.2.3-r0"],
    ["1.2", "<", "1.2.0"],
    ["1.9", "<", "1.10"],
    ["1.05", "<", "1.5"],
    ["1.00.8", "<", "1.0.8"],
    ["2.006000-r0", "<", "2.6-r0"],
    ["1.2_rc1", "<", "1.2"],
    ["1.2_alpha", "<", "1.2_beta3"],
    ["1.2", "<", "1.2_p1"],
    ["1.2_git20200101", "<", "1.2_hg1"],
    ["1.2_p1", "<", "1.2_p20"],
    ["1.2_rc1", "<", "1.2_rc2"],
    ["9e-r1", "<", "9f-r0"],
    ["1.2", "<", "1.2a"],
    ["1.2a", "<", "1.2.1"],
    ["20240722.1-r1", "=", "20240722.1-r1"],
    ["6.5_p20250503-r0", "<", "6.5_p20250503_hg1-r0"],
  ])("%s %s %s", (a, order, b) => {
    const sign = order === "=" ? 0 : -1;
    expect(Math.sign(compareVersions(a, b))).toBe(sign);
    expect(Math.sign(compareVersions(b, a)) + sign).toBe(0);
  });

  it("stands on any text, in one order from both sides", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(Math.sign(compareVersions(a, b)) + Math.sign(compareVersions(b, a))).toBe(0);
      }),
    );
  });
});

describe("what a version answers", () => {
  it.each([
    ["3.12.12-r0", "python3~3.12", true],
    ["3.12.12-r0", "python3~3.1", false],
    ["3.12.12-r0", "python3=~3", true],
    ["3.12.12-r0", "python3>~3.11", true],
    ["3.12.12-r0", "python3=3.12.12", false],
    ["3.12.12-r0", "python3=3.12.12-r0", true],
    ["3.12.12-r0", "python3>=3.12.12-r0", true],
    ["3.12.12-r0", "python3<=3.12.12", false],
    ["3.12.12-r0", "python3<3", false],
    ["3.12.12-r0", "python3", true],
  ])("%s, asked for %s: %s", (version, word, answer) => {
    expect(fits(version, readApkRequest(word))).toBe(answer);
  });
});
