import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { readIfThere, readText, readTsv } from "../tsv";
import { gatherAlpine } from "./apkindex";
import { gatherDebian } from "./debian";
import { countPackages } from "./dockerfiles";
import { inputsFromShipped } from "./from-shipped";
import { gatherLibrary } from "./library";
import { openPlace, type Place } from "./place";
import { gatherSizes, type Wanted } from "./registry";
import { type Gathered, textOf } from "./rows";

/** Where upstreams are read from: folders, or addresses. */
export interface Upstreams {
  /** A mirror of Alpine's packages. */
  readonly alpine?: string | undefined;
  /** Archives of Debian: the main one, that of the security updates. */
  readonly debian?: readonly string[] | undefined;
  /** A copy of docker-library/official-images. */
  readonly library?: string | undefined;
  /** A folder of Dockerfiles, to count what they install. */
  readonly dockerfiles?: string | undefined;
  /** A registry that has the official images. */
  readonly registry?: string | undefined;
  /** What stands before their names there. */
  readonly prefix: string;
  /** The day they are read, `2026-11-24`: tags that are listed no more were until then. */
  readonly day: string;
}

export interface Base {
  /** The tables that are there already; may be absent. */
  readonly source: string;
  readonly curated: string;
  readonly gathered: string;
  /** The tables that ship, which stand in for a source that is not there. */
  readonly shipped: string;
}

/** Oldest release whose packages are read; names of older ones do not change any more. */
const oldestRelease = 19;
const suites = ["bookworm", "trixie"];

/**
 * Fills `target` with the tables the generators read: those of the base, with all that the upstreams tell in their place. Nothing of the
 * base is changed.
 * @returns a line per table that was read anew, with how many rows it has and what came and went.
 */
export async function gather(upstreams: Upstreams, base: Base, target: string): Promise<string[]> {
  for (const [from, to] of [
    [base.source, target],
    [base.gathered, join(target, "gathered")],
  ] as const)
    if (existsSync(from)) linkAll(resolve(from), to);
  mkdirSync(join(target, "gathered"), { recursive: true });
  if (!existsSync(base.source)) for (const table of inputsFromShipped(base.shipped, base.curated)) write(target, table);
  const tables: Gathered[] = [
    ...(upstreams.alpine ? await gatherAlpine(openPlace(upstreams.alpine), releases(base.curated)) : []),
    ...(upstreams.debian ? await gatherDebian(upstreams.debian.map(openPlace), suites) : []),
  ];
  if (upstreams.dockerfiles) tables.push(countPackages(upstreams.dockerfiles));
  if (upstreams.library) tables.push(...(await gatherImages(openPlace(upstreams.library), upstreams.day, target)));
  const lines = tables.map((table) => replace(target, withOtherReleases(target, table)));
  if (upstreams.registry) {
    for (const table of await gatherSizes(upstreams.registry, upstreams.prefix, wanted(target))) {
      const all = { ...table, rows: [...rowsOf(target, table), ...table.rows] };
      lines.push(replace(target, all));
    }
  }
  if (lines.length === 0 && isAnyGiven(upstreams))
    throw new Error("nothing was found at the places that were given: is the path the one their README names?");
  return lines;
}

export function isAnyGiven({ alpine, debian, library, dockerfiles, registry }: Upstreams): boolean {
  return Boolean(alpine || debian?.length || library || dockerfiles || registry);
}

/** The days of indexes that were not read anew stay; of other tables nothing does. */
function withOtherReleases(target: string, table: Gathered): Gathered {
  if (table.path !== "alpine/indexes.tsv") return table;
  const read = new Set(table.rows.map(([release]) => release));
  return { ...table, rows: [...table.rows, ...rowsOf(target, table).filter(([release]) => !read.has(release))] };
}

