import { existsSync } from "node:fs";
import { join } from "node:path";
import { type IndexFile, indexFiles, type NameList, nameLists, within } from "./alpine-lists";
import { isVersioned, rivals } from "./alpine-rivals";
import { byRelease, type Cells, type Inputs, readTsv, type TableFile } from "./tsv";

/** Releases of main that ship: more would not fit, and what is older is told from the next one. */
const mainReleases = 4;

/** What `apk` knows of Alpine's packages: names, sizes, dependencies, what provides what. */
export function alpineTables(inputs: Inputs): TableFile[] {
  const { source, curated } = inputs;
  const all = indexFiles(source);
  const main = all.filter(({ repository }) => repository === "main").slice(-mainReleases);
  // One index of community is as large as three of main, and most closures need main only: the newest ships.
  const community = all.filter(({ repository }) => repository === "community").slice(-1);
  const index = [...main, ...community];
  const lists = nameLists(inputs);
  return [
    names(lists),
    packages("alpine-packages.tsv", main),
    packages("alpine-packages-community.tsv", community),
    provides(inputs, all),
    automatic(index),
    rivals(index),
    indexDates(inputs, index),
    base(curated),
  ];
}

/** One letter per release: the repository that has the package, `m`ain or `c`ommunity, `b` for both, else `.`. */
function names(lists: readonly NameList[]): TableFile {
  const releases = [...new Set(lists.map(({ release }) => release))];
  const all = new Map<string, string[]>();
  for (const { release, repository, names } of lists) {
    const at = releases.indexOf(release);
    for (const name of names) {
      const letters = all.get(name) ?? releases.map(() => ".");
      letters[at] = letters[at] === "." ? repository.charAt(0) : "b";
      all.set(name, letters);
    }
  }
  return {
    name: "alpine-names.tsv",
    header: ["name", releases.join(" ")],
    rows: [...all].map(([name, letters]) => [name, letters.join("")]),
  };
}

function packages(name: string, indexes: readonly IndexFile[]): TableFile {
  return {
    name,
    header: ["package@release", "version", "download_bytes", "installed_bytes", "depends", "install_if", "priority"],
    rows: indexes.flatMap(({ release, rows }) =>
      rows.map((row) => [
        `${row("name")}@${release}`,
        row("version"),
        row("download_bytes"),
        row("installed_bytes"),
        dependencies(row),
        row("install_if"),
        row("provider_priority"),
      ]),
    ),
  };
}

/**
 * The tables lost the versions of conflicts. Debug packages conflict with other versions of the very packages they are
 * built with, and in one index there is no other version: what remains would be a conflict with themselves.
 */
function dependencies(row: Cells): string {
  const words = row("depends").split(" ");
  return words.filter((word) => !(word.startsWith("!") && row("name").endsWith("-dbg"))).join(" ");
}

/**
 * What stands in for a name. The kind says when apk may choose the provider unasked: `=` the provide carries a version (or
 * is a file, a library, a command), a number is the priority of a bare one, `~` has neither and must be asked for by name.
 */
function provides({ gathered }: Inputs, indexes: readonly IndexFile[]): TableFile {
  const releases = new Map<string, Set<string>>();
  const add = (name: string, provider: string, kind: string, release: string) => {
    const key = [name, provider, kind].join("\t");
    releases.set(key, (releases.get(key) ?? new Set()).add(release));
  };
  for (const { release, rows } of indexes)
    for (const row of rows) {
      const priority = row("provider_priority");
      for (const provide of row("provides").split(" ").filter(Boolean)) {
        add(provide.replace(/=$/, ""), row("name"), isVersioned(provide, row("name")) ? "=" : priority || "~", release);
      }
    }
  const isIndexed = (release: string, repository: string) =>
    indexes.some((one) => one.release === release && one.repository === repository);
  for (const row of readTsv(gathered, "alpine-recipes.tsv").filter(
    (one) => !isIndexed(one("release"), one("repository")),
  ))
    for (const provide of row("provides").split(" ")) {
      const kind = provide.endsWith("=") ? "=" : row("priority") || "~";
      add(provide.replace(/=$/, ""), row("package"), kind, row("release"));
    }
  for (const row of readTsv(gathered, "alpine-old-provides.tsv"))
    for (const release of within(row("releases"))) {
      // apk asks for priorities since 2.8, which 3.7 has; before, any provider would do.
      const kind = row("kind") === "~" && byRelease(release, "3.7") < 0 ? "1" : row("kind");
      add(row("virtual"), row("package"), kind, release);
    }
  return {
    name: "alpine-provides.tsv",
    header: ["capability", "provider", "kind", "releases"],
    rows: [...releases].map(([key, set]) => [...key.split("\t"), [...set].sort(byRelease).join(" ")]),
  };
}

/** From each name in an `install_if` to the packages that wait for it; `docs` and the like stand in thousands, so only for packages that wait for nothing else. */
function automatic(indexes: readonly IndexFile[]): TableFile {
  const waiting = new Map<string, Set<string>>();
  for (const { rows } of indexes)
    for (const row of rows) {
      // Thousands of packages wait for `docs` and the package they document: the program knows that rule.
      if (row("install_if") === `docs ${row("name").replace(/-doc$/, "")}`) continue;
      const triggers = row("install_if")
        .split(" ")
        .filter((word) => word !== "" && !word.startsWith("!"));
      const rare = triggers.filter((word) => !common.has(word));
      for (const word of rare.length > 0 ? rare : triggers) {
        const name = word.replace(/[<>=~].*$/, "");
        waiting.set(name, (waiting.get(name) ?? new Set()).add(row("name")));
      }
    }
  return {
    name: "alpine-install-if.tsv",
    header: ["trigger", "packages"],
    rows: [...waiting].map(([name, packages]) => [name, [...packages].sort().join(" ")]),
  };
}

const common = new Set(["docs", "pyc", "openrc", "bash-completion", "zsh", "fish", "lang", "systemd"]);

/** The packages of a bare Alpine, so that nobody has to wait for the solver to find them. */
function base(curated: string): TableFile {
  const rows = readTsv(curated, "alpine-base.tsv").map((row) => [row("release"), row("packages")]);
  return { name: "alpine-base.tsv", header: ["release", "packages"], rows };
}

/** When the indexes that ship were made; the program knows by it which ones do. */
function indexDates({ source, curated }: Inputs, indexes: readonly IndexFile[]): TableFile {
  const read = existsSync(join(source, "alpine/indexes.tsv")) ? readTsv(source, "alpine/indexes.tsv") : [];
  const dates = new Map(
    [...readTsv(curated, "alpine-indexes.tsv"), ...read].map((row) => [
      `${row("release")} ${row("repository")}`,
      row("date"),
    ]),
  );
  return {
    name: "alpine-indexes.tsv",
    header: ["release", "repository", "date"],
    rows: indexes.map(({ release, repository }) => [release, repository, dates.get(`${release} ${repository}`) ?? ""]),
  };
}
