import { distributionOf } from "../../../src/facts/image-tag";
import type { Place } from "./place";
import type { Gathered } from "./rows";

/** One image of a family under all its tags. */
interface Entry {
  readonly tags: readonly string[];
  readonly sharedTags: readonly string[];
  /** Where its Dockerfile lies. */
  readonly directory: string;
}

export interface Stand {
  readonly distribution: string;
  readonly release: string;
}

/** By `image:tag`. */
export type KnownTags = ReadonlyMap<string, Stand>;

export interface Library {
  readonly aliases: Gathered;
  readonly variants: Gathered;
  /** Every tag there is, `image:tag`. */
  readonly listed: ReadonlySet<string>;
  /** Images of which there is no file: the place may be a part of the library, so nothing is said of them. */
  readonly absent: ReadonlySet<string>;
}

/**
 * What the files of docker-library/official-images (`library/python` below the place) say: which tags stand on which distribution.
 * Windows images are left out. What a file does not say of a tag that it lists, stays as `known` has it: some Dockerfiles only tell by
 * their FROM. @returns nothing when none of the images is there.
 */
export async function gatherLibrary(
  place: Place,
  images: readonly string[],
  known: KnownTags,
): Promise<Library | undefined> {
  const aliases: string[][] = [];
  const variants: string[][] = [];
  const listed = new Set<string>();
  const absent = new Set<string>();
  for (const image of images) {
    const text = (await place.read(`library/${image}`))?.toString("utf8");
    if (text === undefined) {
      absent.add(image);
      continue;
    }
    const entries = readLibrary(place, image, text);
    for (const entry of entries) {
      const said = standOf(entry);
      for (const tag of [...entry.tags, ...entry.sharedTags]) {
        listed.add(`${image}:${tag}`);
        const before = known.get(`${image}:${tag}`);
        const stand =
          said && said.release === "" && said.distribution === before?.distribution ? before : (said ?? before);
        if (stand && (before || floats(tag))) aliases.push([image, tag, stand.distribution, stand.release]);
      }
    }
    // A file without tags says that the image has left the library.
    if (entries.length > 0) variants.push(variantRow(image, entries));
  }
  if (listed.size === 0) return undefined;
  return {
    aliases: {
      path: "images/tag-aliases.tsv",
      header: ["image", "tag", "distro", "distro_release"],
      rows: aliases,
    },
    variants: {
      path: "images/variants.tsv",
      header: [
        ...["image", "in_library", "linux_tags", "has_alpine_tag", "alpine_releases"],
        ...["has_slim_tag", "other_releases", "tag_suffix_styles"],
      ],
      rows: variants,
    },
    listed,
    absent,
  };
}

function readLibrary(place: Place, image: string, text: string): Entry[] {
  try {
    return parseLibrary(text);
  } catch (error) {
    throw new Error(`${place.name}: library/${image}: ${error instanceof Error ? error.message : error}`);
  }
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
    .map((fields) => ({
      tags: list(fields.get("Tags")),
      sharedTags: list(fields.get("SharedTags")),
      directory: fields.get("Directory") ?? "",
    }));
}

/** The distribution that one of the tags or the folder names says it for all of them. */
function standOf({ tags, directory }: Entry): Stand | undefined {
  const names = [...tags, directory];
  for (const name of names) {
    const alpine = /(?:^|[-/])alpine[-/]?(\d+\.\d+)(?:[-/]|$)/.exec(name)?.[1];
    if (alpine !== undefined) return { distribution: "alpine", release: alpine };
    for (const word of name.split(/[-/]/)) {
      const named = distributionOf(word);
      if (named?.release !== undefined) {
        const isCodename = named.name === "ubuntu" && /^[a-z]+$/.test(word);
        return { distribution: named.name, release: isCodename ? word : named.release };
      }
      const other = otherDistributions.find(({ pattern }) => pattern.test(word));
      if (other) return { distribution: other.name, release: word };
    }
  }
  return names.some((name) => /(^|[-/])alpine([-/]|$)/.test(name))
    ? { distribution: "alpine", release: "" }
    : undefined;
}

/** Of which only that they are neither Debian nor Alpine matters. */
const otherDistributions = [
  { name: "amazonlinux", pattern: /^al(2|20\d\d)$/ },
  { name: "oraclelinux", pattern: /^oraclelinux\d+$/ },
  { name: "ubi", pattern: /^ubi\d+$/ },
];

/** Neither a patch level, a day, a distribution's release nor a version to come is named: what the tag stands for changes. */
function floats(tag: string): boolean {
  const isPinned = tag
    .split("-")
    .some(
      (word) =>
        distributionOf(word) !== undefined ||
        /^alpine\d/.test(word) ||
        otherDistributions.some(({ pattern }) => pattern.test(word)),
    );
  return !isPinned && !pinnedParts.some((part) => part.test(tag));
}

const pinnedParts = [
  /\d+\.\d+\.\d+/,
  /(^|-)alpine-\d/,
  /(^|-)\d{8}(-|$)/,
  /(^|[-.\d])(rc|alpha|beta|dev|devel|ea)\d*(-|$)/,
];

function variantRow(image: string, entries: readonly Entry[]): string[] {
  const tags = entries.flatMap((entry) => [...entry.tags, ...entry.sharedTags]);
  const releases = (name: string) =>
    [...new Set(entries.map(standOf).flatMap((stand) => (stand?.distribution === name ? [stand.release] : [])))]
      .filter(Boolean)
      .sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
  const others = [...releases("debian"), ...releases("ubuntu")];
  const hasAlpine = tags.some((tag) => /(^|-)alpine/.test(tag));
  return [
    image,
    "yes",
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
    .replace(/^v?\d[\w.+]*(-|$)/, "")
    .replace(/^(latest|lts|current|stable|mainline)(-|$)/, "")
    .replace(/(?<=^|-)v?\d[\w.+]*(?=-|$)|\d+(\.\d+)+(_\d+)?/g, "<v>");
}
