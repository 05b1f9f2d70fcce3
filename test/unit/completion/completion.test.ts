import { describe, expect, it } from "vitest";
import { analyze } from "../../../server/src/alpinize";
import { facts } from "../../facts";

/** What is offered where `|` stands, and the text that a proposal takes the place of. */
function complete(marked: string) {
  const offset = marked.indexOf("|");
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const found = analyze(text, { facts }).complete(offset);
  return (
    found && {
      labels: found.proposals.map(({ label }) => label),
      details: new Map(found.proposals.map(({ label, detail }) => [label, detail])),
      replaced: text.slice(found.span.start, found.span.end),
      isCut: found.isCut,
    }
  );
}

describe("in apk add", () => {
  it("offers the names of the stage's release with size and repository", () => {
    const found = complete("FROM alpine:3.22\nRUN apk add --no-cache libpq|\n");
    expect(found?.labels).toEqual(["libpq", "libpq-dev"]);
    expect(found?.replaced).toBe("libpq");
    expect(found?.details.get("libpq")).toMatch(/^\d+ kB, main$/);
    expect(complete("FROM alpine:3.22\nRUN apk add ffmpe|\n")?.details.get("ffmpeg")).toMatch(/^≈ .*, community$/);
  });

  it.each([
    ["3.20", "php82-cu", "php84-cu"],
    ["3.24", "php84-cu", "php82-cu"],
  ])("offers on %s what it has, %s, and not what it lacks, %s", (release, has, lacks) => {
    expect(complete(`FROM alpine:${release}\nRUN apk add ${has}|\n`)?.labels).toEqual([`${has}rl`]);
    expect(complete(`FROM alpine:${release}\nRUN apk add ${lacks}|\n`)).toBeUndefined();
  });

  it.each([
    "FROM alpine:3.22\nRUN apk add \\\n    curl \\\n    libpq-d|\n",
    "FROM alpine:3.22\nRUN apk add \\\n    curl \\\n    libpq-d|",
    "FROM alpine:3.22\r\nRUN apk add \\\r\n    # why\r\n    libpq-d| \\\r\n    curl\r\n",
    "FROM alpine:3.22\nRUN apk add --virtual .build-deps gcc libpq-d| && make && apk del .build-deps\n",
    "FROM alpine:3.22\nRUN apk add -t .build-deps libpq-d|\n",
    "FROM alpine:3.22\nRUN if [ -f x ]; then apk add libpq-d|; fi\n",
    "FROM alpine:3.22\nRUN set -eux; apk add libpq-d|\n",
    "FROM alpine:3.22\nRUN <<EOF\nset -e\napk add libpq-d|\nEOF\n",
    "FROM alpine:3.22\nRUN <<EOF\napk add \\\n  curl libpq-d|",
    "FROM alpine:3.22\nRUN sh -c 'apk add libpq-d|'\n",
    "FROM alpine:3.22\nRUN --mount=type=cache,target=/var/cache/apk apk add libpq-d|\n",
    "FROM alpine:3.22\nONBUILD RUN apk add libpq-d|\n",
    "FROM alpine:3.22 AS base\nFROM base\nRUN sudo apk add libpq-d|\n",
    "# escape=`\nFROM alpine:3.22\nRUN apk add `\n  libpq-d|\n",
    'FROM alpine:3.22\nRUN apk add "libpq-d|"\n',
    "FROM alpine:3.22\nRUN apk add !libpq-d|\n",
    "FROM alpine:3.22\nRUN apk add libpq-d|ev && make\n",
  ])("sees where it is: %j", (marked) => {
    const found = complete(marked);
    expect(found?.labels).toEqual(["libpq-dev"]);
    expect(found?.replaced).toMatch(/^libpq-d(ev)?$/);
  });

  it.each([
    "FROM alpine:3.22\nRUN apk add \\\n    curl \\\n    |\n",
    "FROM alpine:3.22\nRUN apk add \\\n    curl \\\n    |",
    'FROM alpine:3.22\nRUN apk add \\\n    curl \\\n    |\nCMD ["sh"]\n',
    "FROM alpine:3.22\nRUN apk add curl |",
  ])("offers what is used most where nothing is written yet: %j", (marked) => {
    const found = complete(marked);
    expect(found?.labels.slice(0, 3)).toEqual(["git", "wget", "build-base"]);
    expect(found?.labels).not.toContain("curl");
    expect(found?.isCut).toBe(true);
    expect(found?.replaced).toBe("");
  });

  it.each([
    "FROM alpine:3.22\nRUN apk add --virtual .bu|\n",
    "FROM alpine:3.22\nRUN apk add --no|\n",
    "FROM alpine:3.22\nRUN apk add curl=8|\n",
    "FROM alpine:3.22\nRUN apk add $PACK|\n",
    "FROM alpine:3.22\nRUN apk add curl # cur|\n",
    "FROM alpine:3.22\nRUN apk add curl \\\n  # cur|\n  git\n",
    "FROM alpine:3.22\nRUN apk add cu\\\nrl|\n",
    "FROM alpine:3.22\nRUN apk info cur|\n",
    "FROM alpine:3.22\nRUN apt-get install cur|\n",
    "FROM alpine:3.22\nRUN echo cur|\n",
    "FROM alpine:3.22\nRUN apk ad|\n",
    "FROM alpine:3.22\nRUN apk add curl\n|\n",
    "FROM alpine:3.22\nRUN apk add qqqq|\n",
    "# apk add cur|\n",
    "|",
  ])("is silent elsewhere: %j", (marked) => {
    expect(complete(marked)).toBeUndefined();
  });

  it("says when there are more, and puts what is used most first", () => {
    const found = complete("FROM alpine:3.22\nRUN apk add p|\n");
    expect(found?.labels.length).toBe(100);
    expect(found?.isCut).toBe(true);
    expect(found?.labels[0]).toBe("pkgconf");
    expect(complete("FROM alpine:3.22\nRUN apk add postgresql16-cl|\n")?.isCut).toBe(false);
  });

  it("puts what only documents a package last", () => {
    const labels = complete("FROM alpine:3.22\nRUN apk add zlib|\n")?.labels ?? [];
    expect(labels[0]).toBe("zlib");
    expect(labels.indexOf("zlib-doc")).toBeGreaterThan(labels.indexOf("zlib-dev"));
  });

  it("knows names that other packages stand for, and kinds of them when one is written", () => {
    expect(complete("FROM alpine:3.22\nRUN apk add so:libpq|\n")?.labels).toEqual(["so:libpq.so.5"]);
    expect(complete("FROM alpine:3.22\nRUN apk add postgresql-cl|\n")?.labels).toContain("postgresql-client");
    expect(complete("FROM alpine:3.22\nRUN apk add so|\n")?.labels.filter((name) => name.includes(":"))).toEqual([]);
  });

  it("takes the release that a Debian stage would get", () => {
    expect(complete("FROM python:3.13-slim\nRUN apk add libpq-d|\n")?.details.get("libpq-dev")).toMatch(/^≈ .*, main$/);
  });
});

