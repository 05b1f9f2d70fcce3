import { describe, expect, it } from "vitest";
import { parseDockerfile } from "../../server/src/dockerfile";
import { matcher, readDockerignore } from "../../server/src/manifests/dockerignore";
import { ImageFiles } from "../../server/src/manifests/image-files";
import { readBuild } from "../../server/src/model/build";
import { folderOf } from "../rules/analyze";

/** Where the file that the last RUN reads comes from. */
function pathOf(text: string, path: string, files: Record<string, string>): string | undefined {
  const build = readBuild(parseDockerfile(text));
  const stage = build.stages.at(-1);
  const run = stage?.runs.at(-1);
  if (!stage || !run) throw new Error("no RUN");
  return new ImageFiles(build, folderOf(files)).read(path, run, stage)?.path;
}

describe("a file in the image", () => {
  const files = { "r.txt": "a", "sub/r.txt": "b", "sub/deep/r.txt": "c" };

  it.each([
    ["comes by its name", "COPY r.txt /app/", "/app/r.txt", "r.txt"],
    ["comes under another name", "COPY sub/r.txt /app/x.txt", "/app/x.txt", "sub/r.txt"],
    ["comes with a folder", "COPY sub /app", "/app/deep/r.txt", "sub/deep/r.txt"],
    ["comes with the whole context", "WORKDIR /app\nADD . .", "sub/r.txt", "sub/r.txt"],
    ["comes by a pattern", "WORKDIR /app\nCOPY r*.txt ./", "r.txt", "r.txt"],
    ["comes in the JSON form", 'COPY ["r.txt", "sub/r.txt", "/app/"]', "/app/r.txt", "r.txt"],
    ["is the one that was copied last", "COPY r.txt /a/\nCOPY sub/r.txt /a/", "/a/r.txt", "sub/r.txt"],
    ["is written in place", "COPY <<EOF /a.txt\nhello\nEOF", "/a.txt", "/a.txt"],
    ["is not there without COPY", "WORKDIR /app", "r.txt", undefined],
    ["is not there before its COPY", "RUN true\nFROM b\nRUN true", "r.txt", undefined],
    ["never comes from outside", "COPY ../r.txt /a/", "/a/../../etc/passwd", undefined],
  ])("%s", (_, instructions, path, expected) => {
    expect(pathOf(`FROM a\n${instructions}\nRUN x\n`, path, files)).toBe(expected);
  });

  it("comes by way of another stage", () => {
    const text = "FROM a AS one\nWORKDIR /src\nCOPY . .\nFROM b\nCOPY --from=one /src/sub /app\nRUN x\n";
    expect(pathOf(text, "/app/r.txt", files)).toBe("sub/r.txt");
  });

  it("comes by a mount of the RUN", () => {
    const mounted = "FROM a\nWORKDIR /w\nRUN --mount=type=bind,source=sub/r.txt,target=r.txt x\n";
    expect(pathOf(mounted, "r.txt", files)).toBe("sub/r.txt");
  });

  it("is left out by .dockerignore", () => {
    expect(pathOf("FROM a\nCOPY . /a\nRUN x\n", "/a/r.txt", { ...files, ".dockerignore": "*.txt\n" })).toBe(undefined);
    expect(pathOf("FROM a\nCOPY . /a\nRUN x\n", "/a/r.txt", { ...files, ".dockerignore": "*\n!r.txt\n" })).toBe(
      "r.txt",
    );
  });
});

describe(".dockerignore", () => {
  it.each([
    ["node_modules", "node_modules/a/b", true],
    ["node_modules", "sub/node_modules", false],
    ["**/node_modules", "sub/node_modules/a", true],
    ["**/node_modules", "node_modules", true],
    ["*.md", "a.md", true],
    ["*.md", "sub/a.md", false],
    ["/sub/", "sub/a", true],
    ["a?.txt", "ab.txt", true],
    ["a+(b).txt", "a+(b).txt", true],
    ["**/*.txt", "x/y/z.txt", true],
  ])("%s: %s is left out: %s", (pattern, path, expected) => {
    expect(matcher(pattern.replace(/^\/|\/$/g, ""))(path)).toBe(expected);
    expect(readDockerignore(`# c\n\n${pattern}\n`)(path)).toBe(expected);
  });
});
