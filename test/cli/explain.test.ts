import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CommandLine } from "./run";

let cli: CommandLine;

beforeAll(async () => {
  cli = await CommandLine.open();
});

afterAll(() => cli.close());

async function explain(word: string): Promise<string> {
  const { code, stdout, stderr } = await cli.run(["explain", word]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return stdout;
}

describe("a Debian package", () => {
  it("is told with its Alpine names, its role, the evidence, and its size alone and with what it needs", async () => {
    const text = await explain("build-essential");
    expect(text).toMatch(/^Debian package build-essential\n/);
    expect(text).toMatch(/On Alpine 3\.\d+: /);
    expect(text).toMatch(/Role: needed to build only/);
    expect(text).toMatch(/Evidence: .*\(\d+% sure\)/);
    expect(text).toMatch(/alone: (≈ )?[\d.]+ [kM]?B installed/);
    expect(text).toMatch(/On alpine:\S+: with all that it needs (≈ )?[\d.]+ MB in \d+ packages/);
  });

  it("may have nothing to stand for it", async () => {
    expect(await explain("libc6")).toMatch(/Not (needed|there) on Alpine: \S/);
  });
});

it("tells an Alpine package that has no Debian name", async () => {
  expect(await explain("musl-dev")).toMatch(/musl-dev alone: (≈ )?[\d.]+ [kM]?B installed/);
});

describe("a rule", () => {
  it("is told with its reason, its fix and its examples", async () => {
    const text = await explain("apk-cache-kept");
    expect(text).toMatch(
      /^Rule apk-cache-kept\n {2}\S.*\.\n {2}Severity: warning\n {2}Fix: safe; alpinize fix applies it\n/,
    );
    expect(text).toMatch(/Example:\n\n {6}FROM alpine:3\.24\n {6}RUN apk add curl\n\n {2}becomes:\n/);
    expect(text).toMatch(/Left alone:\n {2}- /);
    expect(text).toMatch(/Related: hadolint DL3019/);
  });
});

describe("an image", () => {
  it("is told with its slim and its Alpine variant and their sizes", async () => {
    const text = await explain("python:3.13");
    expect(text).toMatch(/^Image python:3\.13\n/);
    expect(text).toMatch(/Stands on debian/);
    expect(text).toMatch(/Slim: python:3\.13-slim, .*\d MB on disk/);
    expect(text).toMatch(/Alpine: python:3\.13-alpine\S*, .*\d MB on disk/);
  });

  it("may be named with its registry", async () => {
    expect(await explain("docker.io/library/python:3.13")).toMatch(/^Image python:3\.13\n/);
  });

  it("is known when it is Alpine already", async () => {
    expect(await explain("python:3.13-alpine")).toMatch(/Alpine image already/);
  });
});

it("explains as both what is both", async () => {
  const text = await explain("redis");
  expect(text).toMatch(/^Image redis/m);
  expect(text).toMatch(/^(Debian|Alpine) package redis/m);
});

it.each([
  ["pytohn", /python/],
  ["libpq-dve", /libpq-dev/],
  ["apk-cache-keeps", /apk-cache-kept/],
])("names what is near to %s", async (word, near) => {
  const { code, stdout, stderr } = await cli.run(["explain", word]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(/^Nothing is known of [^\n]+ Did you mean [^\n]+\?\n$/);
  expect(stderr).toMatch(near);
});
