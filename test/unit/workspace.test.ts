import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Workspace } from "../../server/src/alpinize";
import { folderWorkspace } from "../../server/src/workspace";

let root: string;
let workspace: Workspace;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "alpinize-workspace-"));
  const project = join(root, "project");
  mkdirSync(join(project, "app", "..later"), { recursive: true });
  mkdirSync(join(project, "shared"));
  writeFileSync(join(root, "secret.txt"), "secret");
  writeFileSync(join(project, "shared", "base.txt"), "flask\n");
  writeFileSync(join(project, "app", "requirements.txt"), "psycopg2\n");
  writeFileSync(join(project, "app", "..later", "..odd.txt"), "odd\n");
  symlinkSync("../shared/base.txt", join(project, "app", "linked.txt"));
  symlinkSync("../../secret.txt", join(project, "app", "escape.txt"));
  symlinkSync(root, join(project, "app", "up"));
  workspace = folderWorkspace(join(project, "app"), project);
});

afterAll(() => rmSync(root, { recursive: true }));

describe("the files beside a Dockerfile", () => {
  it("are read by their path in the context", () => {
    expect(workspace.readText("requirements.txt")).toBe("psycopg2\n");
    expect(workspace.readText("./requirements.txt")).toBe("psycopg2\n");
    expect(workspace.readText("..later/..odd.txt")).toBe("odd\n");
  });

  it("may be links to other files of the workspace folder", () => {
    expect(workspace.readText("linked.txt")).toBe("flask\n");
  });

  it.each([
    "../shared/base.txt",
    "up/secret.txt",
    "escape.txt",
    "..later/../../shared/base.txt",
    "..\\shared\\base.txt",
    "C:\\secret.txt",
    "requirements.txt\0",
  ])("do not lead out of it: %j", (path) => {
    expect(workspace.readText(path)).toBeUndefined();
  });

  it("are never named by an absolute path", () => {
    expect(workspace.readText(join(root, "project", "app", "requirements.txt"))).toBeUndefined();
  });

  it("are listed in order, and only inside", () => {
    expect(workspace.list("")).toEqual(["..later", "escape.txt", "linked.txt", "requirements.txt", "up"]);
    expect(workspace.list("..later")).toEqual(["..odd.txt"]);
    expect(workspace.list("up")).toBeUndefined();
    expect(workspace.list("requirements.txt")).toBeUndefined();
  });

  it("are absent when they are none, a folder, a pipe, or too large", () => {
    const app = join(root, "project", "app");
    writeFileSync(join(app, "1mb.txt"), "x".repeat(1_000_000));
    writeFileSync(join(app, "large.txt"), "x".repeat(1_000_001));
    expect(workspace.readText("missing.txt")).toBeUndefined();
    expect(workspace.readText("..later")).toBeUndefined();
    expect(workspace.readText("1mb.txt")).toHaveLength(1_000_000);
    expect(workspace.readText("large.txt")).toBeUndefined();
  });

  it.skipIf(process.platform === "win32")("do not make us wait for a pipe", () => {
    execFileSync("mkfifo", [join(root, "project", "app", "pipe.txt")]);
    expect(workspace.readText("pipe.txt")).toBeUndefined();
  });

  it("are text as editors and PowerShell write it", () => {
    const app = join(root, "project", "app");
    writeFileSync(join(app, "bom.txt"), "\ufeffflask\n");
    writeFileSync(join(app, "utf16.txt"), "\ufeffflask\r\n", "utf16le");
    expect(workspace.readText("bom.txt")).toBe("flask\n");
    expect(workspace.readText("utf16.txt")).toBe("flask\r\n");
  });
});

it("reads parts of files of any size, within bounds", () => {
  const bytes = (path: string, offset: number, length: number) => {
    const part = workspace.readBytes(path, offset, length);
    return part && new TextDecoder().decode(part);
  };
  expect(bytes("requirements.txt", 0, 4)).toBe("psyc");
  expect(bytes("requirements.txt", 6, 100)).toBe("g2\n");
  expect(bytes("requirements.txt", 100, 4)).toBe("");
  expect(workspace.readBytes("large.txt", 0, 1_000_000)).toHaveLength(65_536);
  expect(workspace.readBytes("missing.txt", 0, 4)).toBeUndefined();
  expect(workspace.readBytes("../outside.txt", 0, 4)).toBeUndefined();
});
