import type { Facts, Release } from "../alpinize";
import type { AlpineVariant } from "../facts/types";
import type { Base, Build } from "../model/build";
import { type ImageReference, officialName, parseImageReference } from "../model/image-reference";
import { imageName } from "../model/platform";
import { type Segment, textOf } from "../model/variables";
import { wrappedImage } from "../model/wrapped-image";
import { listed } from "../rules/shared/sentences";
import type { TextEdit } from "../text/edits";
import { baseEdits } from "./base-edits";
import { variantOfHexpm } from "./elixir-images";
import { type PhpImage, phpImage } from "./php-image/php-image";
import { phpVariant } from "./php-image/variant";
import { type Brought, toolchainOf } from "./toolchain-images";

/** What becomes of the image a stage stands on. */
export type BaseOutcome =
  | {
      readonly kind: "alpine";
      /** As the tables know it. */
      readonly image: string;
      readonly tag: string;
      readonly release: Release;
      /** The whole new reference, variables expanded. */
      readonly to: string;
      readonly edits: readonly TextEdit[];
      /** What the user should know, one sentence each. */
      readonly notes: readonly string[];
      /** Why this is done only when the user asks for what can be done: the data of a database is at stake. */
      readonly stop: string | undefined;
      /** Packages that stand for what the image brought. */
      readonly brings: readonly Brought[];
      /** Alpine with its own packages of PHP and Apache, in place of an image that has both. */
      readonly php?: PhpImage | undefined;
      /** What takes the place of Python 2's packages, where Alpine has none. */
      readonly python2?: "left out" | "python3" | "own" | undefined;
      /** Alpine already: only what calls apt, or keeps what it need not keep, is changed. */
      readonly already: boolean;
    }
  /** `scratch` and what else has no system of its own. */
  | { readonly kind: "empty" }
  /** There is no Alpine image for it, or none is known: `isUnknown`, and what stands on it may be Debian's all the same. */
  | { readonly kind: "stop"; readonly why: string; readonly isUnknown?: boolean };

/** Images whose data files depend on the C library's collation and on numeric ids. */
const databases: ReadonlySet<string> = new Set(["postgres", "mysql", "mariadb", "mongo", "percona"]);

