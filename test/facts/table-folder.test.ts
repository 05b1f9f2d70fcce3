import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Facts, openFacts } from "../../server/src/facts";
import { TableFolder } from "../../server/src/facts/table-folder";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tables-"));
  writeFileSync(join(folder, "names.tsv"), "name\treleases\ncurl\tmm\nnginx\tm.\n");
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("the folder of the tables", () => {
  test("reads a file at the first question of its table, and once", () => {
    const names = new TableFolder(folder).table("names");
    expect(names.rows("curl")).toEqual([["mm"]]);
    rmSync(join(folder, "names.tsv"));
    expect(names.rows("nginx")).toEqual([["m."]]);
  });

  test("reads all files ahead when asked to", async () => {
    const tables = new TableFolder(folder);
    await tables.preload();
    rmSync(join(folder, "names.tsv"));
    expect(tables.table("names").rows("nginx")).toEqual([["m."]]);
  });

  test("of the package makes ready for questions, and answers as it does without", async () => {
    const path = fileURLToPath(new URL("../../server/data/tables", import.meta.url));
    const [ready, lazy] = [openFacts(path), openFacts(path)];
    await ready.preload();
    const ask = ({ alpine, names }: Facts) => [
      alpine.closure(["zlib-dev", "curl"], "3.22", []),
      names.toAlpine("libpq-dev", { release: "3.24", family: "python" }),
    ];
    expect(ask(ready)).toEqual(ask(lazy));
  });

  test("leaves it to the question to tell what cannot be read", async () => {
    mkdirSync(join(folder, "sizes.tsv"));
    const tables = new TableFolder(folder);
    await tables.preload();
    expect(() => tables.table("sizes").rows("curl")).toThrow("EISDIR");
    expect(() => tables.table("gone").rows("curl")).toThrow("ENOENT");
  });
});
