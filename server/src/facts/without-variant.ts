import type { Family } from "./image-families";
import { type ImageTag, isVersion, lessPrecise } from "./image-tag";
import type { KnownTags } from "./known-tags";
import { compareReleases } from "./releases";

/** Why a tag of a family that has Alpine variants has none, and what to use; undefined when nothing tells. */
export interface Without {
  readonly why: string;
  /** With its tag, which the tables know. */
  readonly instead: string | undefined;
}

const noApache =
  "it serves with Apache, which only Debian's variants have; php-fpm behind a web server of its own does the same";

export function withoutVariant(
  image: string,
  tag: string,
  parsed: ImageTag,
  family: Family,
  tags: KnownTags,
): Without | undefined {
  const { words } = parsed;
  const newest = newestVariant(family.instead || image, words, tags);
  if (words.includes("onbuild")) {
    const why =
      "the variants with ONBUILD steps have ended; write out what they did, which is COPY and an installation";
    return { why, instead: near(image, without(words, "onbuild"), tags) ?? newest };
  }
  if (runsApache(family, words)) {
    const fpm = [...without(words, "apache"), "fpm"];
    const instead = near(image, fpm, tags) ?? near(image, without(fpm, words[0]), tags) ?? newest;
    return { why: noApache, instead };
  }
  // Of the library every tag is known that there ever was.
  const first = image.includes("/") ? undefined : firstOnAlpine(image, tags);
  if (first !== undefined && isOlder(words[0], first))
    return { why: `it ended before there were any, the first of which was ${image}:${first}-alpine`, instead: newest };
  const known = tags.find(image, tag) ?? tags.near(image, parsed);
  if (!known) return undefined;
  const stood = `${capital(known.distribution)}${known.release === "" ? "" : ` ${known.release}`}`;
  const until = known.lastListed === "" ? "" : ` and has not been rebuilt since ${known.lastListed}`;
  return { why: `this line is built on ${stood} only${until}`, instead: newest };
}

/** `drupal:8.2`, `php:8.3-apache`: of these images, what is not fpm serves by Apache. */
export function runsApache({ styles }: Family, words: readonly string[]): boolean {
  if (!styles.includes("fpm-alpine") || words.some((word) => word === "fpm" || word === "cli")) return false;
  return words.includes("apache") || !styles.includes("alpine");
}

/** The known Alpine tag for these words, or with a shorter version. */
function near(image: string, words: readonly string[], tags: KnownTags): string | undefined {
  for (let some: readonly string[] | undefined = words; some; some = lessPrecise(some)) {
    const known = tags.onAlpine(image, some);
    if (known) return `${image}:${known.tag}`;
  }
  return undefined;
}

/** The newest version that is maintained, as precise as the one in the words. */
function newestVariant(image: string, words: readonly string[], tags: KnownTags): string | undefined {
  const [version] = maintained(image, words[0] ?? "", tags).slice(-1);
  const tag = version === undefined ? "alpine" : `${version}-alpine`;
  return tags.find(image, tag)?.lastListed === "" ? `${image}:${tag}` : undefined;
}

/** The versions, as precise as that of `tag`, that have an Alpine variant now; the oldest first. */
export function maintained(image: string, tag: string, tags: KnownTags): string[] {
  const precision = Math.min(2, /^\d+(\.\d+)*/.exec(tag)?.[0].split(".").length ?? 1);
  const versions = tags.current(image).flatMap((known) => /^(\d+(?:\.\d+)*)-alpine$/.exec(known)?.[1] ?? []);
  const alike = versions.filter((version) => version.split(".").length === precision);
  return (alike.length > 0 ? alike : versions).sort(compareReleases);
}

function firstOnAlpine(image: string, tags: KnownTags): string | undefined {
  const versions = tags.all(image).flatMap((tag) => /^(\d+(?:\.\d+)*)-alpine$/.exec(tag)?.[1] ?? []);
  return versions.sort(compareReleases)[0];
}

function isOlder(version: string | undefined, first: string): boolean {
  if (version === undefined || !isVersion(version) || !/^\d/.test(version)) return false;
  return compareReleases(version.replace(/[^\d.].*$/, ""), first) < 0;
}

function without(words: readonly string[], word: string | undefined): readonly string[] {
  return words.filter((one) => one !== word);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
