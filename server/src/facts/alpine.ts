import {
  AlpineIndex,
  type IndexEntry,
  type IndexedReleases,
  type IndexTables,
  readIndexedReleases,
} from "./alpine-index";
import { AlpineNames } from "./alpine-names";
import { Whereabouts } from "./alpine-whereabouts";
import { readApkRequest } from "./apk-request";
import { solve } from "./apk-solver";
import { Libraries } from "./libraries";
import { linkedLibraries } from "./linked-libraries";
import { Memo } from "./memo";
import { neighbourOf, stemOf } from "./package-relatives";
import { compareReleases, hasApk3, standIn } from "./releases";
import { sum, unknownSize } from "./sizes";
import type { Table } from "./table";
import type { TableFolder } from "./table-folder";
import type {
  AlpineFacts,
  AlpinePackage,
  Closure,
  ClosureOptions,
  NameElsewhere,
  NamesStarting,
  Release,
  Size,
  Successor,
  Support,
} from "./types";

/** The compressed index of 3.22's main (499,995 bytes) and of 3.18's community (1,445,000): they grow from release to release. */
const cachedIndexes: Size = {
  bytes: 1_944_995,
  basis: "sibling",
  date: "2025-04-16",
  why: "read from the indexes of Alpine 3.22 main and 3.18 community",
};

/** A sum is no surer than the choice of its packages. */
function asChosen(size: Size, release: Release): Size {
  if (size.basis !== "exact" || !hasApk3(release)) return size;
  return { ...size, basis: "sibling", why: "chosen as apk-tools 2.14 does" };
}

function readFrom({ name, readFor, release }: IndexEntry): string {
  return readFor === name ? `read from Alpine ${release}` : `read for ${readFor} of Alpine ${release}`;
}

/** Prefixes of virtual names that are no packages' names, in order. */
const kinds = ["cmd:", "dbus:", "pc:", "py3.", "so:"];

/** Packages that document, translate or complete another one. */
const accessory =
  /-(?:doc|dbg|lang|openrc|pyc|static|systemd|udev|vim|bash-completion|zsh-completion|fish-completion|[\w]*-completion)$/;

export class ShippedAlpineFacts implements AlpineFacts {
  readonly #names: AlpineNames;
  readonly #tables: IndexTables;
  readonly #dates: Table;
  #indexedReleases: IndexedReleases | undefined;
  readonly #oldSizes: Table;
  /** By release, with and without community. */
  readonly #indexes = new Map<string, AlpineIndex>();
  readonly #bases: Table;
  /** By release, those whose provides count for it. */
  readonly #described = new Memo<readonly Release[]>();
  readonly #packages = new Memo<AlpinePackage | undefined>();
  readonly #closures = new Memo<Closure>(1000);
  readonly #nearest = new Memo<readonly string[]>(1000);
  readonly #elsewhere = new Memo<NameElsewhere>(1000);
  readonly #whereabouts: Whereabouts;
  readonly #starting = new Memo<NamesStarting>(1000);
  readonly #releases: Table;
  readonly #mentions: Table;
  #used: readonly string[] | undefined;
  readonly #libraries: Libraries;

