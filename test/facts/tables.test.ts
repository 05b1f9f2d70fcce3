import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allTables } from "../../server/data/generate/sets";
import { render } from "../../server/data/generate/tsv";
import { TableFolder } from "../../server/src/facts/table-folder";
import { tablesFolder } from "./fixtures";

const folder = fileURLToPath(tablesFolder);
const shipped = readdirSync(folder).map((file) => ({ file, text: readFileSync(new URL(file, tablesFolder), "utf8") }));
const source = process.env.ALPINIZE_DATA_SOURCE ?? fileURLToPath(new URL("../../../shared/data", import.meta.url));

describe.each(shipped)("$file", ({ text }) => {
  const [header = "", ...lines] = text.split("\n");
  const rows = lines.slice(0, -1).map((line) => line.split("\t"));

  it("ends in a newline and has as many cells in every row as in the header", () => {
    expect(text.endsWith("\n")).toBe(true);
    const columns = header.split("\t").length;
    expect(rows.filter((row) => row.length !== columns)).toEqual([]);
  });

  it("is sorted by the bytes of its key", () => {
    const keys = rows.map(([key = ""]) => Buffer.from(key).toString("latin1"));
    expect(keys.filter((key, index) => index > 0 && key < (keys[index - 1] ?? ""))).toEqual([]);
  });
});

it("all together stay below the bound for the extension", () => {
  const bytes = shipped.reduce((sum, { text }) => sum + deflateSync(text, { level: 9 }).length, 0);
  expect(bytes).toBeLessThan(2_000_000);
});

describe.runIf(existsSync(source))("beside their sources", () => {
  it("are what the generators write now", () => {
    const folderOf = (name: string) => fileURLToPath(new URL(`../${name}`, tablesFolder));
    const made = allTables({ source, curated: folderOf("curated"), gathered: folderOf("gathered") });
    expect(made.map((table) => table.name).sort()).toEqual(shipped.map(({ file }) => file).sort());
    const stale = made.filter((table) => render(table) !== shipped.find(({ file }) => file === table.name)?.text);
    expect(stale.map((table) => `${table.name}: run npm run data`)).toEqual([]);
  }, 60_000);
});

describe("decisions by hand", () => {
  const curated = new URL("../curated/", tablesFolder);

  it.each(readdirSync(curated))("%s gives the same cells in every row", (file) => {
    const [header = "", ...rows] = readFileSync(new URL(file, curated), "utf8")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"));
    const columns = header.split("\t").length;
    expect(rows.filter((row) => row.split("\t").length !== columns)).toEqual([]);
  });

  it("each say why", () => {
    const rows = readFileSync(new URL("debian-alpine.tsv", curated), "utf8").split("\n");
    const decisions = rows.filter((line) => line !== "" && !line.startsWith("#")).map((line) => line.split("\t"));
    expect(decisions.filter(([, , , , , , why, , origin]) => !why || !origin)).toEqual([]);
  });
});

describe("the search in a table", () => {
  const table = new TableFolder(folder).table("alpine-names");
  const text = shipped.find(({ file }) => file === "alpine-names.tsv")?.text ?? "";
  const rows = text
    .split("\n")
    .slice(1, -1)
    .map((line) => line.split("\t"));

  it("finds every key, the first and the last too", () => {
    const lost = rows.filter(([key = "", flags]) => table.rows(key)[0]?.[0] !== flags);
    expect(lost).toEqual([]);
  });

  it("finds nothing else", () => {
    const keys = new Set(rows.map(([key]) => key));
    fc.assert(
      fc.property(fc.string(), (word) => {
        expect(table.has(word)).toBe(keys.has(word));
      }),
    );
  });

  it("lists the keys with a prefix", () => {
    const expected = rows.map(([key = ""]) => key).filter((key) => key.startsWith("libpq"));
    expect(table.keys("libpq")).toEqual(expected);
  });
});
