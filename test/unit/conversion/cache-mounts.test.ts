import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { analyze, type Level } from "../../../server/src/alpinize";
import { facts } from "../../facts";

const flask = readFileSync("examples/flask/Dockerfile", "utf8");

function convert(text: string, level: Level): string {
  return analyze(text, { facts }).convert(level, { cacheMounts: true }).text;
}

describe("cache mounts", () => {
  it("stand in place of --no-cache and --no-cache-dir", () => {
    const text = convert(flask, "single-run");
    expect(text).toContain("RUN --mount=type=cache,target=/root/.cache/pip \\\n");
    expect(text).toContain("    --mount=type=cache,target=/etc/apk/cache,sharing=locked \\\n    apk add --virtual");
    expect(text).not.toContain("--no-cache");
  });

  it("are in the builder stage and in the last one", () => {
    const [build = "", last = ""] = convert(flask, "multi-stage").split("\n\n");
    expect(build).toContain("target=/etc/apk/cache");
    expect(build).toContain("target=/root/.cache/pip");
    expect(last).toContain("RUN --mount=type=cache,target=/etc/apk/cache,sharing=locked xargs -rt apk add < ");
  });

  it.each([
    ["the user is not root", "USER nobody\nRUN npm ci\n"],
    ["a cache is there already", "RUN --mount=type=cache,target=/root/.npm npm ci\n"],
  ])("are not added where %s", (_, steps) => {
    expect(convert(`FROM node:22-bookworm\n${steps}`, "single-run").match(/--mount/g) ?? []).toHaveLength(
      steps.match(/--mount/g)?.length ?? 0,
    );
  });

  it("are not written unless asked for", () => {
    expect(analyze(flask, { facts }).convert("single-run").text).not.toContain("--mount");
  });
});
