import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseDockerfile } from "../../../server/src/dockerfile";
import { readBuild } from "../../../server/src/model/build";
import { fromFolder, workingFolder } from "../../../server/src/model/working-folder";

function runOf(script: string, workdir?: string) {
  const text = `FROM x\n${workdir ? `WORKDIR ${workdir}\n` : ""}RUN ${script}\n`;
  const run = readBuild(parseDockerfile(text)).stages[0]?.runs[0];
  if (!run) throw new Error("no RUN");
  return run;
}

describe("where a shell is", () => {
  let root: string;
  beforeAll(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), "alpinize-folders-")));
    mkdirSync(join(root, "a/b/c"), { recursive: true });
    mkdirSync(join(root, "d"));
  });
  afterAll(() => rmSync(root, { recursive: true }));

  it.each([
    "true",
    "cd a",
    "cd a && cd b",
    "cd a/b/ && cd ./c",
    "cd a/b && cd ..",
    "cd a && cd .. && cd d",
    "cd a && cd b && cd -",
    "cd -P a",
    "(cd a && cd b); cd d",
    "(cd a && true) && (cd d)",
    "cd a; { cd b; }",
    "echo $(cd a && pwd)",
    "cd a/b && (cd c && true)",
    "if true; then cd a; fi",
    "cd /",
    "cd / && cd tmp",
  ])("as busybox ash says: %s", (script) => {
    const printed = execFileSync("busybox", ["ash", "-c", `cd ${root}; ${script}; echo; pwd`], { encoding: "utf8" });
    const told = workingFolder(runOf(script), script.length);
    expect(resolve(root, told ?? "?")).toBe(printed.trim().split("\n").at(-1));
  });

  it("stands below WORKDIR", () => {
    expect(workingFolder(runOf("cd a", "/srv"), 4)).toBe("/srv/a");
    expect(workingFolder(runOf("make", "/srv"), 0)).toBe("/srv");
  });

  it("stands below WORKDIR without its quotes and its last slash", () => {
    expect(workingFolder(runOf("make", '"/srv/app"'), 0)).toBe("/srv/app");
    expect(workingFolder(runOf("make", "/srv/app/"), 0)).toBe("/srv/app");
  });

  it("is not told before the cd has ended, nor inside parentheses that come later", () => {
    expect(workingFolder(runOf("make && cd a"), 0)).toBe(".");
    expect(workingFolder(runOf("(cd a && make) && make"), 9)).toBe("a");
  });

  it.each([
    ["cd $SOURCE", "$SOURCE"],
    ["cd $SOURCE && cd lib", "$SOURCE/lib"],
    ['cd "$(mktemp -d)"', undefined],
    ['cd "$(mktemp -d)" && cd a', undefined],
    ["cd $SOURCE && cd ..", undefined],
    ["cd", "$HOME"],
  ])("%s: %s", (script, folder) => {
    expect(workingFolder(runOf(script), script.length)).toBe(folder);
  });
});

describe("how a folder is named from another", () => {
  it.each([
    ["a", ".", "a"],
    ["a", "a", "."],
    ["a/b", "a", "b"],
    ["a", "d", "../a"],
    ["/srv/a", "/srv/a", "/srv/a"],
    ["a", "/opt", "/a"],
    ["a", undefined, "/a"],
    ["$DIR", "$DIR", "."],
    ["$DIR", "a", "$DIR"],
    ["a", "$DIR", "/a"],
    ['"$HOME"/.local', "a", '"$HOME"/.local'],
  ])("%s from %s: %s", (path, folder, name) => {
    expect(fromFolder(path, folder, runOf("true"))).toBe(name);
  });
});