  constructor(folder: TableFolder) {
    this.#names = new AlpineNames(folder.table("alpine-names"));
    this.#tables = {
      packages: folder.table("alpine-packages"),
      communityPackages: folder.table("alpine-packages-community"),
      provides: folder.table("alpine-provides"),
      installIf: folder.table("alpine-install-if"),
      rivals: folder.table("alpine-rivals"),
    };
    this.#libraries = new Libraries(this.#tables.provides);
    this.#releases = folder.table("alpine-releases");
    this.#dates = folder.table("alpine-indexes");
    this.#bases = folder.table("alpine-base");
    this.#mentions = folder.table("alpine-used");
    this.#whereabouts = new Whereabouts(folder.table("alpine-successors"), folder.table("alpine-testing"));
    this.#oldSizes = folder.table("alpine-old-sizes");
  }

  get newest(): Release {
    return this.releases.at(-1) ?? "edge";
  }

  get releases(): readonly Release[] {
    return this.#names.releases;
  }

  support(release: Release): Support | undefined {
    const [until, state] = this.#releases.rows(release)[0] ?? [];
    return until === undefined ? undefined : { until, ended: state === "ended" };
  }

  package(name: string, release: Release): AlpinePackage | undefined {
    return this.#packages.get(`${name} ${release}`, () => {
      const repository = this.#names.repository(name, release);
      return repository && { name, repository, ...this.#sizes(name, release) };
    });
  }

  providers(word: string, release: Release): readonly string[] {
    return this.#providers(readApkRequest(word).name, release, false).map(({ name }) => name);
  }

  libraries(name: string, release: Release): readonly string[] {
    return this.#libraries.of(name, this.#describedBy(release));
  }

  /** The release itself and those whose indexes stand for it. */
  #describedBy(release: Release): readonly Release[] {
    return this.#described.get(release, () => [
      release,
      standIn(release, this.#indexed.main),
      standIn(release, this.#indexed.community),
    ]);
  }

  resolves(word: string, release: Release): boolean {
    return this.#finds(readApkRequest(word).name, release, false);
  }

  #finds(name: string, release: Release, mainOnly: boolean): boolean {
    return this.#has(name, release, mainOnly) || this.#providers(name, release, mainOnly).length > 0;
  }

  /** What apk may take unasked for a virtual name, with the kind of each: `=` or a priority. */
  #providers(name: string, release: Release, mainOnly: boolean): { readonly name: string; readonly kind: string }[] {
    const known = this.#describedBy(release);
    return this.#tables.provides
      .rows(name)
      .filter(
        ([provider = "", kind, releases = ""]) =>
          kind !== "~" &&
          releases.split(" ").some((one) => known.includes(one)) &&
          this.#has(provider, release, mainOnly),
      )
      .map(([provider = "", kind = ""]) => ({ name: provider, kind }));
  }

  /** The package apk would take for a name that no index describes: the name itself, else the provider it prefers. */
  #standingFor(name: string, release: Release, mainOnly: boolean): string {
    if (this.#has(name, release, mainOnly)) return name;
    const priority = (kind: string) => (kind === "=" ? 0 : Number(kind));
    const [best] = this.#providers(name, release, mainOnly).sort(
      (one, other) =>
        priority(other.kind) - priority(one.kind) || other.name.localeCompare(one.name, "en", { numeric: true }),
    );
    return best?.name ?? name;
  }

  #has(name: string, release: Release, mainOnly: boolean): boolean {
    const repository = this.#names.repository(name, release);
    return repository === "main" || (repository !== undefined && !mainOnly);
  }

  closure(
    names: readonly string[],
    release: Release,
    present: readonly string[],
    { mainOnly = false }: ClosureOptions = {},
  ): Closure {
    return this.#closures.get([release, mainOnly, names.join(" "), present.join(" ")].join("\n"), () =>
      this.#closure(names, release, present, mainOnly),
    );
  }

  #closure(names: readonly string[], release: Release, present: readonly string[], mainOnly: boolean): Closure {
    const index = this.#index(release, mainOnly);
    const wanted = names.filter((word) => !word.startsWith("!"));
    // A package of this release that no index describes is installed all the same, even where the name of today's index
    // is a virtual one (postgresql-dev before 3.15); what it pulls in is not known.
    const undescribed = wanted.filter((word) => {
      const { name } = readApkRequest(word);
      if (index.entry(name)) return false;
      return this.#has(name, release, mainOnly) || (!index.knows(name) && this.#finds(name, release, mainOnly));
    });
    // The index may be another release's: what this one does not have is refused all the same.
    const absent = index.isExact
      ? []
      : wanted.filter((word) => !this.#finds(readApkRequest(word).name, release, mainOnly));
    const described = names.filter((word) => !undescribed.includes(word) && !absent.includes(word));
    const solution = solve(index, described, new Set([...this.#base(release), ...present]));
    const packages = [
      ...solution.added,
      ...undescribed.map((word) => this.#standingFor(readApkRequest(word).name, release, mainOnly)),
    ]
      .sort()
      .map((name) => this.#describe(name, release));
    return {
      packages,
      installed: asChosen(sum(packages.map((one) => one.installed)), release),
      download: asChosen(sum(packages.map((one) => one.download)), release),
      unknownSizes: [
        ...packages.filter((one) => one.installed.bytes === undefined).map((one) => one.name),
        ...solution.gaps,
      ],
      missing: [...absent, ...solution.missing],
      refusal: absent[0] === undefined ? solution.refusal : `${absent[0]} (no such package)`,
    };
  }

  linked(names: readonly string[], release: Release): readonly string[] {
    const wanted = names.map((word) => readApkRequest(word).name);
    return linkedLibraries(wanted, this.#index(release));
  }

  indexes(_release: Release): Size {
    return cachedIndexes;
  }

  nearest(name: string, release: Release): readonly string[] {
    return this.#nearest.get(`${name} ${release}`, () => this.#names.nearest(name, release));
  }

  version(name: string, release: Release): { readonly version: string; readonly date: string } | undefined {
    const entry = this.#index(release).entry(name);
    if (entry?.release !== release || entry.readFor !== name) return undefined;
    return { version: entry.version, date: this.#dateOf(entry) ?? "" };
  }

  /** True when edge's testing repository has it. */
  isInTesting(name: string): boolean {
    return this.#whereabouts.isInTesting(name);
  }

  whereabouts(name: string, release: Release): NameElsewhere {
    return this.#elsewhere.get(`${name} ${release}`, () => {
      const having = this.#names.releases.filter((one) => this.#finds(name, one, false));
      const exists = (one: string) => this.#finds(one, release, false);
      return {
        before: having.findLast((one) => compareReleases(one, release) < 0),
        after: having.find((one) => compareReleases(one, release) > 0),
        testing: this.#whereabouts.isInTesting(name),
        successor: this.#whereabouts.successor(name, exists) ?? this.#otherVersion(name, release),
      };
    });
  }

  /** `openjdk8` where there is no `openjdk7`, `llvm20-dev` where there is no `llvm5-dev`. */
  #otherVersion(name: string, release: Release): Successor | undefined {
    // Python 2 and 3 are two languages.
    if (/^py(thon)?\d/.test(name)) return undefined;
    const other = neighbourOf(name, this.#names.startingWith(stemOf(name), release));
    return other === undefined ? undefined : { packages: [other], why: "only other versions of it are there" };
  }

  startingWith(prefix: string, release: Release, most: number): NamesStarting {
    return this.#starting.get(`${prefix} ${release} ${most}`, () => this.#startingWith(prefix, release, most));
  }

  #startingWith(prefix: string, release: Release, most: number): NamesStarting {
    const found = new Set<string>();
    for (const name of this.#candidates(prefix, release)) {
      if (found.size === most) return { names: [...found], isCut: !found.has(name) };
      if (this.#finds(name, release, false)) found.add(name);
    }
    // Nobody reads on through all there is: without a letter only what Dockerfiles use is named.
    return { names: [...found], isCut: prefix === "" };
  }

  /** In the order they are offered in; each stretch is read when the ones before have not been enough. */
  *#candidates(prefix: string, release: Release): Generator<string> {
    yield prefix;
    for (const name of this.#usedInDockerfiles()) if (name.startsWith(prefix)) yield name;
    if (prefix === "") return;
    const names = this.#names.startingWith(prefix, release);
    yield* names.filter((name) => !accessory.test(name));
    yield* this.#virtualNames(prefix);
    yield* names.filter((name) => accessory.test(name));
  }

  /** What packages of other names provide. Kinds such as `so:` stand in thousands, and are looked at when one is written. */
  #virtualNames(prefix: string): string[] {
    const { provides } = this.#tables;
    const behind = (start: string) => `${start}\x7f`;
    const found: string[] = [];
    let from = prefix;
    for (const kind of kinds.filter((one) => one !== prefix && one.startsWith(prefix))) {
      found.push(...provides.keysBetween(from, kind));
      from = behind(kind);
    }
    return [...found, ...provides.keysBetween(from, behind(prefix))];
  }

  /** The most used first. */
  #usedInDockerfiles(): readonly string[] {
    this.#used ??= this.#readUsed();
    return this.#used;
  }

  #readUsed(): string[] {
    const mentions = new Map<string, number>();
    this.#mentions.walk("", (name, count) => mentions.set(name, Number(count)));
    return [...mentions].sort(([, a], [, b]) => b - a).map(([name]) => name);
  }

  #describe(name: string, release: Release): AlpinePackage {
    return this.package(name, release) ?? { name, repository: "main", ...this.#sizes(name, release) };
  }

  #index(release: Release, mainOnly = false): AlpineIndex {
    const key = `${release} ${mainOnly}`;
    const index =
      this.#indexes.get(key) ?? new AlpineIndex(this.#tables, this.#indexed, this.#names, release, !mainOnly);
    this.#indexes.set(key, index);
    return index;
  }

  /** What every Alpine holds before the first `apk add`. */
  #base(release: Release): readonly string[] {
    return this.#bases.rows(standIn(release, this.#indexed.main))[0]?.[0]?.split(" ") ?? [];
  }

  get #indexed(): IndexedReleases {
    this.#indexedReleases ??= readIndexedReleases(this.#dates);
    return this.#indexedReleases;
  }

  /** Oldest first, each once. */
  get #allIndexed(): readonly Release[] {
    const { main, community } = this.#indexed;
    return [...new Set([...main, ...community])].sort(compareReleases);
  }

  /** Day the index was made. */
  #dateOf({ release, repository }: Pick<IndexEntry, "release" | "repository">): string | undefined {
    return this.#dates.rows(release).find(([one]) => one === repository)?.[1];
  }

  #sizes(name: string, release: Release): { installed: Size; download: Size } {
    const old = this.#oldSize(name, release);
    const entry = this.#index(release).entry(name) ?? this.#anywhere(name, release);
    if (!entry) {
      const unknown = unknownSize("no index with sizes has this package");
      return { installed: old ?? unknown, download: unknown };
    }
    const date = this.#dateOf(entry);
    const size = (bytes: number): Size =>
      entry.release === release && entry.readFor === name
        ? { bytes, basis: "exact", date }
        : { bytes, basis: "sibling", date, why: readFrom(entry) };
    return { installed: old ?? size(entry.installedBytes), download: size(entry.downloadBytes) };
  }

  /** Of a release before 3.19, or the nearest such; those indexes left only installed sizes. */
  #oldSize(name: string, release: Release): Size | undefined {
    const [oldest = ""] = this.#allIndexed;
    if (compareReleases(release, oldest) >= 0) return undefined;
    const figures = (this.#oldSizes.rows(name)[0]?.[0] ?? "").split(" ").map((one) => one.split(":"));
    const known = standIn(
      release,
      figures.map(([one = ""]) => one),
    );
    const bytes = figures.find(([one]) => one === known)?.[1];
    if (bytes === undefined) return undefined;
    if (known === release) return { bytes: Number(bytes), basis: "exact" };
    return { bytes: Number(bytes), basis: "sibling", why: `read from Alpine ${known}` };
  }

  /** A package that moved between the repositories stands in the index of another release only. */
  #anywhere(name: string, release: Release): IndexEntry | undefined {
    const known = [...this.#allIndexed].reverse();
    for (const other of [standIn(release, known), ...known]) {
      const entry = this.#index(other).entry(name);
      if (entry) return entry;
    }
    return undefined;
  }
}
