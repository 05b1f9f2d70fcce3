import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ashAccepts, hasAsh, readAhead } from "../properties/ash-syntax";
import { readArguments } from "./arguments";
import { filesBelow, sampleOf } from "./files";
import { nothing } from "./measure";
import { summarize } from "./summary";

describe("the files of a corpus", () => {
  it("are found in folders too", () => {
    const folder = mkdtempSync(join(tmpdir(), "corpus-"));
    try {
      mkdirSync(join(folder, "b/c"), { recursive: true });
      for (const file of ["z", "a", "b/c/Dockerfile"]) writeFileSync(join(folder, file), "FROM debian\n");
      expect(filesBelow(folder)).toEqual(["a", "b/c/Dockerfile", "z"]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("are picked the same way every time", () => {
    const items = Array.from({ length: 100 }, (_, index) => index);
    const picked = sampleOf(items, 10);
    expect(new Set(picked).size).toBe(10);
    expect(sampleOf(items, 10)).toEqual(picked);
    expect(sampleOf(items, 1000)).toEqual(items);
  });
});

it("says how it is called", () => {
  expect(readArguments(["x", "--sample", "5"])).toEqual({ folder: "x", json: undefined, sample: 5 });
  expect(() => readArguments([])).toThrow("Usage");
  expect(() => readArguments(["x", "--sample", "few"])).toThrow("number");
});

it.skipIf(!hasAsh)("finds the scripts that ash refuses among many", () => {
  const scripts = Array.from({ length: 250 }, (_, index) => (index % 90 === 7 ? `x=(${index})` : `echo ${index}`));
  readAhead(scripts);
  expect(scripts.filter((script) => !ashAccepts(script))).toEqual(["x=(7)", "x=(97)", "x=(187)"]);
});

it("counts what became of the files", () => {
  const file = (name: string) => ({ ...nothing, file: name, crash: undefined });
  const summary = summarize(
    [
      { ...file("a"), outcome: "fully", aptCommands: 3, aptCommandsLeft: 0, unknownNames: ["foo"] },
      {
        ...file("b"),
        outcome: "stopped",
        aptCommands: 1,
        aptCommandsLeft: 1,
        stops: ["`x` is no use.", "`y` is no use."],
      },
      { ...file("c"), violations: [{ level: "base", partial: false, message: "comment lost: # c" }] },
      { ...file("d"), crash: "Error: out of reach" },
    ],
    2,
  );
  for (const line of [
    "4 files in 2 s",
    "  d: Error: out of reach",
    "  comment lost: 1, such as c",
    "2 files with an apt install on a known Debian or Ubuntu",
    "  converted fully                 1 (50.0 %)",
    "  apt commands translated         3 (75.0 %)",
    "     2 in 1 files: `…` is no use.  (b)",
    "     1 in 1 files: foo  (a)",
  ]) {
    expect(summary.split("\n")).toContain(line);
  }
});
