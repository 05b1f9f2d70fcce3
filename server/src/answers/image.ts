import { editDistance } from "../facts/nearest";
import type { AlpineVariant, Distribution, Facts, ImageSize } from "../facts/types";
import { parseImageReference } from "../model/image-reference";
import { phpImage } from "../translations/php-image/php-image";

/** What is known of an image, for hovers and for `alpinize explain`. */
export interface ImageAnswer {
  readonly image: string;
  readonly tag: string;
  readonly distribution: Distribution | undefined;
  /** This image, then its slim and its Alpine variant, as far as they exist. */
  readonly variants: readonly Variant[];
  /** What became of the Alpine variant when there is none among `variants`. */
  readonly alpine: AlpineVariant;
  /** What the user should know, one sentence each. */
  readonly notes: readonly string[];
}

export interface Variant {
  readonly role: "this image" | "slim" | "Alpine" | "instead";
  /** With its tag. */
  readonly name: string;
  readonly size: ImageSize | undefined;
}

/** @returns undefined when the tables do not know the image, or not the tag. */
export function imageAnswer(image: string, tag: string, facts: Facts): ImageAnswer | undefined {
  const { images } = facts;
  const distribution = images.distribution(image, tag);
  const alpine = images.alpineVariant(image, tag);
  if (!distribution && alpine.kind === "unknown") return undefined;
  const named = (role: Variant["role"], of: string, ofTag: string): Variant => ({
    role,
    name: `${of}:${ofTag}`,
    size: images.size(of, ofTag),
  });
  const slim = images.slimVariant(image, tag);
  const instead = alpine.kind === "none" ? parseImageReference(alpine.instead ?? "") : undefined;
  return {
    image,
    tag,
    distribution,
    variants: [
      named("this image", image, tag),
      ...(slim !== undefined && slim !== tag ? [named("slim", image, slim)] : []),
      ...(alpine.kind === "variant" ? [named("Alpine", alpine.image, alpine.tag)] : []),
      ...(instead ? [named("instead", instead.path, instead.tag ?? "latest")] : []),
    ],
    alpine,
    notes: [
      ...notesOn(alpine, instead !== undefined),
      ...byPackages(image, tag, facts),
      ...differences(image, tag, alpine, images),
    ],
  };
}

/** @param hasInstead the image to use instead is told as a variant. */
function notesOn(alpine: AlpineVariant, hasInstead: boolean): string[] {
  switch (alpine.kind) {
    case "variant":
      return [...alpine.notes];
    case "already":
      return [`This is an Alpine image already${alpine.release ? `, on Alpine ${alpine.release}` : ""}.`];
    case "none": {
      const instead = hasInstead || alpine.instead === undefined ? [] : [`Instead: ${alpine.instead}`];
      return [`No Alpine variant: ${sentence(alpine.why)}`, ...instead];
    }
    case "unknown":
      return [`No Alpine variant is known: ${sentence(alpine.why)}`];
  }
}

/** A conversion does without a variant. */
function byPackages(image: string, tag: string, facts: Facts): string[] {
  const php = phpImage(image, tag, facts);
  return php
    ? [
        `A conversion puts the packages of Alpine ${php.release} in its place, which has Apache and PHP ${php.series} too.`,
      ]
    : [];
}

/** What the Alpine variant lacks, and when it is the larger one. */
function differences(image: string, tag: string, alpine: AlpineVariant, images: Facts["images"]): string[] {
  if (alpine.kind !== "variant") return [];
  const { packages, headers } = images.lacks(image, tag) ?? { packages: [], headers: 0 };
  const some = packages.length === 0 ? "" : `: ${packages.join(", ")}`;
  const more = headers === 0 ? "" : `${some === "" ? ":" : ", and"} ${headers} packages with headers`;
  const lacking = some + more === "" ? [] : [`The Alpine variant lacks what this image holds${some}${more}.`];
  const own = images.size(image, tag)?.download.bytes;
  const other = images.size(alpine.image, alpine.tag)?.download.bytes;
  const isLarger = own !== undefined && other !== undefined && other > own;
  return isLarger ? [...lacking, "The Alpine variant is the larger one to download."] : lacking;
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** Known images near to one that is not known, the most likely first. */
export function nearestImages(image: string, tag: string, { images }: Facts): readonly string[] {
  if (!images.isKnown(image)) return images.nearest(image);
  const limit = Math.max(1, Math.floor(tag.length / 3));
  return images
    .knownTags(image)
    .map((known) => ({ known, distance: editDistance(tag, known, limit) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ known }) => `${image}:${known}`);
}
