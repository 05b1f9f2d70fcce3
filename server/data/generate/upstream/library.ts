import { distributionOf } from "../../../src/facts/image-tag";
import type { Place } from "./place";
import type { Gathered } from "./rows";

/** One image of a family under all its tags. */
interface Entry {
  readonly tags: readonly string[];
  readonly sharedTags: readonly string[];
}

interface Stand {
  readonly distribution: string;
  readonly release: string;
}

/** A table whose rows of other images stay as they are. */
export interface Partial extends Gathered {
  /** The images whose rows are replaced. */
  readonly images: ReadonlySet<string>;
}

/**
 * What the files of docker-library/official-images (`library/python` below the place) say: which tags stand on which distribution.
 * Windows images are left out. @returns nothing when none of the images is there.
 */
export async function gatherLibrary(place: Place, images: readonly string[]): Promise<Partial[]> {
  const aliases: string[][] = [];
  const variants: string[][] = [];
  const found = new Set<string>();
  for (const image of images) {
    const text = (await place.read(`library/${image}`))?.toString("utf8");
    if (text === undefined) continue;
    found.add(image);
    const entries = parseLibrary(text);
    for (const entry of entries) {
      const stand = standOf(entry.tags);
      if (!stand) continue;
      for (const tag of [...entry.tags, ...entry.sharedTags].filter(floats))
        aliases.push([image, tag, stand.distribution, stand.release]);
    }
    variants.push(variantRow(image, entries));
  }
  if (found.size === 0) return [];
  return [
    {
      path: "images/tag-aliases.tsv",
      header: ["image", "tag", "distro", "distro_release"],
      rows: aliases,
      images: found,
    },
    {
      path: "images/variants.tsv",
      header: [
        ...["image", "in_library", "last_change", "linux_tags", "has_alpine_tag", "alpine_releases"],
        ...["has_slim_tag", "other_releases", "tag_suffix_styles"],
      ],
      rows: variants,
      images: found,
    },
  ];
}

/** @throws Error when a line is no `Key: value`. */
export function parseLibrary(text: string): Entry[] {
  const lines = text.replace(/,[ \t]*\n[ \t]+/g, ", ").split("\n");
  const entries: Map<string, string>[] = [new Map()];
  for (const line of lines) {
    if (line.startsWith("#")) continue;
    if (line.trim() === "") {
      if (entries.at(-1)?.size) entries.push(new Map());
      continue;
    }
    const [, key, value = ""] = /^([A-Za-z0-9-]+):\s*(.*)$/.exec(line) ?? [];
    if (key === undefined) throw new Error(`a library file has a line that is no "Key: value": ${line.slice(0, 80)}`);
    entries.at(-1)?.set(key, value);
  }
  const list = (value: string | undefined) => (value ?? "").split(/[\s,]+/).filter(Boolean);
  return entries
    .filter((fields) => fields.has("Tags") && !/^windows/.test(fields.get("Architectures") ?? ""))
    .map((fields) => ({ tags: list(fields.get("Tags")), sharedTags: list(fields.get("SharedTags")) }));
}

/** The distribution that one of the tags names says it for all of them. */
function standOf(tags: readonly string[]): Stand | undefined {
  for (const tag of tags) {
    const alpine = /(?:^|-)alpine-?(\d+\.\d+)(?:-|$)/.exec(tag)?.[1];
    if (alpine !== undefined) return { distribution: "alpine", release: alpine };
    for (const word of tag.split("-")) {
      const named = distributionOf(word);
      if (named?.release === undefined) continue;
      const isCodename = named.name === "ubuntu" && /^[a-z]+$/.test(word);
      return { distribution: named.name, release: isCodename ? word : named.release };
    }
  }
  return tags.some((tag) => /(^|-)alpine(-|$)/.test(tag)) ? { distribution: "alpine", release: "" } : undefined;
}

/** Neither a patch level nor a distribution's release is named: what the tag stands for changes. */
function floats(tag: string): boolean {
  const isPinned = tag.split("-").some((word) => distributionOf(word) !== undefined || /^alpine\d/.test(word));
  return !isPinned && !/^v?\d+\.\d+\.\d+/.test(tag) && !/-rc|alpha|beta/.test(tag);
}

function variantRow(image: string, entries: readonly Entry[]): string[] {
  const tags = entries.flatMap((entry) => [...entry.tags, ...entry.sharedTags]);
  const releases = (name: string) =>
    [
      ...new Set(
        entries
          .map(({ tags: own }) => standOf(own))
          .flatMap((stand) => (stand?.distribution === name ? [stand.release] : [])),
      ),
    ]
      .filter(Boolean)
      .sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
  const others = [...releases("debian"), ...releases("ubuntu")];
  const hasAlpine = tags.some((tag) => /(^|-)alpine/.test(tag));
  return [
    image,
    "yes",
    "",
    String(tags.length),
    hasAlpine ? "yes" : "no",
    releases("alpine").join(","),
    tags.some((tag) => /(^|-)slim(-|$)/.test(tag)) ? "yes" : "no",
    others.join(","),
    [...new Set(tags.map(styleOf))].filter(Boolean).sort().join(" "),
  ];
}

/** What is left of a tag without its version: `slim-bookworm`, `alpine<v>`. */
function styleOf(tag: string): string {
  return tag
    .replace(/^v?\d[\w.+]*-?/, "")
    .replace(/^(latest|lts|current|stable|mainline)(-|$)/, "")
    .replace(/\d+(\.\d+)+/g, "<v>");
}
