import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { readTsv } from "../tsv";
import { gatherAlpine } from "./apkindex";
import { gatherDebian } from "./debian";
import { gatherLibrary } from "./library";
import { openPlace } from "./place";
import { gatherSizes, type Wanted } from "./registry";
import { type Gathered, textOf } from "./rows";

/** Where upstreams are read from: folders, or addresses. */
export interface Upstreams {
  /** A mirror of Alpine's packages. */
  readonly alpine?: string | undefined;
  /** An archive of Debian. */
  readonly debian?: string | undefined;
  /** A copy of docker-library/official-images. */
  readonly library?: string | undefined;
  /** A registry that has the official images. */
  readonly registry?: string | undefined;
  /** What stands before their names there. */
  readonly prefix: string;
}

export interface Base {
  /** The tables that are there already; may be absent. */
  readonly source: string;
  readonly curated: string;
  readonly gathered: string;
}

/** Oldest release whose packages are read; names of older ones do not change any more. */
const oldestRelease = 19;
const suites = ["bookworm", "trixie"];

/**
 * Fills `target` with the tables the generators read: those of the base, with all that the upstreams tell in their place. Nothing of the
 * base is changed.
 * @returns a line per table that was read anew, with how many rows it has and had.
 */
export async function gather(upstreams: Upstreams, base: Base, target: string): Promise<string[]> {
  for (const [from, to] of [
    [base.source, "tables"],
    [base.gathered, "gathered"],
  ] as const)
    if (existsSync(from)) linkAll(resolve(from), join(target, to));
  mkdirSync(join(target, "gathered"), { recursive: true });
  const tables: Gathered[] = [
    ...(upstreams.alpine ? await gatherAlpine(openPlace(upstreams.alpine), releases(base.curated)) : []),
    ...(upstreams.debian ? await gatherDebian(openPlace(upstreams.debian), suites) : []),
  ];
  if (upstreams.library) {
    for (const { images, ...table } of await gatherLibrary(openPlace(upstreams.library), families(base.source))) {
      const kept = rowsOf(target, table).filter(([image = ""]) => !images.has(image));
      tables.push({ ...table, rows: [...kept, ...table.rows] });
    }
  }
  for (const table of tables) write(target, table);
  if (upstreams.registry) {
    for (const table of await gatherSizes(upstreams.registry, upstreams.prefix, wanted(target))) {
      const all = { ...table, rows: [...rowsOf(target, table), ...table.rows] };
      write(target, all);
      tables.push(all);
    }
  }
  if (tables.length === 0)
    throw new Error("nothing was found at the places that were given: is the path the one their README names?");
  return tables.map(
    ({ path, rows }) => `${path.padEnd(40)}${`${rows.length} rows`.padStart(13)}  ${before(base, path)}`,
  );
}

/** The files of a folder as links in another one. */
function linkAll(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const path = join(from, entry.name);
    if (entry.isDirectory()) linkAll(path, join(to, entry.name));
    else if (!existsSync(join(to, entry.name))) link(path, join(to, entry.name));
  }
}

function link(path: string, place: string): void {
  try {
    symlinkSync(path, place);
  } catch {
    // Where links are not allowed, as for most users of Windows.
    cpSync(path, place);
  }
}

function placeOf(folder: string, path: string): string {
  return path.startsWith("gathered/") ? join(folder, path) : join(folder, "tables", path);
}

function write(target: string, table: Gathered): void {
  const place = placeOf(target, table.path);
  mkdirSync(dirname(place), { recursive: true });
  const text = textOf(table);
  // Not through a link into the base.
  writeFileSync(`${place}.new`, text);
  renameSync(`${place}.new`, place);
}

function rowsOf(target: string, { path, header }: Gathered): string[][] {
  const place = placeOf(target, path);
  if (!existsSync(place)) return [];
  return readTsv(dirname(place), path.slice(path.lastIndexOf("/") + 1)).map((row) =>
    header.map((column) => row(column)),
  );
}

function before(base: Base, path: string): string {
  const folder = path.startsWith("gathered/") ? base.gathered : base.source;
  const place = join(folder, path.replace(/^gathered\//, ""));
  if (!existsSync(place)) return "new";
  const lines = readFileSync(place, "utf8").split("\n");
  return `had ${lines.filter((line) => line !== "" && !line.startsWith("#")).length - 1}`;
}

/** Releases that people have entered, from the oldest whose packages are read. */
function releases(curated: string): string[] {
  return readTsv(curated, "alpine-releases.tsv")
    .map((row) => row("release"))
    .filter((release) => Number(release.split(".")[1]) >= oldestRelease);
}

/** The official images that the tables know. */
function families(source: string): string[] {
  return existsSync(join(source, "images/variants.tsv"))
    ? readTsv(source, "images/variants.tsv").map((row) => row("image"))
    : [];
}

/** Tags that were weighed before, each once, as they stand now. */
function wanted(target: string): Wanted[] {
  const folder = join(target, "tables");
  const stands = new Map(
    readTsv(folder, "images/tag-aliases.tsv").map((row) => [`${row("image")}:${row("tag")}`, row("distro_release")]),
  );
  const found = new Map<string, Wanted>();
  for (const row of readTsv(folder, "images/image-sizes.tsv")) {
    const key = `${row("image")}:${row("tag")}`;
    const release = stands.get(key) || row("distro_release");
    found.set(key, { image: row("image"), tag: row("tag"), distribution: row("distro"), release });
  }
  return [...found.values()];
}
