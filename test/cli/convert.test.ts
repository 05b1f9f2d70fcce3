import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { levels } from "../../server/src/alpinize";
import { CommandLine } from "./run";
import { clean, debian, stubborn } from "./texts";

let cli: CommandLine;

beforeEach(async () => {
  cli = await CommandLine.open();
});

afterEach(() => cli.close());

const read = (name: string) => readFileSync(join(cli.folder, name), "utf8");

describe("standard output", () => {
  it.each(levels)("is one whole Dockerfile: %s", async (level) => {
    cli.write("Dockerfile", debian);
    const { code, stdout, stderr } = await cli.run(["convert", "--to", level, "Dockerfile"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^FROM python:3\.13-alpine/);
    expect(stdout).toMatch(/CMD \["python3"\]\n$/);
    expect(/apk add/.test(stdout)).toBe(level !== "base");
    expect(stderr).toMatch(/^Dockerfile: /);
    expect(read("Dockerfile")).toBe(debian);
  });

  it("goes as far as single-run when nothing else is asked", async () => {
    cli.write("Dockerfile", debian);
    const [byDefault, named] = [
      await cli.run(["convert", "Dockerfile"]),
      await cli.run(["convert", "--to=single-run", "Dockerfile"]),
    ];
    expect(byDefault).toEqual(named);
  });

  it("is the same for a file and for standard input", async () => {
    cli.write("Dockerfile", debian);
    const fromFile = await cli.run(["convert", "Dockerfile"]);
    const fromInput = await cli.run(["convert", "-"], { input: debian });
    expect(fromInput.stdout).toBe(fromFile.stdout);
    expect(fromInput.stderr).toBe(fromFile.stderr.replace(/^Dockerfile/, "Standard input"));
  });

  it("keeps Windows line endings and a byte order mark", async () => {
    const windows = `\ufeff${debian.replaceAll("\n", "\r\n")}`;
    const { stdout } = await cli.run(["convert", "-"], { input: windows });
    const unix = await cli.run(["convert", "-"], { input: debian });
    expect(stdout).toBe(`\ufeff${unix.stdout.replaceAll("\n", "\r\n")}`);
  });

  it("is the file as it was when there is nothing to convert", async () => {
    expect(await cli.run(["convert", "-"], { input: clean })).toEqual({
      code: 0,
      stdout: clean,
      stderr: "Standard input: there is nothing to convert at the level single-run.\n",
    });
  });

  it("keeps a stage that cannot be converted, says why, and ends with 3", async () => {
    const { code, stdout, stderr } = await cli.run(["convert", "-"], { input: stubborn });
    expect({ code, stdout }).toEqual({ code: 3, stdout: stubborn });
    expect(stderr).toMatch(/Could not be converted:\n {2}line 3: .+/);
  });

  it("has a comment above what --partial left", async () => {
    const { code, stdout } = await cli.run(["convert", "--partial", "-"], { input: stubborn });
    expect(code).toBe(3);
    expect(stdout).toMatch(/^# alpinize: .+$/m);
    expect(stdout).toContain("RUN dpkg -i /tmp/vendor.deb\n");
  });

  it("survives a reader that goes away", async () => {
    const large = debian + "# a line of comment to fill the pipe\n".repeat(20_000);
    const child = spawn(process.execPath, [cli.module, "convert", cli.write("Dockerfile", large)], { cwd: cli.folder });
    let stderr = "";
    child.stderr.setEncoding("utf8").on("data", (text) => {
      stderr += text;
    });
    child.stdout.once("data", () => child.stdout.destroy());
    await once(child, "close");
    expect(child.signalCode).toBeNull();
    expect(stderr).not.toMatch(/EPIPE|error| at /i);
  });
});

describe("--diff", () => {
  it.each([
    ["beside us", ".", "Dockerfile"],
    ["in a folder with a space", ".", "my app/Dockerfile"],
    ["with Windows line endings", ".", "Dockerfile.windows"],
    ["without a last line ending", ".", "Dockerfile.open"],
  ])("is a patch that git applies: %s", async (_, cwd, name) => {
    mkdirSync(join(cli.folder, "my app"));
    const text = name.endsWith("windows") ? debian.replaceAll("\n", "\r\n") : debian;
    cli.write(name, name.endsWith("open") ? text.trimEnd() : text);
    const { stdout: whole } = await cli.run(["convert", name]);
    const { code, stdout } = await cli.run(["convert", "--diff", name], { cwd: join(cli.folder, cwd) });
    expect(code).toBe(0);
    expect(stdout).toContain(`+++ b/${name}`);
    execFileSync("git", ["apply", "--whitespace=nowarn", "-"], { cwd: cli.folder, input: stdout });
    expect(read(name)).toBe(whole);
  });

  it("names a file outside of this folder as it was named", async () => {
    mkdirSync(join(cli.folder, "app"));
    cli.write("Dockerfile", debian);
    const { stdout } = await cli.run(["convert", "--diff", "../Dockerfile"], { cwd: join(cli.folder, "app") });
    expect(stdout).toMatch(/^--- \.\.\/Dockerfile\n\+\+\+ \.\.\/Dockerfile\n@@ /);
  });

  it("calls standard input Dockerfile", async () => {
    const { stdout } = await cli.run(["convert", "--diff", "-"], { input: debian });
    expect(stdout).toMatch(/^--- a\/Dockerfile\n\+\+\+ b\/Dockerfile\n@@ /);
  });

  it("is empty when nothing changes", async () => {
    expect(await cli.run(["convert", "--diff", "-"], { input: clean })).toMatchObject({ code: 0, stdout: "" });
  });
});

describe("--json", () => {
  it("holds the text, the reasons and the sizes", async () => {
    cli.write("Dockerfile", debian);
    const whole = await cli.run(["convert", "Dockerfile"]);
    const { code, stdout, stderr } = await cli.run(["convert", "--json", "Dockerfile"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const result = JSON.parse(stdout);
    expect(result).toMatchObject({ schema: 1, file: "Dockerfile", level: "single-run", complete: true, changed: true });
    expect(result.text).toBe(whole.stdout);
    expect(result.stages).toEqual([
      expect.objectContaining({ line: 1, from: "python:3.13-slim", outcome: "converted" }),
    ]);
    for (const remark of result.remarks) {
      expect(remark).toMatchObject({ kind: expect.stringMatching(/^(stop|check|done)$/), message: expect.any(String) });
      expect(remark.start.line).toBeGreaterThan(0);
    }
    for (const { disk } of [...result.sizes.before, ...result.sizes.after]) {
      expect(disk.bytes === null).toBe(disk.basis === "unknown");
    }
  });
});

describe("--write", () => {
  it("puts the result into the file and nothing on standard output", async () => {
    cli.write("Dockerfile", debian);
    const whole = await cli.run(["convert", "Dockerfile"]);
    expect(await cli.run(["convert", "--write", "Dockerfile"])).toMatchObject({ code: 0, stdout: "" });
    expect(read("Dockerfile")).toBe(whole.stdout);
    expect(readdirSync(cli.folder)).toEqual(["Dockerfile"]);
  });

  it("keeps the file's mode, and a link a link", async () => {
    cli.write("real", debian);
    chmodSync(join(cli.folder, "real"), 0o764);
    symlinkSync("real", join(cli.folder, "Dockerfile"));
    expect((await cli.run(["convert", "--write", "Dockerfile"])).code).toBe(0);
    expect(statSync(join(cli.folder, "real")).mode & 0o777).toBe(0o764);
    expect(lstatSync(join(cli.folder, "Dockerfile")).isSymbolicLink()).toBe(true);
    expect(read("real")).toMatch(/^FROM python:3\.13-alpine/);
  });

  it("does not touch a file that stays as it is", async () => {
    cli.write("Dockerfile", clean);
    const { ino, mtimeMs } = statSync(join(cli.folder, "Dockerfile"));
    expect((await cli.run(["convert", "--write", "Dockerfile"])).code).toBe(0);
    expect(statSync(join(cli.folder, "Dockerfile"))).toMatchObject({ ino, mtimeMs });
  });

  it("writes nothing when a part could not be converted", async () => {
    const half = `${debian.replace("slim", "slim AS web")}\n${stubborn}`;
    cli.write("Dockerfile", half);
    const { code, stdout, stderr } = await cli.run(["convert", "--write", "Dockerfile"]);
    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(stderr).toMatch(/Nothing was written/);
    expect(read("Dockerfile")).toBe(half);
  });

  it("writes what --partial gives", async () => {
    cli.write("Dockerfile", stubborn);
    const whole = await cli.run(["convert", "--partial", "Dockerfile"]);
    expect(await cli.run(["convert", "--partial", "--write", "Dockerfile"])).toMatchObject({ code: 3, stdout: "" });
    expect(read("Dockerfile")).toBe(whole.stdout);
  });

  it.skipIf(process.platform === "win32")("leaves the file alone when it cannot write", async () => {
    mkdirSync(join(cli.folder, "gone"));
    cli.write("gone/Dockerfile", debian);
    // A name so long that the file beside it cannot be made.
    const name = `gone/${"D".repeat(250)}`;
    cli.write(name, debian);
    const { code, stdout, stderr } = await cli.run(["convert", "--write", name]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^[^\n]+cannot be written[^\n]+\n$/);
    expect(read(name)).toBe(debian);
    rmSync(join(cli.folder, "gone"), { recursive: true });
  });
});
