import type { Facts } from "../alpinize";
import { type ImageReference, officialName, parseImageReference } from "../model/image-reference";
import { formatSize } from "../size/format";
import { nearest } from "./nearest";
import type { Terminal } from "./terminal";

/** @returns false when the tables do not know the image. */
export function explainImage(out: Terminal, word: string, { images }: Facts): boolean {
  const asked = read(word);
  if (!asked) return false;
  const { image, tag } = asked;
  const isKnown = images.isOfficial(image) && (!word.includes(":") || images.distribution(image, tag) !== undefined);
  if (!isKnown) return false;

  const distribution = images.distribution(image, tag);
  out.line(out.paint(`Image ${image}:${tag}`, "bold"));
  if (distribution)
    out.line(`  Stands on ${distribution.name}${distribution.release ? ` ${distribution.release}` : ""}`);
  const variant = images.alpineVariant(image, tag);
  const slim = images.slimVariant(image, tag);
  printSize(out, "This image", tag);
  if (slim && slim !== tag) printSize(out, "Slim", slim);
  switch (variant.kind) {
    case "variant":
      printSize(out, "Alpine", variant.tag, variant.image);
      for (const note of variant.notes) out.paragraph(note, "  ");
      break;
    case "already":
      out.line("  This is an Alpine image already");
      break;
    default:
      out.paragraph(`No Alpine variant: ${variant.why}`, "  ");
      if (variant.kind === "none" && variant.instead) out.paragraph(`Instead: ${variant.instead}`, "  ");
  }
  return true;

  function printSize(to: Terminal, title: string, ofTag: string, ofImage = image): void {
    const size = images.size(ofImage, ofTag);
    const known = size
      ? `${formatSize(size.disk)} on disk, ${formatSize(size.download)} to download${size.disk.date ? ` (${size.disk.date})` : ""}`
      : "size unknown";
    to.paragraph(`${title}: ${ofImage}:${ofTag}, ${known}`, "  ", 4);
  }
}

/** Known names near to one that is not known. */
export function nearestImages(word: string, { images }: Facts): readonly string[] {
  const asked = read(word);
  if (!asked) return [];
  if (!images.isOfficial(asked.image)) return images.nearest(asked.image);
  const tag = nearest(asked.tag, images.knownTags(asked.image));
  return tag === undefined ? [] : [`${asked.image}:${tag}`];
}

function read(word: string): { image: string; tag: string } | undefined {
  const reference: ImageReference | undefined = parseImageReference(word);
  const image = reference && officialName(reference);
  return image === undefined ? undefined : { image, tag: reference?.tag ?? "latest" };
}
