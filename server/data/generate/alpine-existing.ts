import { nameLists } from "./alpine-lists";
import { type Inputs, readTsv } from "./tsv";

/** Which Alpine names there are, whatever the release: packages and virtual names. */
export interface ExistingNames {
  /** True when every one of the space-separated names exists in some release. */
  areKnown(packages: string): boolean;
}

export function existing(inputs: Inputs): ExistingNames {
  const names = new Set(nameLists(inputs).flatMap((list) => [...list.names]));
  for (const row of readTsv(inputs.gathered, "alpine-recipes.tsv"))
    for (const provide of row("provides").split(" ")) names.add(provide.replace(/=$/, ""));
  // Main of the releases that have an index: what it provides.
  for (const release of ["3.19", "3.20", "3.21", "3.22"])
    for (const row of readTsv(inputs.source, `alpine/packages-v${release}-main.tsv`))
      for (const provide of row("provides").split(" ")) names.add(provide.replace(/=$/, ""));
  return { areKnown: (packages) => packages.split(" ").every((name) => names.has(name)) };
}
