import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { levels } from "../../server/src/alpinize";
import { CommandLine } from "./run";
import { clean, debian } from "./texts";

let cli: CommandLine;

beforeAll(async () => {
  cli = await CommandLine.open();
  cli.write("Dockerfile", debian);
});

afterAll(() => cli.close());

const figure = /(?:≈ )?[\d.]+ [kMG]?B|unknown/;

describe("the tables", () => {
  it("show the image now and after each level, and then layer by layer", async () => {
    const { code, stdout, stderr } = await cli.run(["sizes", "Dockerfile"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const [summary, now, ...after] = stdout.split("\n\n");
    expect(summary).toMatch(/^Dockerfile +on disk +download\nnow /);
    for (const level of levels) expect(summary).toMatch(new RegExp(`^${level}\\b.*${figure.source}$`, "m"));
    expect(now).toMatch(/^now .*\n {2}.*python:3\.13-slim.*\n/);
    expect(now).toMatch(/\n {2}RUN apt-get/);
    expect(now).toMatch(/\ntotal /);
    expect(after.join("\n")).toMatch(/python:3\.13-alpine/);
    expect(stdout).not.toContain("\x1b");
  });

  it("explain the mark of an estimate when there is one", async () => {
    const { stdout } = await cli.run(["sizes", "Dockerfile"]);
    expect(/≈ [\d.]+ /.test(stdout)).toBe(/\n≈ computed/.test(stdout));
  });

  it("say of a level that it changes nothing, and do not repeat its layers", async () => {
    const { stdout } = await cli.run(["sizes", "-"], { input: clean });
    for (const level of levels) expect(stdout).toMatch(new RegExp(`^${level}: changes nothing `, "m"));
    expect(stdout.match(/^total/gm)).toHaveLength(1);
  });

  it.skipIf(process.platform !== "linux")("fit into 60 columns", async () => {
    const { stdout } = await cli.runOnTerminal(60, ["sizes", "Dockerfile"]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours are control characters.
    const lines = stdout.replaceAll(/\x1b\[[\d;]*m/g, "").split("\n");
    expect(lines.filter((line) => line.length > 60)).toEqual([]);
    expect(lines.filter((line) => figure.test(line)).length).toBeGreaterThan(levels.length);
  });
});

it("prints figures with their bases as JSON", async () => {
  const { stdout } = await cli.run(["sizes", "--json", "Dockerfile"]);
  const { schema, file, now, levels: after } = JSON.parse(stdout);
  expect({ schema, file }).toEqual({ schema: 1, file: "Dockerfile" });
  expect(after.map(({ level }: { level: string }) => level)).toEqual(levels);
  const stages = [...now, ...after.flatMap((level: { stages: unknown[] }) => level.stages)];
  for (const { lines, disk, download } of stages) {
    expect(lines.length).toBeGreaterThan(0);
    for (const size of [disk, download, ...lines.map((line: { disk: unknown }) => line.disk)]) {
      expect(size.basis).toMatch(/^(exact|sibling|derived|unknown)$/);
      expect(size.bytes === null).toBe(size.basis === "unknown");
      expect(size.text).toMatch(figure);
    }
  }
});
