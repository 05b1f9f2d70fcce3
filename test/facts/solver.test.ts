import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { AlpineIndex, readIndexedReleases } from "../../server/src/facts/alpine-index";
import { AlpineNames } from "../../server/src/facts/alpine-names";
import { baseSystem, solve } from "../../server/src/facts/apk-solver";
import { TableFolder } from "../../server/src/facts/table-folder";
import { fixture, tablesFolder } from "./fixtures";

const folder = new TableFolder(fileURLToPath(tablesFolder));
const tables = {
  packages: folder.table("alpine-packages"),
  communityPackages: folder.table("alpine-packages-community"),
  provides: folder.table("alpine-provides"),
  installIf: folder.table("alpine-install-if"),
  rivals: folder.table("alpine-rivals"),
};
const indexed = readIndexedReleases(folder.table("alpine-indexes"));
const names = new AlpineNames(folder.table("alpine-names"));

describe.each(["3.22", "3.20"])("the solver beside apk 2.14 on Alpine %s, main only", (release) => {
  const index = new AlpineIndex(tables, indexed, names, release, false);
  const base = solve(index, baseSystem, new Set()).added;
  const cases = fixture("solver-cases").filter(([one]) => one === release);
  const solutionOf = (requested: string) => solve(index, requested.split(" "), base);

  it("agrees with the table of what a bare Alpine holds", () => {
    const shipped = folder.table("alpine-base").rows(release)[0]?.[0];
    expect([...base].sort().join(" ")).toBe(shipped);
  });

  it("installs the same packages", () => {
    const installs = cases.filter(([, , result]) => result === "ok");
    const different = installs.filter(([, requested = "", , added = ""]) => {
      const solution = solutionOf(requested);
      return (
        solution.refusal !== undefined || [...solution.added].sort().join(" ") !== added.split(" ").sort().join(" ")
      );
    });
    expect(installs.length).toBeGreaterThan(270);
    expect(different).toEqual([]);
  });

  it("refuses what apk refuses, for the same reason", () => {
    const refused = cases.filter(([, , result]) => result !== "ok");
    expect(refused.length).toBeGreaterThan(13);
    for (const [, requested = "", result = ""] of refused) {
      const reason = solutionOf(requested).refusal;
      expect(reason, requested).toBeDefined();
      expect(result).toContain(reason);
    }
  });
});

describe("what installs itself", () => {
  it("asks the release's own conditions: on 3.22 squid's languages have none, and stay out", () => {
    const added = (release: string) => {
      const index = new AlpineIndex(tables, indexed, names, release, false);
      return [...solve(index, ["squid"], solve(index, baseSystem, new Set()).added).added];
    };
    expect(added("3.22")).toContain("squid");
    expect(added("3.22").filter((name) => name.startsWith("squid-lang"))).toEqual([]);
  });
});

describe("conflicts", () => {
  const index = new AlpineIndex(tables, indexed, names, "3.22", false);
  const base = solve(index, baseSystem, new Set()).added;

  it("refuses two packages that exclude each other", () => {
    expect(solve(index, ["bison", "byacc"], base).refusal).toContain("conflicts");
  });

  it("refuses a package that is asked for and forbidden through another's name", () => {
    expect(solve(index, ["vim", "!ncurses-terminfo-base"], base).refusal).toContain("ncurses-terminfo-base");
  });

  it("names the providers when none may be chosen unasked", () => {
    const { refusal, missing } = solve(index, ["so:nothing.so.9"], base);
    expect(refusal).toBe("so:nothing.so.9 (no such package)");
    expect(missing).toEqual(["so:nothing.so.9"]);
  });
});
