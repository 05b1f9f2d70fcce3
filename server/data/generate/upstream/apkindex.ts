import { gunzipSync } from "node:zlib";
import { oldLists } from "../alpine-lists";
import type { Place } from "./place";
import type { Gathered } from "./rows";
import { filesOf } from "./tar";

/** One package as an APKINDEX tells it: the letters of its lines with what stands behind them. */
type Entry = ReadonlyMap<string, string>;

export interface AlpineIndexFile {
  readonly entries: readonly Entry[];
  /** Day the index was made. */
  readonly date: string;
  /** The revision of aports it was made from. */
  readonly description: string;
}

const repositories = ["main", "community"] as const;
const architecture = "x86_64";

/**
 * What a mirror of Alpine (`v3.24/main/x86_64/APKINDEX.tar.gz` below it) tells of the releases asked for, and of edge's testing.
 * A release counts when both of its repositories are there.
 */
export async function gatherAlpine(place: Place, releases: readonly string[]): Promise<Gathered[]> {
  const tables: Gathered[] = [];
  const dates: string[][] = [];
  const released = new Set<string>();
  for (const release of releases) {
    const indexes = [];
    for (const repository of repositories) {
      const file = await readIndex(place, `v${release}`, repository);
      if (file) indexes.push({ repository, file });
    }
    if (indexes.length < repositories.length) continue;
    tables.push(names(release, indexes));
    for (const { repository, file } of indexes) {
      tables.push(packages(release, repository, file));
      dates.push([release, repository, file.date, `APKINDEX ${file.description}`]);
      for (const entry of file.entries) released.add(entry.get("P") ?? "");
    }
  }
  for (const [release, repository] of oldLists) {
    const old = await readIndex(place, `v${release}`, repository);
    if (old) tables.push(oldNames(release, repository, old));
  }
  if (dates.length > 0)
    tables.push({ path: "alpine/indexes.tsv", header: ["release", "repository", "date", "source"], rows: dates });
  const testing = await readIndex(place, "edge", "testing");
  if (testing) tables.push(testingNames(testing, released));
  return tables;
}

async function readIndex(place: Place, branch: string, repository: string): Promise<AlpineIndexFile | undefined> {
  const path = `${branch}/${repository}/${architecture}/APKINDEX.tar.gz`;
  const bytes = await place.read(path);
  try {
    return bytes && parseIndex(bytes);
  } catch (error) {
    throw new Error(`${place.name}: ${path} is no index of Alpine (${error instanceof Error ? error.message : error})`);
  }
}

/** @throws Error when the bytes are no compressed archive, or hold no APKINDEX. */
export function parseIndex(bytes: Buffer): AlpineIndexFile {
  const files = [...filesOf(gunzipSync(new Uint8Array(bytes)))];
  const index = files.find(({ name }) => name === "APKINDEX");
  if (!index) throw new Error("the archive has no APKINDEX");
  const description =
    files
      .find(({ name }) => name === "DESCRIPTION")
      ?.body.toString("utf8")
      .trim() ?? "";
  const newest = new Map<string, Entry>();
  for (const block of index.body.toString("utf8").split("\n\n")) {
    const entry = new Map(
      block
        .split("\n")
        .filter(Boolean)
        .map((line) => [line.slice(0, 1), line.slice(2)]),
    );
    const name = entry.get("P");
    const known = name === undefined ? undefined : newest.get(name);
    // A name that stands twice: the later build is the one that apk takes.
    if (name !== undefined && !(known && Number(known.get("t")) > Number(entry.get("t")))) newest.set(name, entry);
  }
  return { entries: [...newest.values()], date: index.date, description };
}

function names(release: string, indexes: readonly { repository: string; file: AlpineIndexFile }[]): Gathered {
  return {
    path: `alpine/names-v${release}.tsv`,
    header: ["name", "repo", "version", "origin"],
    rows: indexes.flatMap(({ repository, file }) =>
      file.entries.map((entry) => [cell(entry, "P"), repository, cell(entry, "V"), origin(entry)]),
    ),
  };
}

/** Of releases before those whose packages are read: names with their versions and sizes. */
function oldNames(release: string, repository: string, { entries }: AlpineIndexFile): Gathered {
  return {
    path: `alpine/old-names-v${release}-${repository}.tsv`,
    header: ["name", "version", "installed_bytes"],
    rows: entries.map((entry) => [cell(entry, "P"), cell(entry, "V"), cell(entry, "I")]),
  };
}

function packages(release: string, repository: string, { entries }: AlpineIndexFile): Gathered {
  return {
    path: `alpine/packages-v${release}-${repository}.tsv`,
    header: [
      ...["name", "repo", "version", "origin", "download_bytes", "installed_bytes"],
      ...["depends", "provides", "install_if", "provider_priority"],
    ],
    rows: entries.map((entry) => [
      cell(entry, "P"),
      repository,
      cell(entry, "V"),
      cell(entry, "o"),
      cell(entry, "S"),
      cell(entry, "I"),
      once(words(entry, "D").map(dependency)),
      once(words(entry, "p").map(provide)),
      once(words(entry, "i").map(dependency)),
      cell(entry, "k"),
    ]),
  };
}

/** Documentation, translations and the like follow their packages and are not named. */
const accessory = /-(doc|dbg|lang|openrc|pyc|static|systemd|udev|vim|(bash|zsh|fish|nushell|nu)-completion)$/;

function testingNames({ entries }: AlpineIndexFile, released: ReadonlySet<string>): Gathered {
  const rows = entries.map((entry) => cell(entry, "P")).filter((name) => !accessory.test(name) && !released.has(name));
  return { path: "gathered/alpine-testing.tsv", header: ["name"], rows: rows.map((name) => [name]) };
}

/** Versions of what is needed do not matter within one index, those of conflicts do. */
function dependency(word: string): string {
  return word.startsWith("!") ? word : word.replace(/[<>=~].*$/, "");
}

/** A mark is left of a version: what has one stands in for the name unasked. Those of libraries and commands go without saying. */
function provide(word: string): string {
  const name = word.replace(/[<>=~].*$/, "");
  return name !== word && !name.includes(":") ? `${name}=` : name;
}

function origin(entry: Entry): string {
  const own = cell(entry, "o");
  return own === cell(entry, "P") ? "" : own;
}

const once = (all: readonly string[]) => [...new Set(all)].join(" ");
const cell = (entry: Entry, letter: string) => (entry.get(letter) ?? "").trim();
const words = (entry: Entry, letter: string) => cell(entry, letter).split(/\s+/).filter(Boolean);
