import { type Inputs, readTsv, type TableFile } from "./tsv";

const columns = ["package", "musl", "after", "build", "opens", "note"] as const;

/** What packages of pip, gem, npm and cargo need on Alpine: the curated rows, without their sources. */
export function nativeTables({ curated }: Inputs): TableFile[] {
  const rows = readTsv(curated, "native-packages.tsv").map((cell) => columns.map((column) => cell(column)));
  return [{ name: "native-packages.tsv", header: columns, rows }];
}
