import { earlierReleases, oldLists } from "../alpine-lists";
import { type Cells, readText, readTsv } from "../tsv";
import type { Gathered } from "./rows";

/** The lists of names, the indexes and the versions that were read for the tables that ship. */
export function alpineFromShipped(shipped: string): Gathered[] {
  return [...names(shipped), ...indexes(shipped), dates(shipped), versions(shipped)];
}

const letters = { main: /[mb]/, community: /[cb]/ } as const;

function names(shipped: string): Gathered[] {
  const all = readTsv(shipped, "alpine-names.tsv");
  // The releases stand in the header, in the order of the letters.
  const [header = ""] = readText(shipped, "alpine-names.tsv").split("\n", 1);
  const releases = header.replace(/^name\t/, "").split(" ");
  const within = (release: string, repository: keyof typeof letters) => {
    const at = releases.indexOf(release);
    const column = releases.join(" ");
    return all.filter((row) => letters[repository].test(row(column).charAt(at))).map((row) => row("name"));
  };
  const series = new Map(readTsv(shipped, "alpine-versions.tsv").map((row) => [row("package"), row("series")]));
  const sizes = new Map(readTsv(shipped, "alpine-old-sizes.tsv").map((row) => [row("name"), row("installed_bytes")]));
  const version = (name: string, release: string) => seriesIn(series.get(name) ?? "", release);
  return [
    ...releases
      .filter((release) => !earlierReleases.includes(release))
      .map((release) => ({
        path: `alpine/names-v${release}.tsv`,
        header: ["name", "repo", "version", "origin"],
        rows: (["main", "community"] as const).flatMap((repository) =>
          within(release, repository).map((name) => [name, repository, version(name, release), ""]),
        ),
      })),
    ...oldLists.map(([release, repository]) => ({
      path: `alpine/old-names-v${release}-${repository}.tsv`,
      header: ["name", "version", "installed_bytes"],
      rows: within(release, repository).map((name) => [name, "", seriesIn(sizes.get(name) ?? "", release)]),
    })),
  ];
}

function indexes(shipped: string): Gathered[] {
  const provides = new Map<string, string[]>();
  for (const row of readTsv(shipped, "alpine-provides.tsv"))
    for (const release of row("releases").split(" ")) {
      const name = row("capability");
      const word = row("kind") === "=" && !name.includes(":") ? `${name}=` : name;
      const key = `${row("provider")}@${release}`;
      provides.set(key, [...(provides.get(key) ?? []), word]);
    }
  const found = new Map<string, string[][]>();
  for (const repository of ["main", "community"] as const) {
    const file = repository === "main" ? "alpine-packages.tsv" : "alpine-packages-community.tsv";
    for (const row of readTsv(shipped, file)) {
      const [name = "", release = ""] = row("package@release").split("@");
      const path = `alpine/packages-v${release}-${repository}.tsv`;
      const rows = found.get(path) ?? [];
      rows.push(packageRow(row, name, repository, provides.get(row("package@release")) ?? []));
      found.set(path, rows);
    }
  }
  const header = [
    ...["name", "repo", "version", "origin", "download_bytes", "installed_bytes"],
    ...["depends", "provides", "install_if", "provider_priority"],
  ];
  return [...found].map(([path, rows]) => ({ path, header, rows }));
}

function packageRow(row: Cells, name: string, repository: string, provides: readonly string[]): string[] {
  return [
    ...[name, repository, row("version"), "", row("download_bytes"), row("installed_bytes")],
    ...[row("depends"), provides.join(" "), row("install_if"), row("priority")],
  ];
}

function dates(shipped: string): Gathered {
  const rows = readTsv(shipped, "alpine-indexes.tsv").map((row) => [
    row("release"),
    row("repository"),
    row("date"),
    "",
  ]);
  return { path: "alpine/indexes.tsv", header: ["release", "repository", "date", "source"], rows };
}

function versions(shipped: string): Gathered {
  return {
    path: "gathered/alpine-versions.tsv",
    header: ["package", ...earlierReleases],
    rows: readTsv(shipped, "alpine-versions.tsv").map((row) => [
      row("package"),
      ...earlierReleases.map((release) => seriesIn(row("series"), release)),
    ]),
  };
}

/** `3.12` of `3.20:3.11 3.21:3.12` for 3.21; empty where the release has none. */
function seriesIn(series: string, release: string): string {
  const found = series.split(" ").find((one) => one.startsWith(`${release}:`));
  return found?.slice(release.length + 1) ?? "";
}
