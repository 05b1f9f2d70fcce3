import { mkdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CommandLine } from "./run";
import { clean, debian, unclean } from "./texts";

let cli: CommandLine;

beforeEach(async () => {
  cli = await CommandLine.open();
});

afterEach(() => cli.close());

function write(name: string, text: string): void {
  mkdirSync(dirname(join(cli.folder, name)), { recursive: true });
  cli.write(name, text);
}

const json = async (...args: string[]) => JSON.parse((await cli.run(["check", "--format", "json", ...args])).stdout);

describe("the files of a folder", () => {
  it("are its Dockerfiles, by their names, and none that belong to others", async () => {
    const wanted = [
      "Containerfile",
      "Dockerfile",
      "a/b/c/Dockerfile",
      "a/web.dockerfile",
      "docker/Dockerfile.prod",
      "lower/dockerfile",
    ];
    const others = [
      "node_modules/x/Dockerfile",
      "a/node_modules/x/Dockerfile",
      ".git/Dockerfile",
      "Dockerfile.dockerignore",
      "MyDockerfile",
      "Dockerfiles/README.md",
    ];
    for (const name of [...wanted, ...others]) write(name, clean);
    symlinkSync("..", join(cli.folder, "a", "circle"));
    mkdirSync(join(cli.folder, "folder", "Dockerfile"), { recursive: true });
    const { files } = await json(".");
    expect(files.map(({ file }: { file: string }) => file).sort()).toEqual(wanted);
  });

  it("are all that are named, and each once", async () => {
    write("a/Dockerfile", clean);
    write("other.txt", clean);
    const { files } = await json("a", "a/Dockerfile", "other.txt");
    expect(files.map(({ file }: { file: string }) => file)).toEqual(["a/Dockerfile", "other.txt"]);
  });

  it("may be none", async () => {
    expect(await cli.run(["check", "."])).toEqual({ code: 0, stdout: "No Dockerfile was found.\n", stderr: "" });
  });

  it("are checked even when another one cannot be", async () => {
    write("Dockerfile", unclean);
    const { code, stdout, stderr } = await cli.run(["check", "missing", "Dockerfile"]);
    expect(code).toBe(2);
    expect(stderr).toBe("missing: there is no such file.\n");
    expect(stdout).toMatch(/^Dockerfile\n/);
  });

  it("may come through standard input", async () => {
    const { stdout } = await cli.run(["check", "-"], { input: unclean });
    expect(stdout).toMatch(/^Standard input\n/);
  });
});

describe("the exit code", () => {
  it("is 0 without findings", async () => {
    expect(await cli.run(["check", "-"], { input: clean })).toEqual({
      code: 0,
      stdout: "No findings in 1 file.\n",
      stderr: "",
    });
  });

  it("is 1 for a finding at or above --fail-on, and 0 for one below", async () => {
    write("Dockerfile", unclean);
    const { summary } = await json("Dockerfile");
    const order = ["error", "warning", "info"] as const;
    expect(order.some((severity) => summary[severity] > 0)).toBe(true);
    for (const failOn of order) {
      const bad = order.slice(0, order.indexOf(failOn) + 1).some((severity) => summary[severity] > 0);
      expect((await cli.run(["check", "--fail-on", failOn, "Dockerfile"])).code).toBe(bad ? 1 : 0);
    }
    expect((await cli.run(["check", "--fail-on", "never", "Dockerfile"])).code).toBe(0);
    expect((await cli.run(["check", "Dockerfile"])).code).toBe(
      (await cli.run(["check", "--fail-on", "warning", "Dockerfile"])).code,
    );
  });
});

