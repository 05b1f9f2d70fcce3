import { type ImageTag, isVersion, readImageTag, versionOfCodename } from "./image-tag";
import { Memo } from "./memo";
import { unknownSize } from "./sizes";
import type { Table } from "./table";
import type { Distribution, ImageSize, Size } from "./types";

interface Reading {
  readonly tag: string;
  readonly parsed: ImageTag;
  readonly distribution: string;
  readonly release: string;
  readonly compressed: number | undefined;
  readonly disk: number | undefined;
  readonly date: string;
}

/** Sizes of images as they were read; a tag without a reading gets the figure of its nearest sibling, and says so. */
export class ImageSizes {
  readonly #table: Table;
  readonly #readings = new Memo<readonly Reading[]>(1000);

  constructor(table: Table) {
    this.#table = table;
  }

  /** @returns undefined when no reading of the family is of the same variant. */
  size(image: string, tag: string, distribution: Distribution): ImageSize | undefined {
    const alike = this.#readings
      .get(image, () => this.#read(image))
      .filter((one) => sameVariant(one, tag, distribution));
    if (alike.length === 0) return undefined;
    return {
      download: best(image, tag, distribution, alike, (one) => one.compressed),
      disk: best(image, tag, distribution, alike, (one) => one.disk),
    };
  }

  #read(image: string): readonly Reading[] {
    return this.#table.rows(image).map(([one = "", name = "", release = "", compressed, disk, date = ""]) => ({
      tag: one,
      parsed: readImageTag(one),
      distribution: name,
      release,
      compressed: compressed ? Number(compressed) : undefined,
      disk: disk ? Number(disk) : undefined,
      date,
    }));
  }
}

function sameVariant(reading: Reading, tag: string, distribution: Distribution): boolean {
  if (reading.tag === tag) return true;
  const wanted = readImageTag(tag);
  const kind = (parsed: ImageTag) => [...variantWords(parsed), parsed.slim].join(" ");
  return reading.distribution === distribution.name && kind(reading.parsed) === kind(wanted);
}

/** `fpm`, `jdk`, `perl` ...: what is left without the version; `cli` is PHP's default. */
function variantWords({ words: [first = "", ...rest] }: ImageTag): readonly string[] {
  return [...(isVersion(first) ? [] : [first]), ...rest].filter((word) => word !== "cli");
}

function best(
  image: string,
  tag: string,
  distribution: Distribution,
  readings: readonly Reading[],
  figure: (reading: Reading) => number | undefined,
): Size {
  const known = readings.filter((one) => figure(one) !== undefined);
  if (known.length === 0) return unknownSize(`no reading of ${image} in this variant`);
  const distance = (one: Reading) =>
    (one.tag === tag ? 0 : 1000) +
    (one.release === distribution.release ? 0 : 100) +
    Math.min(99, Math.abs(version(one.tag) - version(tag)) * 10);
  const nearest = known.reduce((a, b) => {
    const order = distance(a) - distance(b);
    return order < 0 || (order === 0 && a.date >= b.date) ? a : b;
  });
  const { date } = nearest;
  const bytes = figure(nearest);
  // The same tag moves on: what was read when it stood on another release says little of it now.
  if (nearest.tag === tag && (nearest.release === distribution.release || distribution.release === undefined))
    return { bytes, basis: "exact", date };
  const on = nearest.distribution === "alpine" ? ` on Alpine ${nearest.release}` : "";
  return { bytes, basis: "sibling", date, why: `read for ${image}:${nearest.tag}${nearest.tag === tag ? on : ""}` };
}

/** `3.13` as 3.13; floating words count as the newest. */
function version(tag: string): number {
  const [first = ""] = tag.split("-");
  const [, major, minor = "0"] = /^(\d+)(?:\.(\d+))?/.exec(versionOfCodename(first) ?? first) ?? [];
  return major === undefined ? 99 : Number(major) + Number(minor) / 100;
}