describe("in FROM", () => {
  it("offers the tags of the family, the newest first, with size and distribution", () => {
    const found = complete("FROM python:|\n");
    expect(found?.labels).toContain("python:3.13-alpine");
    expect(found?.labels.indexOf("python:3.13")).toBeLessThan(found?.labels.indexOf("python:3.12") ?? -1);
    expect(found?.details.get("python:3.13-slim")).toMatch(/^(≈ )?\d+ MB on disk, on Debian trixie$/);
    expect(found?.details.get("python:3.13-alpine")).toMatch(/MB on disk, on Alpine 3\.\d+$/);
  });

  it("replaces the whole tag, and keeps it where only the image's name is written", () => {
    expect(complete("FROM python:3.1|3-slim AS build\n")?.replaced).toBe("python:3.13-slim");
    const family = complete("FROM pyth|on:3.13-slim\n");
    expect(family).toMatchObject({ labels: ["python"], replaced: "python" });
  });

  it("keeps the registry", () => {
    const labels = complete("FROM docker.io/library/node:22-|\n")?.labels ?? [];
    expect(labels).toContain("docker.io/library/node:22-alpine");
  });

  it("offers official images and the stages before", () => {
    expect(complete("FROM alpine AS pytools\nFROM pyt|\n")?.labels).toEqual(["pytools", "python"]);
    expect(complete("FROM |\n")?.labels).toContain("python");
    expect(complete("FROM --platform=linux/amd64 rub|\n")?.labels).toEqual(["ruby"]);
  });

  it.each([
    "FROM python:3.13 A|\n",
    "FROM python:3.13 AS bu|\n",
    "FROM $BASE|\n",
    "FROM python:$V-sl|\n",
    "FROM registry.example.com/team/app:1|\n",
    "FROM python@sha256:|\n",
  ])("is silent where it knows nothing: %j", (marked) => {
    expect(complete(marked)).toBeUndefined();
  });
});

describe("images outside the library", () => {
  it("are offered as far as they are built, with their tags", () => {
    expect(complete("FROM mcr.microsoft.com/dotnet/as|\n")?.labels).toEqual(["mcr.microsoft.com/dotnet/aspnet"]);
    expect(complete("FROM mcr.microsoft.com/dotnet/core/as|\n")).toBeUndefined();
    const tags = complete("FROM ghcr.io/astral-sh/uv:python3.1|\n");
    expect(tags?.labels).toContain("ghcr.io/astral-sh/uv:python3.13-alpine");
    expect(tags?.labels.filter((label) => label.includes("<v>"))).toEqual([]);
  });
});
