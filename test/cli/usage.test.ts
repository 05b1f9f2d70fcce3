import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../built";
import { CommandLine } from "./run";
import { clean } from "./texts";

let cli: CommandLine;

beforeAll(async () => {
  cli = await CommandLine.open();
  mkdirSync(join(cli.folder, "folder"));
  cli.write("Dockerfile", clean);
  cli.write("empty", " \n");
  cli.write("binary", new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2]));
  cli.write("latin1", new Uint8Array([0x46, 0x52, 0x4f, 0x4d, 0x20, 0xfc, 0x0a]));
  cli.write("cut-off", new Uint8Array([0x46, 0x52, 0x4f, 0x4d, 0x20, 0xc3]));
  cli.write("huge", "#".repeat(1_000_001));
  symlinkSync("circle", join(cli.folder, "circle"));
});

afterAll(() => cli.close());

describe("help", () => {
  it("names each command and exit code", async () => {
    const { code, stdout, stderr } = await cli.run(["--help"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    for (const word of ["convert", "check", "fix", "sizes", "explain", "resolve", "--help", "--version"]) {
      expect(stdout).toContain(word);
    }
    for (const line of [/^ {2}0 /m, /^ {2}1 /m, /^ {2}2 /m, /^ {2}3 /m]) expect(stdout).toMatch(line);
  });

  it.each([
    ["convert", ["--to", "--partial", "--diff", "--write", "--json", "single-run"]],
    ["check", ["--format", "--fail-on", "node_modules"]],
    ["fix", ["--review"]],
    ["sizes", ["--json"]],
    ["explain", ["RULE"]],
    ["resolve", ["--alpine", "--main-only", "--json", "!name"]],
  ])("explains %s", async (command, words) => {
    for (const asked of [["--help"], ["-h"], ["Dockerfile", "--help"]]) {
      const { code, stdout } = await cli.run([command, ...asked]);
      expect(code).toBe(0);
      for (const word of words) expect(stdout).toContain(word);
    }
  });

  it("tells the version of the package", async () => {
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    expect(await cli.run(["--version"])).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
  });
});

describe("what cannot be done ends with 2 and one line that says why", () => {
  const cases: [args: string[], says: RegExp][] = [
    [[], /convert, check, fix, sizes, explain.*--help/],
    [["conver", "Dockerfile"], /no command conver\. Did you mean convert\?/],
    [["--hlep"], /no option --hlep\. Did you mean --help\?/],
    [["convert", "--dif", "Dockerfile"], /no option --dif\. Did you mean --diff\?/],
    [["convert", "--quiet", "Dockerfile"], /no option --quiet\.$/],
    [["convert", "-d", "Dockerfile"], /no option -d\./],
    [["convert", "--constructor", "Dockerfile"], /no option --constructor/],
    [["convert", "--to"], /--to needs a value: base, packages, single-run or multi-stage/],
    [["convert", "--to", "--diff", "Dockerfile"], /--to needs a value/],
    [["convert", "--to=", "Dockerfile"], /--to needs a value/],
    [["convert", "--to", "package", "Dockerfile"], /not package\. Did you mean packages\?/],
    [["convert", "--diff=yes", "Dockerfile"], /--diff takes no value/],
    [["convert", "--diff", "--write", "Dockerfile"], /--diff and --write cannot be used together/],
    [["convert"], /takes one file/],
    [["convert", "Dockerfile", "Dockerfile"], /takes one file/],
    [["convert", "--write", "-"], /--write needs a file/],
    [["convert", "missing"], /^missing: there is no such file\.$/],
    [["convert", "Dockerfile/x"], /no such file/],
    [["convert", "folder"], /^folder: this is a folder\./],
    [["convert", "empty"], /nothing in it/],
    [["convert", "-"], /^Standard input: there is nothing in it\.$/],
    [["convert", "binary"], /no text in UTF-8/],
    [["convert", "latin1"], /no text in UTF-8/],
    [["convert", "cut-off"], /no text in UTF-8/],
    [["convert", "huge"], /larger than 1 MB/],
    [["convert", "circle"], /cannot be read \(ELOOP\)/],
    [["check"], /takes files or folders/],
    [["check", "--format", "xml", "."], /--format takes pretty or json, not xml/],
    [["check", "--fail-on", "warnings", "."], /Did you mean warning\?/],
    [["check", "missing"], /no such file/],
    [["fix"], /takes one or more files/],
    [["fix", "folder"], /this is a folder/],
    [["sizes"], /takes one file/],
    [["explain"], /takes one word/],
    [["explain", "a", "b"], /takes one word/],
    [["resolve"], /takes names of packages/],
    [["resolve", "--alpine", "3.1", "curl"], /--alpine takes .*3\.22.* or 3\.\d+, not 3\.1\./],
    [["resolve", "--virtual", ".build", "curl"], /no option --virtual/],
  ];

  it.each(cases)("%j", async (args, says) => {
    const { code, stdout, stderr } = await cli.run(args);
    expect(stderr.trimEnd()).toMatch(says);
    expect(stderr).toMatch(/^[^\n]+\n$/);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  });

  it.skipIf(process.platform === "win32" || process.getuid?.() === 0)("a file that may not be read", async () => {
    const { chmodSync } = await import("node:fs");
    chmodSync(join(cli.folder, cli.write("secret", clean)), 0);
    expect(await cli.run(["convert", "secret"])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/permission/),
    });
  });
});

it("takes what stands behind -- for a file", async () => {
  expect(await cli.run(["convert", "--", "--diff"])).toMatchObject({
    code: 2,
    stderr: "--diff: there is no such file.\n",
  });
});
