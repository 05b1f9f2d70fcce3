import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** One table to ship: rows are sorted by `render`, the first column is the key. */
export interface TableFile {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Where the generators read. */
export interface Inputs {
  /** Tables of facts, one folder per subject. */
  readonly source: string;
  /** Decisions taken by hand. */
  readonly curated: string;
  /** What was read from upstream's own repositories, with the way in its head. */
  readonly gathered: string;
}

/** A row of a table with a header line; a column that does not exist is an error, not an empty cell. */
export type Cells = (column: string) => string;

/** A table that a generator reads is not there: what is made from it stays as it is. */
export class MissingInput extends Error {}

/**
 * Reads a tab-separated table with one header line. Lines that start with `#` are comments.
 * @throws MissingInput when the file is missing; a question for a missing column throws too.
 */
export function readTsv(folder: string, name: string): Cells[] {
  const [header = "", ...lines] = readText(folder, name)
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  const columns = new Map(header.split("\t").map((column, index) => [column, index]));
  return lines.map((line) => {
    const cells = line.split("\t");
    return (column) => {
      const index = columns.get(column);
      if (index === undefined) throw new Error(`${name} has no column ${column}`);
      return cells[index] ?? "";
    };
  });
}

/** As `readTsv`; no rows where there is no such file. */
export function readIfThere(folder: string, name: string): Cells[] {
  return existsSync(join(folder, name)) ? readTsv(folder, name) : [];
}

/** @throws MissingInput when the file is missing. */
export function readText(folder: string, name: string): string {
  const path = join(folder, name);
  if (!existsSync(path)) throw new MissingInput(`${name} is not there`);
  return readFileSync(path, "utf8");
}

/** The text of a table: header, then rows in the order of their keys, which is what the binary search expects. */
export function render(table: TableFile): string {
  for (const row of table.rows)
    if (row.length !== table.header.length || row.some((cell) => /[\t\n]/.test(cell)))
      throw new Error(`${table.name}: a row does not fit the header: ${row.join(" | ")}`);
  const rows = [...table.rows].sort(
    ([a = "", ...restA], [b = "", ...restB]) => inOrder(a, b) || inOrder(restA.join("\t"), restB.join("\t")),
  );
  const lines = rows.map((row) => row.join("\t"));
  return [table.header.join("\t"), ...lines.filter((line, index) => line !== lines[index - 1]), ""].join("\n");
}

/** The order of code units, which for these names is that of their bytes. */
function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Releases as numbers would sort them: 3.9 before 3.11. */
export function byRelease(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}