/** @param older the release that plain Alpine is to have in place of the newest. */
export function alpineBase(base: Base, build: Build, facts: Facts, older?: Release): BaseOutcome {
  const { word } = base;
  if (!word) return { kind: "stop", why: "FROM names no image." };
  if (/[\r\n]\s*#/.test(build.file.text.slice(word.span.start, word.span.end)))
    return { kind: "stop", why: "A comment stands inside the name of the image. Write the name in one line." };
  const { segments, reference, official: named } = base.segments ? base : guessBase(base, facts);
  if (!segments || !reference) {
    const why = `The image \`${word.value}\` is not known here, as one of its variables has no default. Give the ARG a default value.`;
    return { kind: "stop", why, isUnknown: true };
  }
  if (reference.path === "scratch" && reference.registry === undefined) return { kind: "empty" };
  const wrapped = wrappedImage(reference);
  const tag = wrapped?.tag ?? reference.tag ?? "latest";
  const copied = named === undefined ? copyOf(reference, facts) : undefined;
  const official = named ?? copied;
  const image = wrapped?.image ?? official ?? imageName(reference);
  if (
    official === undefined &&
    /(^|[-/:])(distroless|chiseled|static|scratch)([-/:]|$)/.test(`${reference.path}:${tag}`)
  )
    return { kind: "empty" };
  if (facts.images.distribution(image, tag)?.name === "scratch") return { kind: "empty" };
  const toolchain = toolchainOf(image, tag, older ?? facts.alpine.newest);
  const php = base.segments ? phpImage(image, tag, facts) : undefined;
  const found =
    (php && phpVariant(base, `${image}:${tag}`, php, facts)) ??
    toolchain?.variant ??
    variantOfHexpm(image, tag, facts) ??
    successor(facts.images.alpineVariant(image, tag), image, tag, facts);
  const isPlain = older !== undefined && php === undefined && found.kind === "variant" && found.image === "alpine";
  const variant = isPlain ? { ...found, tag: older, release: older } : found;
  switch (variant.kind) {
    case "already": {
      const release = variant.release ?? facts.alpine.newest;
      return {
        kind: "alpine",
        image,
        tag,
        release,
        to: word.value,
        edits: [],
        notes: [],
        stop: undefined,
        brings: [],
        already: true,
      };
    }
    case "none":
      return {
        kind: "stop",
        why: `${image}:${tag} has no Alpine variant${/^it has no/.test(variant.why) ? "" : `: ${variant.why}`}.${variant.instead ? ` Use ${variant.instead} instead.` : ""}`,
      };
    case "unknown":
      return { kind: "stop", why: unknownImage(image, tag, official, variant.why, facts), isUnknown: true };
    case "variant": {
      const to = wrapped
        ? newReference(reference, imageName(reference), wrapped.over(variant.tag), official)
        : newReference(reference, variant.image, variant.tag, official);
      const notes = [...variant.notes];
      if (copied !== undefined) {
        notes.push(`${word.value} is taken for a copy of the official ${copied} image. Check that ${to} is there too.`);
      }
      if (reference.digest) {
        notes.push(`The digest named the Debian image and was dropped; pin ${to} by its own digest again.`);
      }
      const stop = databases.has(image)
        ? `${image} keeps data in a volume: on Alpine its owner has another number and text is sorted by other rules, which damages indexes. Stay on this image, or move the data by dump and restore.`
        : undefined;
      const { edits, lost } = baseEdits(word, segments, to, build);
      // What becomes of those of PHP is told with it.
      if (lost.length > 0 && !php)
        notes.push(
          `${listed(lost)} has no part in the image's name any more. Where you set it, change the name instead.`,
        );
      return {
        kind: "alpine",
        image: variant.image,
        tag: variant.tag,
        release: variant.release,
        to,
        edits,
        notes,
        stop,
        brings: toolchain?.packages ?? [],
        php,
        already: false,
      };
    }
  }
}

/** `registry.example.com/python:3.13-slim`, a tag of the official family on a registry of one's own. */
function copyOf({ registry, path, tag }: ImageReference, facts: Facts): string | undefined {
  if (registry === undefined || path.includes("/") || tag === undefined || !facts.images.isKnown(path))
    return undefined;
  return facts.images.distribution(path, tag) ? path : undefined;
}

/** A family that was renamed goes on under its new name: `openjdk`, and `java` before it, as `eclipse-temurin`. */
function successor(variant: AlpineVariant, image: string, tag: string, facts: Facts): AlpineVariant {
  const next =
    variant.kind === "none" && variant.instead !== undefined ? parseImageReference(variant.instead) : undefined;
  if (variant.kind !== "none" || !next?.tag || next.path !== "eclipse-temurin") return variant;
  const { release } = facts.images.distribution(next.path, next.tag) ?? {};
  if (release === undefined) return variant;
  const notes = [
    `${image}:${tag} has no Alpine variant: ${variant.why}. ${variant.instead} goes on in its place; its JAVA_HOME is /opt/java/openjdk.`,
  ];
  return { kind: "variant", image: next.path, tag: next.tag, release, notes };
}

/** A variable without a default: some tag that fits what stands around it, so that what is said holds for its kind. */
function guessBase(base: Base, facts: Facts): Pick<Base, "segments" | "reference" | "official"> {
  const none = { segments: undefined, reference: undefined, official: undefined };
  const value = base.word?.value ?? "";
  const match = /^([^$]+:)(\$(?:\w+|\{\w+\}))([^$]*)$/.exec(value);
  if (!match) return none;
  const [, before = "", raw = "", after = ""] = match;
  const image = parseImageReference(before.slice(0, -1));
  const family = image && officialName(image);
  if (!image || family === undefined) return none;
  const version = facts.images
    .knownTags(family)
    .flatMap((tag) =>
      tag.endsWith(after) && /^[\d.]+$/.test(tag.slice(0, tag.length - after.length))
        ? [tag.slice(0, tag.length - after.length)]
        : [],
    )
    .sort(compareVersions)
    .at(-1);
  if (version === undefined) return none;
  const segments: Segment[] = [
    { value: before, variable: undefined, raw: before },
    { value: version, variable: raw.replace(/[${}]/g, ""), raw },
    ...(after === "" ? [] : [{ value: after, variable: undefined, raw: after }]),
  ];
  const reference = parseImageReference(textOf(segments));
  return { segments, reference, official: reference && officialName(reference) };
}

function compareVersions(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}

function unknownImage(image: string, tag: string, official: string | undefined, why: string, facts: Facts): string {
  if (/(^|\/)windows(\/|$)|nanoserver|windowsservercore/.test(`${image}/${tag}`))
    return `${image} is a Windows image, and Alpine is Linux. There is nothing to convert here.`;
  if (facts.images.isKnown(image)) {
    return `${image}:${tag} is left alone: ${why}. Check the tag.`;
  }
  const [near] = official === undefined ? [] : facts.images.nearest(official);
  const hint = near ? ` Did you mean ${near}?` : "";
  return `${image} is left alone, as nothing is known of it.${hint} If it stands on Debian, convert its own Dockerfile first.`;
}

/** The registry and the path in front of the official name stay as they are. */
export function newReference(
  reference: ImageReference,
  image: string,
  tag: string,
  official: string | undefined,
): string {
  const { registry, path } = reference;
  const prefix = registry === undefined ? "" : `${registry}/`;
  const renamed =
    official === undefined
      ? image.startsWith(prefix)
        ? image.slice(prefix.length)
        : image
      : path.slice(0, path.length - official.length) + image;
  // `bitnami/minideb` becomes the library's own alpine.
  const own = official === undefined && !image.includes("/");
  return `${own ? "" : prefix}${renamed}:${tag}`;
}
