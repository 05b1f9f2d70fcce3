import { gunzipSync } from "node:zlib";
import type { Place } from "./place";
import type { Gathered } from "./rows";

type Stanza = ReadonlyMap<string, string>;

/** The suite itself, then what is newer: of a package that stands twice the highest version wins, which these have. */
const pockets = ["", "-updates"];

/**
 * What an archive of Debian (`dists/bookworm/main/binary-amd64/Packages.gz` and `dists/bookworm/main/Contents-*.gz` below it) tells of
 * the suites. The `.gz` files are read; the archives have them beside the `.xz` ones.
 */
export async function gatherDebian(place: Place, suites: readonly string[]): Promise<Gathered[]> {
  const tables: Gathered[] = [];
  for (const suite of suites) {
    const packages = new Map<string, Stanza>();
    for (const pocket of pockets) {
      const path = `dists/${suite}${pocket}/main/binary-amd64/Packages`;
      const text = await readText(place, path);
      for (const stanza of text === undefined ? [] : stanzas(text)) packages.set(stanza.get("Package") ?? "", stanza);
    }
    if (packages.size === 0) continue;
    tables.push(packageTable(suite, packages));
    const counts = suite === suites[0] ? await fileCounts(place, suite) : undefined;
    if (counts) tables.push(counts);
  }
  return tables;
}

/** The text of `path`, or of its compressed form. */
async function readText(place: Place, path: string): Promise<string | undefined> {
  const packed = await place.read(`${path}.gz`);
  if (!packed) return (await place.read(path))?.toString("utf8");
  try {
    return gunzipSync(new Uint8Array(packed)).toString("utf8");
  } catch (error) {
    throw new Error(
      `${place.name}: ${path}.gz is not what gzip makes (${error instanceof Error ? error.message : error})`,
    );
  }
}

function stanzas(text: string): Stanza[] {
  return text
    .split(/\n\s*\n/)
    .map((block) => {
      const fields = new Map<string, string>();
      for (const line of block.split(/\n(?![ \t])/)) {
        const colon = line.indexOf(":");
        if (colon > 0) fields.set(line.slice(0, colon), line.slice(colon + 1).trim());
      }
      return fields;
    })
    .filter((fields) => fields.has("Package"));
}

function packageTable(suite: string, packages: ReadonlyMap<string, Stanza>): Gathered {
  const field = (one: Stanza, name: string) => one.get(name) ?? "";
  const provided = new Set([...packages.values()].flatMap((one) => names(field(one, "Provides"))));
  const exists = (name: string) => packages.has(name) || provided.has(name);
  return {
    path: `debian/packages-${suite}.tsv`,
    header: [
      "name",
      "version",
      "installed_kib",
      "deb_bytes",
      "depends",
      "recommends",
      "provides",
      "source",
      "section",
      "flags",
    ],
    rows: [...packages].map(([name, one]) => [
      name,
      field(one, "Version"),
      field(one, "Installed-Size"),
      field(one, "Size"),
      groups([field(one, "Pre-Depends"), field(one, "Depends")].filter(Boolean).join(", "), exists, true),
      groups(field(one, "Recommends"), exists, false),
      names(field(one, "Provides")).join(" "),
      sourceOf(field(one, "Source"), name),
      field(one, "Section"),
      flagsOf(one),
    ]),
  };
}

/** Groups with a space between, alternatives with `|`; what nothing of the suite satisfies is marked `!` where it is needed. */
function groups(text: string, exists: (name: string) => boolean, needed: boolean): string {
  return text
    .split(",")
    .filter((group) => group.trim() !== "")
    .flatMap((group) => {
      const alternatives = names(group.replaceAll("|", ","));
      const known = alternatives.filter(exists);
      if (known.length > 0) return [[...new Set(known)].join("|")];
      return needed ? [`!${alternatives[0] ?? ""}`] : [];
    })
    .join(" ");
}

/** Without versions, architectures and build profiles. */
function names(list: string): string[] {
  return list
    .split(",")
    .map((word) => word.trim().replace(/[\s(:[].*$/, ""))
    .filter(Boolean);
}

function sourceOf(source: string, name: string): string {
  const own = source.replace(/\s.*$/, "");
  return own === name ? "" : own;
}

function flagsOf(one: Stanza): string {
  const priority = one.get("Priority") ?? "";
  return [
    one.get("Essential") === "yes" ? "E" : "",
    one.get("Protected") === "yes" || one.get("Important") === "yes" ? "P" : "",
    { required: "r", important: "i", standard: "s" }[priority] ?? "",
  ].join("");
}

/** Counts of files and folders by package, from the Contents indices. */
async function fileCounts(place: Place, suite: string): Promise<Gathered | undefined> {
  const files = new Map<string, number>();
  const folders = new Map<string, Set<string>>();
  let found = false;
  for (const architecture of ["amd64", "all"]) {
    const text = await readText(place, `dists/${suite}/main/Contents-${architecture}`);
    found ||= text !== undefined;
    for (const line of (text ?? "").split("\n")) {
      const [, path = "", owners = ""] = /^(.*\S)\s+(\S+)$/.exec(line) ?? [];
      const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
      for (const owner of owners.split(",").filter(Boolean)) {
        const name = owner.slice(owner.lastIndexOf("/") + 1);
        files.set(name, (files.get(name) ?? 0) + 1);
        const own = folders.get(name) ?? new Set();
        folders.set(name, own.add(folder));
      }
    }
  }
  if (!found) return undefined;
  return {
    path: "gathered/debian-file-counts.tsv",
    header: ["package", "files", "folders"],
    rows: [...files].map(([name, count]) => [name, String(count), String(folders.get(name)?.size ?? 0)]),
  };
}
