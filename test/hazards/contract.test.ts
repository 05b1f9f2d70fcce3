import { describe, expect, it } from "vitest";
import { analyze, type Level } from "../../server/src/alpinize";
import { convertBuild } from "../../server/src/conversion";
import { placesOf } from "../../server/src/conversion/places";
import { parseDockerfile } from "../../server/src/dockerfile";
import type { Hazard, HazardSeverity } from "../../server/src/hazards";
import { Hazards } from "../../server/src/hazards/hazards";
import { ruleOf } from "../../server/src/hazards/rule-of";
import { readBuild } from "../../server/src/model/build";
import { rules } from "../../server/src/rules";
import { findAll } from "../../server/src/rules/find";
import { facts } from "../facts";

/** A hazard wherever `kaput` is called. */
function kaput(severity: HazardSeverity): Hazard {
  return {
    name: "kaput-called",
    severity,
    summary: "kaput is called",
    why: "It breaks.",
    related: [],
    examples: [{ before: "" }],
    leftAlone: [{ why: "", text: "" }],
    *find({ stage }) {
      for (const { script, command } of stage.runs)
        if (script.commands.some(({ name }) => name === "kaput"))
          yield { span: command.nameSpan, message: "Alpine has no kaput. Call something else." };
    },
  };
}

function contextOf(text: string, severity: HazardSeverity) {
  const hazard = kaput(severity);
  const build = readBuild(parseDockerfile(text));
  const hazards = new Hazards(
    [hazard],
    () => placesOf(build, facts, undefined),
    () => false,
  );
  const convert = (level: Level, partial = false) =>
    convertBuild(build, { facts, workspace: undefined, hazards, level, partial, cacheMounts: false });
  const findings = () => {
    const context = { build, facts, workspace: undefined, hazards, convert, alpineRelease: () => undefined };
    return findAll(context, { rules: [...rules, ruleOf(hazard)] });
  };
  return { convert, findings };
}

const onDebian = "FROM python:3.13-slim\nRUN kaput\n";
const onAlpine = "FROM python:3.13-alpine\nRUN kaput\n";

describe("a hazard's severity", () => {
  it.each([
    ["block", "information", "error"],
    ["error", "information", "error"],
    ["warning", "hint", "warning"],
    ["information", "hint", "information"],
  ] as const)(
    "%s is told as %s on Debian, where nothing is broken, and as %s on Alpine",
    (severity, debian, alpine) => {
      const told = (text: string) =>
        contextOf(text, severity)
          .findings()
          .filter(({ rule }) => rule === "kaput-called")
          .map(({ severity }) => severity);
      expect(told(onDebian)).toEqual([debian]);
      expect(told(onAlpine)).toEqual([alpine]);
    },
  );

  it("is not told for a stage that nobody would convert", () => {
    const text = "FROM golang:1.26 AS build\nRUN kaput\nFROM scratch\nCOPY --from=build /app /app\n";
    expect(contextOf(text, "error").findings()).toEqual([]);
  });
});

describe("what blocks", () => {
  it("takes the suggestion of Alpine back", () => {
    const names = contextOf(onDebian, "block")
      .findings()
      .map(({ rule }) => rule);
    expect(names).toEqual(["kaput-called"]);
  });

  it.each(["base", "packages", "single-run"] as const)("stops the level %s, with the reason", (level) => {
    const { text, complete, remarks } = contextOf(onDebian, "block").convert(level);
    expect(text).toBe(onDebian);
    expect(complete).toBe(false);
    expect(remarks).toMatchObject([{ kind: "stop", message: "Alpine has no kaput. Call something else." }]);
  });

  it("stops also a conversion of what can be done, which leaves the stage on Debian", () => {
    const { text } = contextOf(onDebian, "block").convert("single-run", true);
    expect(text).toContain("FROM python:3.13-slim\n");
    expect(text).toContain("Alpine has no kaput.");
  });

  it("leaves other stages to be converted", () => {
    const text = `FROM node:24-slim AS web\nRUN kaput\n${onDebian.replace("RUN kaput\n", "COPY --from=web /a /a\n")}`;
    const { text: converted } = contextOf(text, "block").convert("single-run");
    expect(converted).toContain("FROM node:24-slim AS web\n");
    expect(converted).toContain("FROM python:3.13-alpine\n");
  });
});

describe("what fails until it is changed", () => {
  it("stops a conversion, and is left to the user who asks for what can be done", () => {
    expect(contextOf(onDebian, "error").convert("single-run")).toMatchObject({ text: onDebian, complete: false });
    const { text } = contextOf(onDebian, "error").convert("single-run", true);
    expect(text).toMatch(/^FROM python:3\.13-alpine\n# .*Alpine has no kaput\./);
  });

  it("is named by the level that changes nothing but the image", () => {
    const { text, remarks } = contextOf(onDebian, "error").convert("base");
    expect(text).toBe(onDebian.replace("slim", "alpine"));
    expect(remarks).toContainEqual(
      expect.objectContaining({ kind: "check", message: "Alpine has no kaput. Call something else." }),
    );
  });
});

it("what only works otherwise is to be checked", () => {
  const { complete, remarks } = contextOf(onDebian, "warning").convert("single-run");
  expect(complete).toBe(true);
  expect(remarks).toContainEqual(expect.objectContaining({ kind: "check" }));
  expect(contextOf(onDebian, "information").convert("single-run").remarks).not.toContainEqual(
    expect.objectContaining({ kind: "check", message: expect.stringContaining("kaput") }),
  );
});

describe("a hazard that the user knows better about", () => {
  const text = "FROM python:3.13-slim\nRUN pip install --no-cache-dir torch\n";

  it("stops nothing when a comment silences it", () => {
    const silenced = text.replace("RUN", "# alpinize ignore=package-without-musl\nRUN");
    expect(analyze(silenced, { facts }).convert("single-run").text).toContain("FROM python:3.13-alpine\n");
  });

  it("stops nothing when a setting turns it off, and has the severity that is set", () => {
    const rules = (setting: "off" | "warning") => ({ facts, rules: { "package-without-musl": setting } });
    expect(analyze(text, rules("off")).convert("single-run").text).toContain("FROM python:3.13-alpine\n");
    expect(analyze(text, rules("warning")).findings).toMatchObject([{ severity: "warning" }]);
  });
});
