import { AlpineIndex, type IndexEntry, type IndexTables, indexedCommunity, indexedMain } from "./alpine-index";
import { AlpineNames } from "./alpine-names";
import { readApkRequest } from "./apk-request";
import { baseSystem, solve } from "./apk-solver";
import { Memo } from "./memo";
import { compareReleases, standIn } from "./releases";
import { sum } from "./sizes";
import { Table } from "./table";
import type { AlpineFacts, AlpinePackage, Closure, Release, Size } from "./types";

export class ShippedAlpineFacts implements AlpineFacts {
  readonly #names: AlpineNames;
  readonly #tables: IndexTables;
  readonly #dates: Table;
  readonly #indexes = new Map<Release, AlpineIndex>();
  readonly #bases = new Map<Release, ReadonlySet<string>>();
  readonly #packages = new Memo<AlpinePackage | undefined>();
  readonly #closures = new Memo<Closure>(1000);
  readonly #nearest = new Memo<readonly string[]>(1000);

  constructor(folder: string) {
    this.#names = new AlpineNames(new Table(folder, "alpine-names"));
    this.#tables = {
      packages: new Table(folder, "alpine-packages"),
      provides: new Table(folder, "alpine-provides"),
      installIf: new Table(folder, "alpine-install-if"),
    };
    this.#dates = new Table(folder, "alpine-indexes");
  }

  get newest(): Release {
    return this.releases.at(-1) ?? "edge";
  }

  get releases(): readonly Release[] {
    return this.#names.releases;
  }

  package(name: string, release: Release): AlpinePackage | undefined {
    return this.#packages.get(`${name} ${release}`, () => {
      const repository = this.#names.repository(name, release);
      return repository && { name, repository, ...this.#sizes(name, release) };
    });
  }

  resolves(word: string, release: Release): boolean {
    const { name } = readApkRequest(word);
    if (this.#names.repository(name, release)) return true;
    const known = [release, standIn(release, indexedMain), indexedCommunity];
    return this.#tables.provides
      .rows(name)
      .some(
        ([provider = "", kind, releases = ""]) =>
          kind !== "~" &&
          releases.split(" ").some((one) => known.includes(one)) &&
          this.#names.repository(provider, release) !== undefined,
      );
  }

  closure(names: readonly string[], release: Release, present: readonly string[]): Closure {
    return this.#closures.get([release, names.join(" "), present.join(" ")].join("\n"), () =>
      this.#closure(names, release, present),
    );
  }

  #closure(names: readonly string[], release: Release, present: readonly string[]): Closure {
    const index = this.#index(release);
    // A name of this release that no index describes is installed all the same; only its figure is unknown.
    const undescribed = names.filter(
      (word) => index.providers(readApkRequest(word).name).length === 0 && this.resolves(word, release),
    );
    const described = names.filter((word) => !undescribed.includes(word));
    const solution = solve(index, described, new Set([...this.#base(release), ...present]));
    const packages = [...solution.added, ...undescribed.map((word) => readApkRequest(word).name)]
      .sort()
      .map((name) => this.#describe(name, release));
    return {
      packages,
      installed: sum(packages.map((one) => one.installed)),
      download: sum(packages.map((one) => one.download)),
      unknownSizes: [
        ...packages.filter((one) => one.installed.bytes === undefined).map((one) => one.name),
        ...solution.gaps,
      ],
      missing: solution.missing,
      refusal: solution.refusal,
    };
  }

  nearest(name: string, release: Release): readonly string[] {
    return this.#nearest.get(`${name} ${release}`, () => this.#names.nearest(name, release));
  }

  #describe(name: string, release: Release): AlpinePackage {
    return this.package(name, release) ?? { name, repository: "main", ...this.#sizes(name, release) };
  }

  #index(release: Release): AlpineIndex {
    const index = this.#indexes.get(release) ?? new AlpineIndex(this.#tables, this.#names, release);
    this.#indexes.set(release, index);
    return index;
  }

  #base(release: Release): ReadonlySet<string> {
    const base = this.#bases.get(release) ?? solve(this.#index(release), baseSystem, new Set()).added;
    this.#bases.set(release, base);
    return base;
  }

  #sizes(name: string, release: Release): { installed: Size; download: Size } {
    const entry = this.#index(release).entry(name) ?? this.#anywhere(name, release);
    if (!entry) {
      const unknown: Size = { bytes: undefined, basis: "unknown", why: "no index with sizes has this package" };
      return { installed: unknown, download: unknown };
    }
    const date = this.#dates.rows(entry.release)[0]?.[1];
    const size = (bytes: number): Size =>
      entry.release === release
        ? { bytes, basis: "exact", date }
        : { bytes, basis: "sibling", date, why: `read from Alpine ${entry.release}` };
    return { installed: size(entry.installedBytes), download: size(entry.downloadBytes) };
  }

  /** A package that moved between the repositories stands in the index of another release only. */
  #anywhere(name: string, release: Release): IndexEntry | undefined {
    const known = [...indexedMain, indexedCommunity].sort(compareReleases).reverse();
    for (const other of [standIn(release, known), ...known]) {
      const entry = this.#index(other).entry(name);
      if (entry) return entry;
    }
    return undefined;
  }
}
