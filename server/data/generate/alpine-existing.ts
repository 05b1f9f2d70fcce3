import { indexFiles, nameLists } from "./alpine-lists";
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
  for (const { rows } of indexFiles(inputs.source))
    for (const row of rows) for (const provide of row("provides").split(" ")) names.add(provide.replace(/=$/, ""));
  return { areKnown: (packages) => packages.split(" ").every((name) => names.has(name)) };
}
