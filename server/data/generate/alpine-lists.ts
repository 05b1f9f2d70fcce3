import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { byRelease, type Cells, type Inputs, MissingInput, readTsv } from "./tsv";

const repositories = ["main", "community"] as const;

/** One list of package names: everything a repository of a release held. */
export interface NameList {
  readonly release: string;
  readonly repository: (typeof repositories)[number];
  readonly names: ReadonlySet<string>;
}

/** Releases whose names come from the recipes, save for the lists that are at hand. */
export const earlierReleases = Array.from({ length: 17 }, (_, index) => `3.${index + 2}`);

/**
 * Releases that have complete lists of names and of their versions, oldest first.
 * @throws MissingInput when there are none.
 */
export function completeReleases(source: string): string[] {
  const releases = filesOf(source, /^names-v(\d+\.\d+)\.tsv$/).map(([release = ""]) => release);
  if (releases.length === 0) throw new MissingInput("alpine/names-v*.tsv is not there");
  return releases;
}

/** An index with sizes and dependencies. */
export interface IndexFile {
  readonly release: string;
  readonly repository: (typeof repositories)[number];
  readonly rows: readonly Cells[];
}

/** Every index that is at hand, oldest release first. */
export function indexFiles(source: string): IndexFile[] {
  return filesOf(source, /^packages-v(\d+\.\d+)-(main|community)\.tsv$/).map(([release = "", name]) => {
    const repository = name === "main" ? "main" : "community";
    return { release, repository, rows: readTsv(source, `alpine/packages-v${release}-${repository}.tsv`) };
  });
}

/** What the pattern finds in the names of the files, in the order of the releases. */
function filesOf(source: string, pattern: RegExp): string[][] {
  const folder = join(source, "alpine");
  if (!existsSync(folder)) throw new MissingInput("the folder alpine is not there");
  return readdirSync(folder)
    .flatMap((file) => {
      const found = pattern.exec(file);
      return found ? [found.slice(1)] : [];
    })
    .sort(([a = "", ...restA], [b = "", ...restB]) => byRelease(a, b) || (restA.join() < restB.join() ? -1 : 1));
}

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
export function nameLists({ source, gathered }: Inputs): NameList[] {
  const complete = completeReleases(source).flatMap((release) => {
    const rows = readTsv(source, `alpine/names-v${release}.tsv`);
    return repositories.map((repository) => ({
      release,
      repository,
      names: new Set(rows.filter((row) => row("repo") === repository).map((row) => row("name"))),
    }));
  });
  return [...earlierLists(source, gathered), ...complete];
}

/** Of releases before 3.19: the list itself where it is at hand, else what the recipes of the release make. */
function earlierLists(source: string, gathered: string): NameList[] {
  const atHand = [
    ...oldLists.flatMap(([release, repository]) => {
      const name = `alpine/old-names-v${release}-${repository}.tsv`;
      return existsSync(join(source, name)) ? [{ release, repository, rows: readTsv(source, name) }] : [];
    }),
    ...indexFiles(source),
  ];
  const recipes = new Map(
    earlierReleases.map((release) => [release, { main: new Set<string>(), community: new Set<string>() }]),
  );
  for (const row of readTsv(gathered, "alpine-old-names.tsv"))
    for (const repository of repositories)
      for (const release of within(row(repository))) recipes.get(release)?.[repository].add(row("name"));
  return earlierReleases.flatMap((release) =>
    repositories.map((repository) => {
      const real = atHand.find((list) => list.release === release && list.repository === repository)?.rows;
      const names = real ? new Set(real.map((row) => row("name"))) : recipes.get(release)?.[repository];
      return { release, repository, names: names ?? new Set() };
    }),
  );
}

/** `3.2-3.4 3.6` as 3.2, 3.3, 3.4 and 3.6. */
export function within(ranges: string): string[] {
  return ranges.split(" ").flatMap((range) => {
    const [first = "", last = first] = range.split("-");
    return earlierReleases.slice(earlierReleases.indexOf(first), earlierReleases.indexOf(last) + 1);
  });
}
