import { readDebianWord } from "./debian-word";
import type { ShippedImageFacts } from "./images";
import { Memo } from "./memo";
import { sum, unknownSize } from "./sizes";
import type { Table } from "./table";
import type { TableFolder } from "./table-folder";
import type { DebianFacts, DebianInstall, DebianInstallOptions, Size } from "./types";

interface DebianPackage {
  readonly name: string;
  /** KiB of its files, with dpkg's lists of them. */
  readonly kib: number;
  readonly debBytes: number;
  /** Groups; one of each must be there. */
  readonly depends: readonly (readonly string[])[];
  readonly recommends: readonly (readonly string[])[];
  readonly provides: readonly string[];
  readonly pycBytes: number;
  readonly slimExcludedBytes: number | undefined;
}

const suites = ["bookworm", "trixie"];

/** Day Debian's metadata was read. */
const read = "2026-11-24";

/** A package's entries in dpkg's status and its copy, its scripts and checksums. */
const recordsPerPackage = 4_000;
/** What any install adds beside the packages: dpkg's own lists, caches of ldconfig and debconf. */
const bookkeepingBytes = 1_000_000;
/** Documentation and the like that a -slim image leaves out, where it was not measured for the package. */
const usualSlimShare = 0.06;

/** Bytes of /var/lib/apt/lists after `apt-get update`, packed as the official images keep them. */
const listBytes: Readonly<Record<string, Size>> = {
  bookworm: { bytes: 19_900_000, basis: "exact", date: read },
  trixie: { bytes: 21_700_000, basis: "derived", date: read, why: "computed from the size of the indices" },
  bullseye: { bytes: 18_500_000, basis: "derived", date: read, why: "computed from the size of the indices" },
};

export class ShippedDebianFacts implements DebianFacts {
  readonly #packages: Table;
  readonly #provides: Table;
  readonly #images: ShippedImageFacts;
  readonly #parsed = new Memo<DebianPackage | undefined>();
  readonly #installs = new Memo<DebianInstall>(1000);

  constructor(folder: TableFolder, images: ShippedImageFacts) {
    this.#packages = folder.table("debian-packages");
    this.#provides = folder.table("debian-provides");
    this.#images = images;
  }

  install(names: readonly string[], options: DebianInstallOptions): DebianInstall {
    const key = [options.suite, options.recommends, options.image, options.tag, ...names].join(" ");
    return this.#installs.get(key, () => this.#install(names, options));
  }

  lists(suite: string): Size {
    const known = listBytes[suite];
    if (known) return known;
    const { bytes, date } = listBytes.bookworm ?? unknownSize("not measured");
    return { bytes, basis: "sibling", date, why: "measured on bookworm" };
  }

  #install(words: readonly string[], { suite, recommends, image, tag }: DebianInstallOptions): DebianInstall {
    const used = suites.includes(suite) ? suite : "bookworm";
    const base = this.#images.debianSet(image, tag, used);
    const asked = words
      .map((word) => readDebianWord(word, (name) => this.#real(name, used) !== undefined))
      .filter((word) => !word.removes)
      .map((word) => word.name);
    const { added, unknown } = this.#closure(asked, new Set(base?.packages ?? []), used, recommends);
    const sibling = used === suite ? undefined : `read for Debian ${used}`;
    const size = (bytes: number): Size => ({
      bytes: Math.round(bytes),
      basis: sibling === undefined ? "derived" : "sibling",
      date: read,
      why: sibling ?? "computed from Debian's package metadata",
    });
    const slim = base?.slim ?? false;
    const packages = added.map((one) => ({
      name: one.name,
      installed: size(onDisk(one, slim)),
      download: size(one.debBytes),
    }));
    const overhead = packages.length === 0 ? [] : [size(bookkeepingBytes)];
    return {
      packages,
      installed:
        packages.length === 0
          ? { bytes: 0, basis: "exact" }
          : sum([...packages.map((one) => one.installed), ...overhead]),
      download: packages.length === 0 ? { bytes: 0, basis: "exact" } : sum(packages.map((one) => one.download)),
      unknown,
    };
  }

  /** As apt does it: first all that was named, then each one's dependencies, depth first. */
  #closure(asked: readonly string[], present: ReadonlySet<string>, suite: string, recommends: boolean) {
    const have = new Set(present);
    const virtual = new Set([...present].flatMap((name) => this.#real(name, suite)?.provides ?? []));
    const added: DebianPackage[] = [];
    const unknown: string[] = [];
    const mark = (one: DebianPackage) => {
      have.add(one.name);
      for (const name of one.provides) virtual.add(name);
      added.push(one);
    };
    const named: DebianPackage[] = [];
    for (const name of asked) {
      const found = this.#real(name, suite) ?? this.#provider(name, suite);
      if (!found) unknown.push(name);
      else if (!have.has(found.name)) {
        mark(found);
        named.push(found);
      }
    }
    // An explicit stack: chains of dependencies are long enough to be careful with recursion.
    const stack = named.map((one) => groupsOf(one, recommends)).reverse();
    for (let groups = stack.at(-1); groups !== undefined; groups = stack.at(-1)) {
      const group = groups.shift();
      if (group === undefined) {
        stack.pop();
        continue;
      }
      if (group.some((name) => have.has(name) || virtual.has(name))) continue;
      const next = this.#firstOf(group, suite);
      if (!next || have.has(next.name)) continue;
      mark(next);
      stack.push(groupsOf(next, recommends));
    }
    return { added, unknown };
  }

  #firstOf(group: readonly string[], suite: string): DebianPackage | undefined {
    for (const name of group) {
      const found = this.#real(name, suite) ?? this.#provider(name, suite);
      if (found) return found;
    }
    return undefined;
  }

  #real(name: string, suite: string): DebianPackage | undefined {
    return this.#parsed.get(`${name} ${suite}`, () => {
      const row = this.#packages.rows(name).find(([one]) => one === suite);
      if (!row) return undefined;
      const [, kib, debBytes, depends, recommends, provides, pyc, slim] = row;
      return {
        name,
        kib: Number(kib),
        debBytes: Number(debBytes),
        depends: words(depends).map((group) => group.split("|")),
        recommends: words(recommends).map((group) => group.split("|")),
        provides: words(provides),
        pycBytes: Number(pyc || 0),
        slimExcludedBytes: slim ? Number(slim) : undefined,
      };
    });
  }

  #provider(name: string, suite: string): DebianPackage | undefined {
    const provider = this.#provides.rows(name).find(([one]) => one === suite)?.[1];
    return provider === undefined ? undefined : this.#real(provider, suite);
  }
}

function groupsOf(one: DebianPackage, recommends: boolean): (readonly string[])[] {
  return [...one.depends, ...(recommends ? one.recommends : [])];
}

function onDisk(one: DebianPackage, slim: boolean): number {
  const whole = 1024 * one.kib + recordsPerPackage;
  const excluded = slim ? (one.slimExcludedBytes ?? usualSlimShare * whole) : 0;
  return whole - excluded + one.pycBytes;
}

const words = (cell: string | undefined) => (cell ? cell.split(" ") : []);
