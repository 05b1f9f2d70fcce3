import { readFileSync } from "node:fs";

export const tablesFolder = new URL("../../server/data/tables/", import.meta.url);

/** The rows of a fixture without comments and header. */
export function fixture(name: string): string[][] {
  return readFileSync(new URL(`fixtures/${name}.tsv`, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .slice(1)
    .map((line) => line.split("\t"));
}
