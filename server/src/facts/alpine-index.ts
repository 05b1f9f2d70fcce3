import type { AlpineNames } from "./alpine-names";
import { Memo } from "./memo";
import { relativeOf } from "./package-relatives";
import { compareReleases, standIn } from "./releases";
import type { Table } from "./table";
import type { Release } from "./types";

/** A package as an index describes it. */
export interface IndexEntry {
  readonly name: string;
  /** The package that was read: another version's, `php82-curl` for `php85-curl`, where no index describes this one. */
  readonly readFor: string;
  /** Release and repository whose index the entry is from. */
  readonly release: Release;
  readonly repository: "main" | "community";
  readonly version: string;
  readonly downloadBytes: number;
  readonly installedBytes: number;
  readonly depends: readonly string[];
  readonly installIf: readonly string[];
  readonly priority: number;
}

export interface Provider {
  readonly name: string;
  /** apk takes it unasked: the provide carries a version, or is a library, file or command. */
  readonly versioned: boolean;
  /** Of a bare provide; undefined when it has none and must be asked for by name. */
  readonly priority: number | undefined;
}

/** Releases of which an index with sizes and dependencies ships, oldest first. */
export interface IndexedReleases {
  readonly main: readonly Release[];
  readonly community: readonly Release[];
}

/** @param table holds release, repository and date of each index. */
export function readIndexedReleases(table: Table): IndexedReleases {
  const found: { release: Release; repository: string | undefined }[] = [];
  table.walk("", (release, cells) => found.push({ release, repository: cells.split("\t")[0] }));
  const of = (repository: string) =>
    found.flatMap((one) => (one.repository === repository ? [one.release] : [])).sort(compareReleases);
  return { main: of("main"), community: of("community") };
}

export interface IndexTables {
  readonly packages: Table;
  readonly communityPackages: Table;
  readonly provides: Table;
  readonly installIf: Table;
  readonly rivals: Table;
}

const isProvided = (name: string) => name.includes(":") || name.startsWith("/");

const words = (cell: string | undefined) => (cell ? cell.split(" ") : []);

/** The packages of one release: its own main index or the nearest, and the one community index there is. */
export class AlpineIndex {
  readonly #tables: IndexTables;
  readonly #names: AlpineNames;
  readonly #mainRelease: Release;
  readonly #communityRelease: Release;
  readonly #community: boolean;
  readonly release: Release;
  readonly #entries = new Memo<IndexEntry | undefined>();
  readonly #providers = new Memo<readonly Provider[]>();

  /** @param community false for what `apk` would see without the community repository. */
  constructor(tables: IndexTables, indexed: IndexedReleases, names: AlpineNames, release: Release, community = true) {
    this.#tables = tables;
    this.#names = names;
    this.release = release;
    this.#mainRelease = standIn(release, indexed.main);
    this.#communityRelease = standIn(release, indexed.community);
    this.#community = community;
  }

  entry(name: string): IndexEntry | undefined {
    // Libraries, commands and files are provided; no package is called so.
    return isProvided(name) ? undefined : this.#entries.get(name, () => this.#entry(name));
  }

  /** Packages that stand for a name: itself, and who provides it. */
  providers(capability: string): readonly Provider[] {
    return this.#providers.get(capability, () => this.#readProviders(capability));
  }

