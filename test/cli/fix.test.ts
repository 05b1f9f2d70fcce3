import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { CommandLine } from "./run";
import { clean, repaired, unclean } from "./texts";

let cli: CommandLine;

beforeEach(async () => {
  cli = await CommandLine.open();
});

afterEach(() => cli.close());

const read = (name: string) => readFileSync(join(cli.folder, name), "utf8");

it("repairs in place what is safe, until nothing is left", async () => {
  cli.write("Dockerfile", unclean);
  const { code, stdout, stderr } = await cli.run(["fix", "Dockerfile"]);
  expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
  expect(stderr).toMatch(/^Dockerfile: \d fixe?s?\n {2}.+ \([a-z-]+\)\n/);
  expect(read("Dockerfile")).toBe(repaired);
  const { ino } = statSync(join(cli.folder, "Dockerfile"));
  expect((await cli.run(["fix", "Dockerfile"])).stderr).toBe("Dockerfile: nothing to fix\n");
  expect(statSync(join(cli.folder, "Dockerfile")).ino).toBe(ino);
});

it("changes no base image, except with --review", async () => {
  const slim = "FROM python:3.13-slim\n";
  cli.write("Dockerfile", slim);
  await cli.run(["fix", "Dockerfile"]);
  expect(read("Dockerfile")).toBe(slim);
  expect((await cli.run(["fix", "--review", "Dockerfile"])).code).toBe(0);
  expect(read("Dockerfile")).toMatch(/^FROM python:3\.13-alpine/);
});

it("keeps Windows line endings", async () => {
  cli.write("Dockerfile", unclean.replaceAll("\n", "\r\n"));
  await cli.run(["fix", "Dockerfile"]);
  expect(read("Dockerfile")).toBe(repaired.replaceAll("\n", "\r\n"));
});

it("takes several files, and goes on behind one it cannot read", async () => {
  cli.write("a", unclean);
  cli.write("b", unclean);
  const { code, stderr } = await cli.run(["fix", "a", "missing", "b"]);
  expect(code).toBe(2);
  expect(stderr).toContain("missing: there is no such file.\n");
  expect([read("a"), read("b")]).toEqual([repaired, repaired]);
});

it("prints what it made of standard input", async () => {
  expect(await cli.run(["fix", "-"], { input: unclean })).toMatchObject({ code: 0, stdout: repaired });
  expect(await cli.run(["fix", "-"], { input: clean })).toMatchObject({ code: 0, stdout: clean });
});
