import { gunzipSync } from "node:zlib";
import { gatherContents } from "./debian-contents";
import { compareVersions, satisfies } from "./debian-version";
import type { Place } from "./place";
import type { Gathered } from "./rows";

type Stanza = ReadonlyMap<string, string>;

/** The suite and what came after it: of a package that stands in several the highest version wins. */
const pockets = ["", "-updates", "-security"];

/**
 * What archives of Debian (`dists/bookworm/main/binary-amd64/Packages.gz` and `dists/bookworm/main/Contents-*.gz` below them) tell of
 * the suites; security updates have an archive of their own. The `.gz` files are read; the archives have them beside the `.xz` ones.
 */
export async function gatherDebian(places: readonly Place[], suites: readonly string[]): Promise<Gathered[]> {
  const tables: Gathered[] = [];
  for (const suite of suites) {
    const packages = new Map<string, Stanza>();
    for (const pocket of pockets)
      for (const place of places)
        for (const stanza of await readStanzas(place, `dists/${suite}${pocket}/main/binary-amd64/Packages`)) {
          const name = field(stanza, "Package");
          const known = packages.get(name);
          if (!known || compareVersions(field(stanza, "Version"), field(known, "Version")) > 0)
            packages.set(name, stanza);
        }
    if (packages.size === 0) continue;
    tables.push(packageTable(suite, packages));
    if (suite === suites[0]) tables.push(...(await gatherContents(places, suite)));
  }
  return tables;
}

/** What `path` or its compressed form holds; nothing when there is neither. */
async function readStanzas(place: Place, path: string): Promise<Stanza[]> {
  const packed = await place.read(`${path}.gz`);
  if (!packed) return stanzas((await place.read(path))?.toString("utf8") ?? "");
  try {
    return stanzas(gunzipSync(new Uint8Array(packed)).toString("utf8"));
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
  const exists = satisfiable(packages);
  return {
    path: `debian/packages-${suite}.tsv`,
    header: [
      ...["name", "version", "installed_kib", "deb_bytes", "depends", "recommends"],
      ...["provides", "source", "section", "flags"],
    ],
    rows: [...packages].map(([name, one]) => [
      name,
      field(one, "Version"),
      field(one, "Installed-Size") || "0",
      field(one, "Size"),
      groups([field(one, "Pre-Depends"), field(one, "Depends")].filter(Boolean).join(", "), exists, true),
      groups(field(one, "Recommends"), exists, false),
      [...new Set(relations(field(one, "Provides")).map((provide) => provide.name))].join(" "),
      sourceOf(field(one, "Source"), name),
      field(one, "Section").replace(/^.*\//, ""),
      flagsOf(one),
    ]),
  };
}

/** A name with what is asked of its version, `>= 1.2`, or nothing. */
interface Relation {
  readonly name: string;
  readonly version: string;
}

type Satisfiable = (relation: Relation) => boolean;

/** Whether a package of the suite has the name or stands for it, in a version that will do. */
function satisfiable(packages: ReadonlyMap<string, Stanza>): Satisfiable {
  const provided = new Map<string, string[]>();
  for (const one of packages.values())
    for (const { name, version } of relations(field(one, "Provides")))
      provided.set(name, [...(provided.get(name) ?? []), version.replace(/^=\s*/, "")]);
  return ({ name, version }) => {
    const real = packages.get(name);
    if (real && (version === "" || satisfies(field(real, "Version"), version))) return true;
    // A bare provide stands for no version.
    return (provided.get(name) ?? []).some((own) => version === "" || (own !== "" && satisfies(own, version)));
  };
}

/** Groups with a space between, alternatives with `|`; what nothing of the suite satisfies is marked `!` where it is needed. */
function groups(text: string, exists: Satisfiable, needed: boolean): string {
  const all = text
    .split(",")
    .filter((group) => group.trim() !== "")
    .flatMap((group) => {
      const alternatives = relations(group.replaceAll("|", ","));
      const known = alternatives.filter(exists).map(({ name }) => name);
      if (known.length > 0) return [[...new Set(known)].join("|")];
      return needed ? [`!${alternatives[0]?.name ?? ""}`] : [];
    });
  return [...new Set(all)].join(" ");
}

/** Without architectures and build profiles: `perl:any (>= 5.36) [amd64]` is perl `>= 5.36`. */
function relations(list: string): Relation[] {
  return list
    .split(",")
    .map((word) => word.trim())
    .filter(Boolean)
    .map((word) => ({
      name: word.replace(/[\s(:[].*$/s, ""),
      version: /\(\s*(.*?)\s*\)/.exec(word)?.[1] ?? "",
    }));
}

function sourceOf(source: string, name: string): string {
  const own = source.replace(/\s.*$/, "");
  return own === name ? "" : own;
}

function flagsOf(one: Stanza): string {
  return [
    one.get("Essential") === "yes" ? "E" : "",
    one.get("Protected") === "yes" || one.get("Important") === "yes" ? "P" : "",
    { required: "r", important: "i", standard: "s" }[field(one, "Priority")] ?? "",
  ].join("");
}

function field(one: Stanza, name: string): string {
  return one.get(name) ?? "";
}
