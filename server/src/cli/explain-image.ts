import type { Facts } from "../alpinize";
import { imageAnswer, nearestImages as nearImages, type Variant } from "../answers/image";
import { officialName, parseImageReference } from "../model/image-reference";
import { imageName } from "../model/platform";
import { formatSize, formatSource } from "../size/format";
import type { Terminal } from "./terminal";

const titles: Record<Variant["role"], string> = {
  "this image": "This image",
  slim: "Slim",
  Alpine: "Alpine",
  instead: "Instead",
};

/** @returns false when the tables do not know the image. */
export function explainImage(out: Terminal, word: string, facts: Facts): boolean {
  const asked = read(word);
  const answer = asked && imageAnswer(asked.image, asked.tag, facts);
  if (!answer) return false;
  const { image, tag, distribution, variants, notes } = answer;
  out.line(out.paint(`Image ${image}:${tag}`, "bold"));
  if (distribution)
    out.line(`  Stands on ${distribution.name}${distribution.release ? ` ${distribution.release}` : ""}`);
  for (const { role, name, size } of variants) {
    out.paragraph(`${titles[role]}: ${name}, ${size ? sizeText(size) : "size unknown"}`, "  ", 4);
  }
  for (const note of notes) out.paragraph(note, "  ");
  return true;
}

function sizeText({ disk, download }: NonNullable<Variant["size"]>): string {
  const part = (size: typeof disk, what: string) => {
    const source = formatSource(size);
    return `${formatSize(size)} ${what}${source === "" ? "" : ` (${source})`}`;
  };
  return `${part(disk, "on disk")}, ${part(download, "to download")}`;
}

/** Known names near to one that is not known. */
export function nearestImages(word: string, facts: Facts): readonly string[] {
  const asked = read(word);
  return asked ? nearImages(asked.image, asked.tag, facts) : [];
}

/** True for a tag of a known image, `python:9`: nobody who writes it means a package and its architecture. */
export function namesTag(word: string, { images }: Facts): boolean {
  const asked = word.includes(":") ? read(word) : undefined;
  return asked !== undefined && images.isKnown(asked.image);
}

function read(word: string): { image: string; tag: string } | undefined {
  const reference = parseImageReference(word);
  return reference && { image: officialName(reference) ?? imageName(reference), tag: reference.tag ?? "latest" };
}
