import type { Facts } from "../alpinize";
import { type ImageAnswer, imageAnswer, nearestImages, type Variant } from "../answers/image";
import { formatShare, formatSize, formatSource } from "../size/format";
import { blocks, type Column, code, plain, table } from "./markdown";

const columns: readonly Column[] = [
  { title: "image" },
  { title: "" },
  { title: "on disk", isFigure: true },
  { title: "download", isFigure: true },
  { title: "figures" },
];

/**
 * This image, its slim and its Alpine variant with their sizes, and what is to be known of them.
 * @param block why Alpine cannot take its place, where it cannot.
 */
export function imageMarkdown(image: string, tag: string, facts: Facts, block?: string): string {
  const answer = imageAnswer(image, tag, facts);
  if (!answer) return unknown(image, tag, facts);
  const rows = answer.variants.map(({ role, name, size }) => [
    code(name),
    role,
    size ? formatSize(size.disk) : "unknown",
    size ? formatSize(size.download) : "unknown",
    sourceOf(size),
  ]);
  const next =
    block === undefined
      ? saving(answer.variants)
      : `Alpine cannot take its place here: ${plain(block.replaceAll("`", ""))}`;
  return blocks(headline(answer), table(columns, rows), next, ...answer.notes.map(plain));
}

function headline({ image, tag, distribution }: ImageAnswer): string {
  const on = distribution ? `, on ${capital(distribution.name)} ${distribution.release ?? ""}`.trimEnd() : "";
  return `**${plain(`${image}:${tag}`)}**${plain(on)}`;
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function sourceOf(size: Variant["size"]): string {
  if (!size) return "no reading";
  const [disk, download] = [formatSource(size.disk), formatSource(size.download)];
  const text = disk === download ? disk : `on disk: ${disk || "exact"}; download: ${download || "exact"}`;
  return plain(text);
}

function saving(variants: readonly Variant[]): string | undefined {
  const [own] = variants;
  const alpine = variants.find(({ role }) => role === "Alpine");
  if (!own?.size || !alpine?.size) return undefined;
  const share = formatShare(own.size.disk, alpine.size.disk) ?? formatShare(own.size.download, alpine.size.download);
  return share && `The Alpine variant is ${share.replace("less", "smaller").replace("more", "larger")}.`;
}

function unknown(image: string, tag: string, facts: Facts): string {
  const near = nearestImages(image, tag, facts);
  const hint = near.length > 0 ? ` Did you mean ${near.map(code).join(" or ")}?` : "";
  const what = facts.images.isKnown(image) ? "the tag" : "the image";
  return `**${plain(`${image}:${tag}`)}**: the tables do not know ${what}; it is left as it is.${hint}`;
}
