import { existsSync } from "node:fs";
import { join } from "node:path";
import { distributionOf } from "../../src/facts/image-tag";
import { type Inputs, readIfThere, readText, readTsv, type TableFile } from "./tsv";

/** The images of the official library and others: families, tags, sizes, what they hold. */
export function imageTables(inputs: Inputs): TableFile[] {
  return [families(inputs), tags(inputs), alpineReleases(inputs), sizes(inputs), packages(inputs)];
}

/** How a family stands to Alpine when no tag of it says so: see the sections of no-alpine-variant.txt. */
const sections = {
  "1": ["never", "it never had an Alpine variant"],
  "2": ["dropped", "its Alpine variants ended"],
  "3": ["already", ""],
  "4": ["system", ""],
} as const;

const familyColumns = [
  "image",
  "in_library",
  "standing",
  "why",
  "instead",
  "alpine_releases",
  "styles",
  "alpine_image",
  "language",
  "note",
];

function families({ source, curated }: Inputs): TableFile {
  const standing = standings(source);
  const decisions = new Map(readTsv(curated, "image-families.tsv").map((row) => [row("image"), row]));
  return {
    name: "image-families.tsv",
    header: familyColumns,
    rows: [...ofTheLibrary(), ...elsewhere(curated)],
  };

  function ofTheLibrary(): string[][] {
    return readTsv(source, "images/variants.tsv").map((row) => {
      const decision = decisions.get(row("image"));
      const [kind, why] = standing.get(row("image")) ?? ["", ""];
      return [
        row("image"),
        row("in_library"),
        decision?.("standing") || kind,
        decision?.("why") ?? why,
        decision?.("instead") ?? "",
        row("alpine_releases").replaceAll(",", " "),
        row("tag_suffix_styles"),
        "",
        "",
        "",
      ];
    });
  }
}

/** Images outside the library, decided by hand. */
function elsewhere(curated: string): string[][] {
  return readTsv(curated, "other-image-families.tsv").map((row) =>
    familyColumns.map((column) => (column === "in_library" ? "other" : row(column))),
  );
}

/** By image; of those that were tables before, as these have it. */
function standings(source: string): ReadonlyMap<string, readonly [string, string]> {
  const standing = new Map<string, readonly [string, string]>();
  if (existsSync(join(source, "images/standings.tsv"))) {
    for (const row of readTsv(source, "images/standings.tsv"))
      standing.set(row("image"), [row("standing"), row("why")]);
    return standing;
  }
  let section: readonly [string, string] | undefined;
  for (const line of readText(source, "images/no-alpine-variant.txt").split("\n")) {
    const heading = /^# \[([1-4])\]/.exec(line)?.[1];
    if (heading === "1" || heading === "2" || heading === "3" || heading === "4") section = sections[heading];
    if (line === "" || line.startsWith("#") || !section) continue;
    const [image = "", note = ""] = line.split("\t");
    const ended = /dropped (\d{4})-\d\d-\d\d/.exec(note)?.[1];
    standing.set(image, ended ? [section[0], `${section[1]} in ${ended}`] : section);
  }
  return standing;
}

/** Floating tags that are or were: what they stand on, and when they were last listed (empty: still listed). */
function tags({ source, curated, gathered }: Inputs): TableFile {
  const releases = readTsv(curated, "alpine-releases.tsv").map((row) => [row("release"), row("first")] as const);
  const rows = new Map<string, readonly string[]>();
  for (const row of readTsv(source, "images/alpine-tag-history.tsv")) {
    const listed = row("last_listed");
    // Which release it was is not said for some tags: the newest of that day, marked as a guess.
    const guess = listed === "" ? "" : `~${releases.filter(([, date]) => date <= listed).at(-1)?.[0] ?? ""}`;
    rows.set(`${row("image")}:${row("tag")}`, ["alpine", row("last_alpine_release") || guess, listed]);
  }
  for (const row of readTsv(curated, "retired-tags.tsv"))
    rows.set(`${row("image")}:${row("tag")}`, [row("distribution"), row("release"), row("last_listed")]);
  for (const row of readTsv(source, "images/image-sizes.tsv")) {
    const key = `${row("image")}:${row("tag")}`;
    const date = row("source_commit_or_date").slice(0, 10);
    const old = date < "2026";
    const known = rows.get(key);
    if (!known || (known[1] === "" && !old)) rows.set(key, [row("distro"), row("distro_release"), old ? date : ""]);
  }
  for (const row of readIfThere(source, "images/left-tags.tsv"))
    rows.set(`${row("image")}:${row("tag")}`, [row("distribution"), row("release"), row("last_listed")]);
  for (const row of readTsv(source, "images/tag-aliases.tsv")) {
    const key = `${row("image")}:${row("tag")}`;
    rows.set(key, [row("distro"), row("distro_release") || (rows.get(key)?.[1] ?? ""), ""]);
  }
  for (const row of [...readTsv(gathered, "dotnet-tags.tsv"), ...readTsv(curated, "other-image-tags.tsv")])
    rows.set(`${row("image")}:${row("tag")}`, [row("distribution"), row("release"), row("last_listed")]);
  return {
    name: "image-tags.tsv",
    header: ["tag", "distribution", "release", "last_listed"],
    rows: [...rows].map(([key, [distribution = "", release = "", listed = ""]]) => [
      key,
      distribution,
      // Ubuntu's are named by codename or by number: the other tables have numbers.
      distribution === "ubuntu" ? (distributionOf(release)?.release ?? release) : release,
      listed,
    ]),
  };
}

/** The day the tables were gathered: whose support had ended then is out of support for good. */
const gathered = "2026-11-24";

function alpineReleases({ curated }: Inputs): TableFile {
  return {
    name: "alpine-releases.tsv",
    header: ["release", "supported_until", "state"],
    rows: readTsv(curated, "alpine-releases.tsv").map((row) => {
      const end = row("supported_until");
      return [row("release"), end, end < gathered ? "ended" : "supported"];
    }),
  };
}

function sizes({ source }: Inputs): TableFile {
  return {
    name: "image-sizes.tsv",
    header: ["image", "tag", "distribution", "release", "compressed_bytes", "disk_bytes", "date"],
    rows: readTsv(source, "images/image-sizes.tsv").map((row) => [
      row("image"),
      row("tag"),
      row("distro"),
      row("distro_release"),
      row("compressed_bytes"),
      row("disk_bytes"),
      row("source_commit_or_date").slice(0, 10),
    ]),
  };
}

function packages({ source }: Inputs): TableFile {
  return {
    name: "image-packages.tsv",
    header: ["image", "tags", "manager", "kind", "packages"],
    rows: readTsv(source, "images/preinstalled.tsv").map((row) => [
      row("image"),
      row("tag_family").replaceAll("|", " "),
      row("manager"),
      row("kind"),
      row("packages"),
    ]),
  };
}