/** What the library lists now, in place of what it listed; tags that have left are kept, with the day. */
async function gatherImages(place: Place, day: string, target: string): Promise<Gathered[]> {
  const before = readIfThere(target, "images/tag-aliases.tsv").map((row) => ({
    image: row("image"),
    tag: row("tag"),
    stand: { distribution: row("distro"), release: row("distro_release") },
  }));
  const known = new Map(before.map(({ image, tag, stand }) => [`${image}:${tag}`, stand]));
  const families = readIfThere(target, "images/variants.tsv").map((row) => row("image"));
  const library = await gatherLibrary(place, families, known);
  if (!library) return [];
  const { aliases, variants, listed, absent } = library;
  const stay = before
    .filter(({ image }) => absent.has(image))
    .map(({ image, tag, stand }) => [image, tag, stand.distribution, stand.release]);
  const left = before
    .filter(({ image, tag }) => !absent.has(image) && !listed.has(`${image}:${tag}`))
    .map(({ image, tag, stand }) => [image, tag, stand.distribution, stand.release, day]);
  const leftBefore = rowsOf(target, { path: "images/left-tags.tsv", header: leftTags }).filter(
    ([image, tag]) => !listed.has(`${image}:${tag}`),
  );
  const current = new Set(variants.rows.map(([image]) => image));
  const others = rowsOf(target, variants)
    .filter(([image]) => !current.has(image))
    .map(([image = "", standing = "", ...rest]) => [image, absent.has(image) ? standing : "removed", ...rest]);
  return [
    { ...aliases, rows: [...aliases.rows, ...stay] },
    { ...variants, rows: [...variants.rows, ...others] },
    { path: "images/left-tags.tsv", header: leftTags, rows: [...left, ...leftBefore] },
  ];
}

const leftTags = ["image", "tag", "distribution", "release", "last_listed"];

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

function write(target: string, table: Gathered): void {
  const place = join(target, table.path);
  mkdirSync(dirname(place), { recursive: true });
  const text = textOf(table);
  // Not through a link into the base.
  writeFileSync(`${place}.new`, text);
  renameSync(`${place}.new`, place);
}

/** A column that the table of before does not have is empty. */
function rowsOf(target: string, { path, header }: Omit<Gathered, "rows">): string[][] {
  if (!existsSync(join(target, path))) return [];
  const [first = "", ...lines] = readText(target, path)
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  const columns = first.split("\t");
  return lines.map((line) => {
    const cells = line.split("\t");
    return header.map((column) => cells[columns.indexOf(column)] ?? "");
  });
}

/** Writes the table; says how many rows it has and how many came and went, a changed one being both. */
function replace(target: string, table: Gathered): string {
  const old = new Set(rowsOf(target, table).map((row) => row.join("\t")));
  const now = new Set(table.rows.map((row) => row.join("\t")));
  write(target, table);
  const came = [...now].filter((row) => !old.has(row)).length;
  const went = [...old].filter((row) => !now.has(row)).length;
  const change = old.size === 0 ? "new" : came + went === 0 ? "unchanged" : `+${came} -${went} rows`;
  return `${table.path.padEnd(40)}${`${table.rows.length} rows`.padStart(13)}  ${change}`;
}

/** Releases that people have entered, from the oldest whose packages are read. */
function releases(curated: string): string[] {
  return readTsv(curated, "alpine-releases.tsv")
    .map((row) => row("release"))
    .filter((release) => Number(release.split(".")[1]) >= oldestRelease);
}

/** Tags that were weighed before, each once, as they stand now. */
function wanted(target: string): Wanted[] {
  const stands = new Map(
    readIfThere(target, "images/tag-aliases.tsv").map((row) => [
      `${row("image")}:${row("tag")}`,
      row("distro_release"),
    ]),
  );
  const found = new Map<string, Wanted>();
  for (const row of readIfThere(target, "images/image-sizes.tsv")) {
    const key = `${row("image")}:${row("tag")}`;
    const release = stands.get(key) || row("distro_release");
    found.set(key, { image: row("image"), tag: row("tag"), distribution: row("distro"), release });
  }
  return [...found.values()];
}
