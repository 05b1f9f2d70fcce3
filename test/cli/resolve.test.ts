import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CommandLine } from "./run";

let cli: CommandLine;

beforeAll(async () => {
  cli = await CommandLine.open();
});

afterAll(() => cli.close());

/** What `resolve` prints as JSON. */
async function resolved(...args: string[]) {
  const { code, stdout, stderr } = await cli.run(["resolve", "--json", ...args]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return JSON.parse(stdout);
}

describe("resolve --json", () => {
  it("names what apk adds, with bytes read from the index of that very release", async () => {
    expect(await resolved("--alpine", "3.22", "--main-only", "libpq-dev")).toEqual({
      schema: 1,
      added: ["libpq", "libpq-dev", "openssl-dev", "pkgconf"],
      installedBytes: expect.any(Number),
      downloadBytes: expect.any(Number),
      unknownSizes: [],
      basis: "exact",
    });
  });

  it("adds nothing that a bare Alpine has", async () => {
    const { added, installedBytes, downloadBytes } = await resolved(
      "--alpine",
      "3.22",
      "--main-only",
      "busybox",
      "musl",
    );
    expect({ added, installedBytes, downloadBytes }).toEqual({ added: [], installedBytes: 0, downloadBytes: 0 });
  });

  it("takes virtual names, capabilities, versions and forbidden names", async () => {
    const words = ["cmd:git", "pc:libpq", "so:libcurl.so.4", "python3>3", "!vim"];
    const { added } = await resolved("--alpine", "v3.22", "--main-only", ...words);
    for (const name of ["git", "libpq-dev", "libcurl", "python3"]) expect(added).toContain(name);
    expect(added).not.toContain("vim");
  });

  it("stands on the newest release when none is named, and says that figures are another's", async () => {
    expect(await resolved("build-base")).toEqual(await resolved("--alpine", "3.24", "build-base"));
    expect(await resolved("build-base")).toMatchObject({ basis: "sibling" });
  });

  it("names the packages that have no figure", async () => {
    const { added, installedBytes, unknownSizes } = await resolved("--alpine", "3.24", "gosu", "curl");
    expect(added).toContain("gosu");
    expect(unknownSizes).toEqual(["gosu"]);
    expect(installedBytes).toBeGreaterThan(0);
  });
});

it("prints package by package and a sum for people", async () => {
  const { code, stdout, stderr } = await cli.run(["resolve", "--alpine", "3.22", "bash"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/^bash {2}[\d.]+ [kM]B$/m);
  expect(stdout).toMatch(/^4 packages on Alpine 3\.22: [\d.]+ MB installed, [\d.]+ [kM]B to download\.$/m);
});

describe("what apk refuses ends with 3, its reason, and no JSON", () => {
  it.each([
    [["no-such-package"], "no-such-package (no such package)"],
    [["so:nosuch.so.1"], "so:nosuch.so.1 (no such package)"],
    [["python3<3"], "breaks: world[python3<3]"],
    [["bison", "byacc"], "conflicts"],
    [["build-base", "!musl-dev"], "musl-dev"],
    [["--main-only", "docker-cli"], "docker-cli (no such package)"],
  ])("%j", async (args, reason) => {
    const { code, stdout, stderr } = await cli.run(["resolve", "--json", "--alpine", "3.22", ...args]);
    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(stderr).toMatch(/^unable to select packages: [^\n]+\n$/);
    expect(stderr).toContain(reason);
  });
});
