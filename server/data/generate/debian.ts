import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileCounts, fileKib } from "./debian-files";
import { type Cells, type Inputs, readTsv, type TableFile } from "./tsv";

/** Suites whose packages ship, and the letter they have in the tables. */
const suites = ["bookworm", "trixie"] as const;

/** Debian's packages as far as Dockerfiles can reach them, and what its images hold. */
export function debianTables(inputs: Inputs): TableFile[] {
  const reached = suites.map((suite) => reach(inputs.source, suite, namedInDockerfiles(inputs, suite)));
  return [packages(inputs, reached), provides(reached), baseSets(inputs.source)];
}

function namedInDockerfiles({ source, curated }: Inputs, suite: string): string[] {
  if (existsSync(join(source, "debian/seeds.tsv")))
    return [
      ...readTsv(source, "debian/seeds.tsv")
        .filter((row) => row("suite") === suite)
        .map((row) => row("name")),
      ...readTsv(curated, "debian-alpine.tsv").map((row) => row("debian")),
    ];
  const sets = readTsv(source, "debian/base-sets.tsv").flatMap((row) => row("names").split(" "));
  return [
    ...readTsv(source, "mapping/apt-frequency.tsv").map((row) => row("package")),
    ...readTsv(source, "mapping/debian-alpine-open.tsv").map((row) => row("debian")),
    ...readTsv(curated, "debian-alpine.tsv").map((row) => row("debian")),
    ...sets,
  ];
}

interface Reached {
  readonly suite: string;
  readonly packages: ReadonlyMap<string, Cells>;
  /** From a virtual name to the packages that provide it. */
  readonly providers: ReadonlyMap<string, readonly string[]>;
}

/** Everything an installation of the seeds can pull in, recommended packages too. */
function reach(source: string, suite: string, seeds: readonly string[]): Reached {
  const all = new Map(readTsv(source, `debian/packages-${suite}.tsv`).map((row) => [row("name"), row]));
  const providers = new Map<string, string[]>();
  for (const [name, row] of all)
    for (const virtual of words(row("provides"))) providers.set(virtual, [...(providers.get(virtual) ?? []), name]);
  const packages = new Map<string, Cells>();
  const queue = [...seeds];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const row = all.get(name);
    if (row === undefined) {
      const provider = choose(providers.get(name) ?? [], all);
      if (provider !== undefined) queue.push(provider);
    } else if (!packages.has(name)) {
      packages.set(name, row);
      for (const group of words(`${row("depends")} ${row("recommends")}`)) {
        const exists = (one: string) => all.has(one) || providers.has(one);
        const first = group.split("|").find(exists);
        if (first !== undefined) queue.push(first);
      }
    }
  }
  return { suite, packages, providers };
}

const priorities = ["r", "i", "s"];

/** The provider apt takes: the one of the best priority, of equals the last by name. */
function choose(names: readonly string[], all: ReadonlyMap<string, Cells>): string | undefined {
  const rank = (name: string) => {
    const at = priorities.findIndex((flag) => all.get(name)?.("flags").includes(flag));
    return at < 0 ? priorities.length : at;
  };
  return [...names].sort((a, b) => rank(a) - rank(b) || (a < b ? 1 : -1))[0];
}

function packages({ source, curated, gathered }: Inputs, reached: readonly Reached[]): TableFile {
  const counts = fileCounts(gathered);
  const written = new Map(readTsv(source, "debian/pyc-bookworm.tsv").map((row) => [row("package"), row("pyc_bytes")]));
  for (const row of readTsv(curated, "debian-written.tsv")) written.set(row("package"), row("bytes"));
  const measured = new Map(
    readTsv(source, "debian/measured-extras-bookworm.tsv").map((row) => [row("package"), row("slim_excluded_bytes")]),
  );
  const kept = new Set(reached.flatMap((one) => [...one.packages.keys(), ...one.providers.keys()]));
  const keptOnly = (groups: string) =>
    words(groups)
      .map((group) =>
        group
          .split("|")
          .filter((one) => kept.has(one))
          .join("|"),
      )
      .filter(Boolean)
      .join(" ");
  return {
    name: "debian-packages.tsv",
    header: [
      "name",
      "suite",
      "file_kib",
      "deb_bytes",
      "depends",
      "recommends",
      "provides",
      "pyc_bytes",
      "slim_excluded_bytes",
    ],
    rows: reached.flatMap(({ suite, packages }) =>
      [...packages].map(([name, row]) => [
        name,
        suite,
        String(fileKib(Number(row("installed_kib")), counts(name))),
        row("deb_bytes"),
        keptOnly(row("depends")),
        keptOnly(row("recommends")),
        row("provides"),
        written.get(name) ?? "",
        measured.get(name) ?? "",
      ]),
    ),
  };
}

/** Virtual names that are no packages: the provider apt takes. */
function provides(reached: readonly Reached[]): TableFile {
  return {
    name: "debian-provides.tsv",
    header: ["virtual", "suite", "provider"],
    rows: reached.flatMap(({ suite, packages, providers }) =>
      [...providers].flatMap(([virtual, names]) => {
        const provider = choose(
          names.filter((name) => packages.has(name)),
          packages,
        );
        return packages.has(virtual) || provider === undefined ? [] : [[virtual, suite, provider]];
      }),
    ),
  };
}

function baseSets(source: string): TableFile {
  return {
    name: "debian-base-sets.tsv",
    header: ["family", "suite", "dpkg_excludes", "names"],
    rows: readTsv(source, "debian/base-sets.tsv").map((row) => [
      row("family"),
      row("suite"),
      row("dpkg_excludes"),
      row("names"),
    ]),
  };
}

const words = (cell: string) => cell.split(" ").filter(Boolean);
