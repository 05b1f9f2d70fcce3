import { nameLists } from "./alpine-lists";
import { readTsv } from "./tsv";

/** Which Alpine names there are, whatever the release: packages and virtual names. */
export interface ExistingNames {
  /** True when every one of the space-separated names exists in some release. */
  areKnown(packages: string): boolean;
}

export function existing(source: string): ExistingNames {
  const names = new Set(nameLists(source).flatMap((list) => [...list.names]));
  for (const row of readTsv(source, "alpine/virtuals.tsv")) names.add(row("virtual"));
  return { areKnown: (packages) => packages.split(" ").every((name) => names.has(name)) };
}
