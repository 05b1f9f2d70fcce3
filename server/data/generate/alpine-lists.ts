import { readTsv } from "./tsv";

/** One list of package names: everything a repository of a release held. */
export interface NameList {
  readonly release: string;
  readonly repository: "main" | "community";
  readonly names: ReadonlySet<string>;
}

/** Releases that have complete lists of names. */
export const completeReleases = ["3.19", "3.20", "3.21", "3.22", "3.23", "3.24"] as const;

/** Older releases whose names, and installed sizes, are known of one repository. */
export const oldLists = [
  ["3.9", "main"],
  ["3.11", "main"],
  ["3.12", "community"],
  ["3.15", "main"],
  ["3.16", "main"],
  ["3.17", "main"],
] as const;

/** Every list of names we have, oldest release first. */
export function nameLists(source: string): NameList[] {
  const old = oldLists.map(([release, repository]) => ({
    release,
    repository,
    names: new Set(readTsv(source, `alpine/old-names-v${release}-${repository}.tsv`).map((row) => row("name"))),
  }));
  const community318 = readTsv(source, "alpine/packages-v3.18-community.tsv").map((row) => row("name"));
  const complete = completeReleases.flatMap((release) => {
    const rows = readTsv(source, `alpine/names-v${release}.tsv`);
    return (["main", "community"] as const).map((repository) => ({
      release,
      repository,
      names: new Set(rows.filter((row) => row("repo") === repository).map((row) => row("name"))),
    }));
  });
  return [...old, { release: "3.18", repository: "community", names: new Set(community318) }, ...complete];
}
