import { describe, expect, it } from "vitest";
import { python2Modules } from "../../server/src/facts/python-2-modules";
import { facts } from "../facts";

const { alpine, names } = facts;
const ask = (name: string, release: string) => names.toAlpine(name, { release, family: undefined });

describe("modules of Python 2 that pip brings", () => {
  it.each([...python2Modules])("%s takes packages that Alpine has", (name, { build = [], libraries = [] }) => {
    for (const release of ["3.9", "3.11", "3.12", "3.15"]) {
      for (const one of [...build, ...libraries, "python2-dev"]) expect(alpine.resolves(one, release), one).toBe(true);
      expect(ask(`python-${name}`, release)).toMatchObject({ kind: "packages" });
    }
    // Nothing has Python 2 from 3.16 on.
    expect(ask(`python-${name}`, "3.16")).toMatchObject({ kind: "no-equivalent" });
  });

  it("come from a package where the release has one", () => {
    expect(ask("python-yaml", "3.10")).toMatchObject({ packages: ["py2-yaml"] });
    expect(ask("python-yaml", "3.10")).not.toHaveProperty("module");
    expect(ask("python-pip", "3.11")).toMatchObject({ packages: ["py2-pip"] });
    expect(ask("python-serial", "3.11")).toMatchObject({ packages: ["python2", "py2-pip"] });
    expect(ask("python-serial", "3.12")).toMatchObject({ packages: ["python2"], module: { project: "pyserial" } });
  });

  it("have Tk in a package of its own", () => {
    expect(ask("python-tk", "3.11")).toMatchObject({ packages: ["python2-tkinter"] });
    expect(ask("python-tk", "3.12")).toMatchObject({ kind: "no-equivalent" });
  });
});