describe("a project's file", () => {
  it("sets severities for all folders below it", async () => {
    write(".alpinize.json", '{ "rules": { "needless-apk-update": "off" } }');
    write("a/b/Dockerfile", unclean);
    write("c/.alpinize.json", "{} // here the rules are as they are");
    write("c/Dockerfile", unclean);
    const { files } = await json("a", "c");
    const rules = files.map(({ findings }: { findings: { rule: string }[] }) => findings.map(({ rule }) => rule));
    expect(rules[0]).not.toContain("needless-apk-update");
    expect(rules[1]).toContain("needless-apk-update");
  });

  it("that is broken is told in one line", async () => {
    write(".alpinize.json", '{ "rules": { "needless": "off" } }');
    write("Dockerfile", unclean);
    const { code, stderr } = await cli.run(["check", "Dockerfile"]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^[^\n]*\.alpinize\.json:1:14: there is no rule "needless"\.\n$/);
  });
});

describe("--format json", () => {
  it("tells each finding with its place and its fix", async () => {
    write("Dockerfile", `# 😀\n${unclean}`);
    const { schema, files, failures, summary } = await json("Dockerfile");
    expect({ schema, failures }).toEqual({ schema: 1, failures: [] });
    const [{ findings }] = files;
    expect(findings.length).toBeGreaterThan(0);
    for (const finding of findings) {
      expect(Object.keys(finding)).toEqual(["rule", "severity", "message", "start", "end", "fix"]);
      expect(finding.rule).toMatch(/^[a-z]+(-[a-z]+)+$/);
      expect(finding.start.line).toBe(3);
      expect(finding.start.column).toBeGreaterThan(0);
    }
    expect(findings.map(({ fix }: { fix: { safety: string } | null }) => fix?.safety)).toContain("safe");
    const { files: number, ...bySeverity } = summary;
    expect(number).toBe(1);
    const total = Object.values<number>(bySeverity).reduce((sum, some) => sum + some, 0);
    expect(total).toBe(findings.length);
  });

  it("is JSON even when a file cannot be read", async () => {
    const { code, stdout, stderr } = await cli.run(["check", "--format", "json", "missing"]);
    expect({ code, stderr }).toEqual({ code: 2, stderr: "missing: there is no such file.\n" });
    expect(JSON.parse(stdout)).toMatchObject({ files: [], failures: ["missing: there is no such file."] });
  });
});

describe("for people", () => {
  it("the verdict and the findings stand below their file, with line and column, one to a line in a pipe", async () => {
    write("a/Dockerfile", debian);
    write("b/Dockerfile", unclean);
    const { stdout } = await cli.run(["check", "."]);
    expect(stdout).toMatch(/^a\/Dockerfile\n {2}Alpine: convert\n {2,}1:6 {2}(error|warning|info) .*\([a-z-]+\)\n/);
    expect(stdout).toMatch(/\n\nb\/Dockerfile\n {2,}2:\d+ /);
    expect(stdout).toMatch(/\n\n\d+ findings in 2 files: .*\. alpinize fix repairs \d+ of them\.\n$/);
    for (const line of stdout.split("\n"))
      expect(line).toMatch(/^$|^[ab]\/Dockerfile$|^ {2}Alpine: |^ {2,}\d+:\d+ |^\d+ findings /);
    expect(stdout).not.toContain("\x1b");
  });

  describe.skipIf(process.platform !== "linux")("on a terminal", () => {
    it("lines are broken at its width, and coloured", async () => {
      write("Dockerfile", debian);
      const { stdout } = await cli.runOnTerminal(60, ["check", "."]);
      expect(stdout).toContain("\x1b[");
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours are control characters.
      const plain = stdout.replaceAll(/\x1b\[[\d;]*m/g, "");
      expect(Math.max(...plain.split("\n").map((line) => line.length))).toBeLessThanOrEqual(60);
      const unbroken = (await cli.run(["check", "."])).stdout;
      expect(plain.replace(/\s+/g, " ").trim()).toBe(unbroken.replace(/\s+/g, " ").trim());
    });

    it.each([{ NO_COLOR: "1" }, { TERM: "dumb" }])("colours are left out with %j", async (env) => {
      write("Dockerfile", debian);
      expect((await cli.runOnTerminal(60, ["check", "."], env)).stdout).not.toContain("\x1b");
    });
  });
});
