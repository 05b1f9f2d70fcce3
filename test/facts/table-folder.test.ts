import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
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

  test("leaves it to the question to tell what cannot be read", async () => {
    mkdirSync(join(folder, "sizes.tsv"));
    const tables = new TableFolder(folder);
    await tables.preload();
    expect(() => tables.table("sizes").rows("curl")).toThrow("EISDIR");
    expect(() => tables.table("gone").rows("curl")).toThrow("ENOENT");
  });
});
