import { describe, expect, it } from "vitest";
import { analyze } from "../../../server/src/alpinize";
import { facts } from "../../facts";

describe("for another processor", () => {
  it.each([
    ["--platform=linux/arm64 ", "sibling"],
    ["--platform=linux/arm/v7 ", "sibling"],
    ["--platform=linux/amd64 ", "exact"],
    ["--platform=$BUILDPLATFORM ", "exact"],
    ["", "exact"],
  ])("an image with `%s` has a size that is %s", (flag, basis) => {
    const [stage] = analyze(`FROM ${flag}python:3.13-slim\n`, { facts }).sizes();
    expect(stage?.disk).toMatchObject({ bytes: 126250000, basis });
    expect(stage?.disk.why).toBe(basis === "sibling" ? "read for x86_64" : undefined);
  });

  it("packages and totals are no better known than their image", () => {
    const text =
      "FROM --platform=linux/arm64 alpine:3.22 AS a\nRUN apk add --no-cache curl\nFROM a\nRUN apk add --no-cache git\n";
    const stages = analyze(text, { facts }).sizes();
    expect(stages.flatMap(({ lines }) => lines.map(({ disk }) => disk.basis))).toEqual(Array(4).fill("sibling"));
  });

  it("a conversion promises nothing", () => {
    const checks = (text: string) =>
      analyze(text, { facts })
        .convert("packages")
        .remarks.filter(({ kind, message }) => kind === "check" && message.includes("of x86_64"));
    expect(checks("FROM --platform=linux/arm64 python:3.13-slim\n")).toHaveLength(1);
    expect(checks("FROM python:3.13-slim\nARG TARGETARCH\nRUN echo $TARGETARCH\n")).toHaveLength(1);
    expect(checks("FROM python:3.13-slim\n")).toHaveLength(0);
    expect(checks("FROM --platform=linux/arm64 python:3.13-alpine\n")).toHaveLength(0);
  });
});