  /** True when all packages are of the release's own index. */
  get isExact(): boolean {
    const isOwn = (release: Release) => release === this.release;
    return isOwn(this.#mainRelease) && (!this.#community || isOwn(this.#communityRelease));
  }

  /** True when some package stands for the name. */
  knows(capability: string): boolean {
    return this.providers(capability).length > 0;
  }

  /** True for a package of main: apk takes it rather than one of community, if nothing else tells them apart. */
  isMain(name: string): boolean {
    return this.#names.repository(name, this.release) === "main";
  }

  /** True for a package that brings shared libraries. */
  hasLibraries(name: string): boolean {
    return this.#tables.provides.column("so:", 1).has(name);
  }

  /** Packages that cannot be installed beside `name`, as both provide the same thing. */
  rivalsOf(name: string): readonly string[] {
    return words(this.#tables.rivals.rows(name)[0]?.[0]).filter((rival) => this.entry(rival));
  }

  /** Packages that wait for `name` (among others) to be installed by themselves, in whichever release; without its documentation. */
  waitingFor(name: string): readonly string[] {
    return words(this.#tables.installIf.rows(name)[0]?.[0]);
  }

  /** Not in the table, as almost every package has one: the package that waits for `name` and `docs`. */
  documentationOf(name: string): string | undefined {
    const documentation = this.entry(`${name}-doc`);
    return documentation?.installIf.includes("docs") ? documentation.name : undefined;
  }

  #entry(name: string): IndexEntry | undefined {
    const own = this.#read(this.#tables.packages, name, this.#mainRelease);
    if (own) return own;
    const repository = this.#names.repository(name, this.release);
    if (repository === undefined || (repository === "community" && !this.#community)) return undefined;
    const community = this.#community
      ? this.#read(this.#tables.communityPackages, name, this.#communityRelease)
      : undefined;
    return community ?? this.#relative(name);
  }

  /** As another version of the package is described, with that version taken out of its dependencies. */
  #relative(name: string): IndexEntry | undefined {
    for (const [table, release] of [
      [this.#tables.packages, this.#mainRelease],
      [this.#tables.communityPackages, this.#communityRelease],
    ] as const) {
      const relative = this.isExact ? undefined : relativeOf(name, table, release);
      const entry = relative && this.#read(table, relative.name, release);
      if (!relative || !entry) continue;
      // Libraries of that version (`so:openjdk17:libjli.so`) come with packages that are named too.
      const renamed = (all: readonly string[]) =>
        all
          .filter((word) => !(word.includes(":") && word.includes(relative.own)))
          .map((word) => word.replaceAll(relative.own, relative.wanted));
      return { ...entry, name, version: "", depends: renamed(entry.depends), installIf: renamed(entry.installIf) };
    }
    return undefined;
  }

  #read(table: Table, name: string, release: Release): IndexEntry | undefined {
    const [row] = table.rows(`${name}@${release}`);
    if (row === undefined) return undefined;
    const [version = "", download, installed, depends, installIf, priority] = row;
    return {
      name,
      readFor: name,
      release,
      repository: table === this.#tables.packages ? "main" : "community",
      version,
      downloadBytes: Number(download),
      installedBytes: Number(installed),
      depends: words(depends),
      installIf: words(installIf),
      priority: Number(priority || 0),
    };
  }

  #readProviders(capability: string): readonly Provider[] {
    const exact = this.#providersOf(capability);
    // Packages of another release's index want libraries of that time: any version of the library stands for theirs.
    const library = /^(so:.*\.so)\.[0-9.]+$/.exec(capability)?.[1];
    if (exact.length > 0 || library === undefined || this.isExact) return exact;
    const now = this.#tables.provides.keys(`${library}.`).map((key) => this.#providersOf(key));
    return now.find((providers) => providers.length > 0) ?? [];
  }

  #providersOf(capability: string): Provider[] {
    const found = new Map<string, Provider>();
    if (this.entry(capability)) found.set(capability, { name: capability, versioned: true, priority: undefined });
    const rows = this.#tables.provides.rows(capability);
    // What is known of the release itself goes before what its packages provided in the release they were read from.
    const own = rows.filter(([, , releases]) => words(releases).includes(this.release));
    for (const [name = "", kind, releases] of [...own, ...rows]) {
      const entry = this.entry(name);
      if (!entry || found.has(name)) continue;
      if (!words(releases).some((one) => one === this.release || one === entry.release)) continue;
      const priority = kind === "=" || kind === "~" ? undefined : Number(kind);
      found.set(name, { name, versioned: kind === "=", priority });
    }
    return [...found.values()];
  }
}
