import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { facts } from "../facts";

const table = readFileSync(new URL("../../server/data/tables/native-packages.tsv", import.meta.url), "utf8");
const keys = table
  .split("\n")
  .slice(1, -1)
  .map((line) => line.split("\t")[0] ?? "");

describe("packages of languages", () => {
  it.each(keys)("%s needs packages that Alpine has", (key) => {
    const [ecosystem = "", name = ""] = key.split(/:(.*)/s);
    const found = facts.native.find(ecosystem as "pip", name);
    const names = [...(found?.build ?? []).map(({ name }) => name), ...(found?.opens ?? [])];
    const lacking = names.filter((one) => !facts.alpine.resolves(one, facts.alpine.newest));
    expect(lacking).toEqual([]);
    if (found?.kind === "never") expect(found.note).toMatch(/^(it|its|[A-Z]\w+('s)?) /);
  });

  it("are told apart by what they need", () => {
    expect(facts.native.find("pip", "torch")?.kind).toBe("never");
    expect(facts.native.find("pip", "numpy")).toMatchObject({ kind: "compiled", muslFrom: "1.25", python: "3.9" });
    expect(facts.native.find("pip", "python-magic")).toMatchObject({ kind: "pure", opens: ["libmagic"] });
    expect(facts.native.find("npm", "torch")).toBeUndefined();
  });
});
