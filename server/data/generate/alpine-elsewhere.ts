import type { ExistingNames } from "./alpine-existing";
import { type Inputs, readTsv, type TableFile } from "./tsv";

/** Where names are that a release lacks: in edge's testing, or in another package that took their place. */
export function elsewhere({ curated, gathered }: Inputs, names: ExistingNames): TableFile[] {
  const decided = readTsv(curated, "alpine-successors.tsv");
  for (const row of decided) {
    const plain = row("instead").includes("*") ? "" : row("instead");
    if (plain !== "" && !names.areKnown(plain))
      throw new Error(`curated/alpine-successors.tsv: no Alpine release has ${plain} (for ${row("name")})`);
  }
  return [
    {
      name: "alpine-successors.tsv",
      header: ["name", "instead", "why"],
      rows: decided.map((row) => [row("name"), row("instead"), row("why")]),
    },
    {
      name: "alpine-testing.tsv",
      header: ["name", "seen"],
      rows: readTsv(gathered, "alpine-testing.tsv").map((row) => [row("name"), "edge"]),
    },
  ];
}
