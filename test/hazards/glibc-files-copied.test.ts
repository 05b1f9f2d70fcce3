import { describe, expect, it } from "vitest";
import { compiled, hasGcc, hasMuslGcc } from "../compiled";
import { findingsOf } from "../rules/analyze";

const found = (text: string, files?: Readonly<Record<string, string | Uint8Array>>) =>
  findingsOf(text, "glibc-files-copied", files).map(({ severity, message, span }) => {
    return `${severity} ${text.slice(span.start, span.end)}: ${message}`;
  });

describe.skipIf(!hasGcc)("a program of the build context", () => {
  it("is told on Alpine, where the instruction brings it", () => {
    const files = { "bin/tool": compiled("gcc"), "bin/run.sh": "#!/bin/sh\n" };
    for (const source of ["bin/tool", "./bin/tool", "bin/*", "bin/", "bin", "."]) {
      const [message, ...others] = found(`FROM alpine:3.24\nCOPY ${source} /usr/local/bin/\n`, files);
      expect(message).toMatch(
        /^error .*: bin\/tool is linked with glibc, which Alpine lacks: it does not start there\./,
      );
      expect(others).toEqual([]);
    }
  });

  it("stops a conversion, and is no more than information on Debian", () => {
    const files = { tool: compiled("gcc") };
    expect(found("FROM debian:bookworm-slim\nCOPY tool /tool\n", files)).toEqual([
      expect.stringMatching(/^information tool: tool is linked with glibc/),
    ]);
  });

  it("may be a library, and several are told as one", () => {
    const library = compiled("gcc", "-shared", "-fPIC");
    expect(found("FROM alpine:3.24\nCOPY lib /lib/\n", { "lib/a.so.1": library, "lib/b.node": library })).toEqual([
      expect.stringMatching(/^error lib: lib\/a\.so\.1 and 1 more are linked with glibc.*they do not load there/),
    ]);
  });

  it("is left alone when it is static, ignored, in a folder of packages, or glibc is there", () => {
    expect(found("FROM alpine:3.24\nCOPY tool /\n", { tool: compiled("gcc", "-static") })).toEqual([]);
    expect(found("FROM alpine:3.24\nCOPY . /\n", { tool: compiled("gcc"), ".dockerignore": "tool\n" })).toEqual([]);
    expect(found("FROM alpine:3.24\nCOPY . /\n", { "node_modules/a.node": compiled("gcc") })).toEqual([]);
    expect(found("FROM alpine:3.24\nRUN apk add gcompat\nCOPY tool /\n", { tool: compiled("gcc") })).toEqual([]);
  });

  it.skipIf(!hasMuslGcc)("is left alone when it is built for musl", () => {
    expect(found("FROM alpine:3.24\nCOPY tool /\n", { tool: compiled("musl-gcc") })).toEqual([]);
  });
});

describe("what another stage has built", () => {
  const final = (source: string) => `FROM alpine:3.24\nCOPY --from=build ${source} /\n`;

  it.each([
    ["a Go program", "FROM golang:1.26 AS build\nRUN go build -o bin/app .\n", "/go/bin/app", /Set `CGO_ENABLED=0`/],
    [
      "an installed Go program",
      "FROM golang:1.26 AS build\nRUN go install example.com/x@v1\n",
      "/go/bin/x",
      /CGO_ENABLED=0/,
    ],
    [
      "a Rust program",
      "FROM rust:1.90 AS build\nRUN cargo build --release\n",
      "/src/target/release/app",
      /Rust program/,
    ],
    ["a C program", "FROM gcc:14 AS build\nRUN gcc -O2 -o /app main.c\n", "/app", /`-static`/],
    [
      "packages of npm",
      "FROM node:22 AS build\nWORKDIR /app\nRUN npm ci\n",
      "/app/node_modules",
      /^warning.*native modules/,
    ],
    [
      "packages of pip",
      "FROM python:3.13 AS build\nRUN pip install --user numpy\n",
      "/root/.local",
      /^warning.*compiled packages/,
    ],
    ["gems", "FROM ruby:3.4 AS build\nRUN bundle install\n", "/usr/local/bundle", /^warning.*native extensions/],
  ])("%s", (_, build, source, expected) => {
    expect(found(build + final(source))).toEqual([expect.stringMatching(expected)]);
  });

  it.each([
    ["a static Go program", "FROM golang:1.26 AS build\nENV CGO_ENABLED=0\nRUN go build -o /app .\n", "/app"],
    [
      "a Go program that is linked statically",
      `FROM golang:1.26 AS build\nRUN go build -ldflags '-extldflags "-static"' -o /app .\n`,
      "/app",
    ],
    ["a file beside a Go program", "FROM golang:1.26 AS build\nRUN go build -o /app .\n", "/src/config.yaml"],
    [
      "a Rust program for musl",
      "FROM rust:1.90 AS build\nRUN cargo build --target x86_64-unknown-linux-musl\n",
      "/target/x86_64-unknown-linux-musl/debug/app",
    ],
    ["text", "FROM node:22 AS build\nWORKDIR /app\nRUN npm ci && npm run build\n", "/app/dist"],
    ["what was built on Alpine", "FROM golang:1.26-alpine AS build\nRUN go build -o /app .\n", "/app"],
  ])("is left alone when it is %s", (_, build, source) => {
    expect(found(build + final(source))).toEqual([]);
  });

  it("is left to the conversion while both stand on Debian", () => {
    const text =
      "FROM golang:1.26 AS build\nRUN go build -o /app .\nFROM debian:bookworm-slim\nCOPY --from=build /app /\n";
    expect(found(text)).toEqual([]);
  });
});

describe("what another image has", () => {
  it("is named with the image for Alpine", () => {
    expect(found("FROM alpine:3.24\nCOPY --from=node:22 /usr/local/bin/node /usr/local/bin/\n")).toEqual([
      expect.stringMatching(/^error \/usr\/local\/bin\/node: node:22 stands on Debian.*Copy it from node:22-alpine/),
    ]);
  });

  it.each([
    "--from=node:22 /usr/local/lib/node_modules",
    "--from=nobody/knows:1 /bin/x",
    "--from=golang:1.26 /usr/local/go",
  ])("is left alone: %s", (words) => {
    expect(found(`FROM alpine:3.24\nCOPY ${words} /x\n`)).toEqual([]);
  });
});
