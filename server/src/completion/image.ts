import type { Facts } from "../facts/types";
import type { Build, Stage } from "../model/build";
import { officialName, parseImageReference } from "../model/image-reference";
import { imageName } from "../model/platform";
import { formatSize } from "../size/format";
import type { Completion, Proposal } from ".";

/** Families, tags and earlier stages behind FROM. */
export function completeImage(build: Build, stage: Stage, offset: number, facts: Facts): Completion | undefined {
  const { word } = stage.base;
  if (!word || word.span.start > offset || offset >= word.span.end) return undefined;
  if (/[$@"']/.test(word.raw)) return undefined;
  const { start, end } = word.span;
  const written = word.raw.slice(0, offset - start);
  const colon = written.search(/:[\w.-]*$/);
  const [image, proposals] =
    colon < 0
      ? [/^[^:]*/.exec(word.raw)?.[0], [...stages(build, stage), ...families(written, facts)]]
      : [undefined, tags(written.slice(0, colon), facts)];
  return {
    // A tag that is there already stays when only the image's name is written anew.
    span: { start, end: image === undefined ? end : start + image.length },
    proposals: proposals.filter(({ label }) => label.startsWith(written)),
    isCut: false,
  };
}

function stages(build: Build, stage: Stage): Proposal[] {
  return build.stages.slice(0, stage.index).flatMap(({ name, base }) => {
    const detail = `a stage of this file${base.word ? `, from ${base.word.value}` : ""}`;
    return name === undefined ? [] : [{ label: name, kind: "stage" as const, detail }];
  });
}

function families(written: string, { images }: Facts): Proposal[] {
  return images.families(written).map((image) => ({
    label: image,
    kind: "image",
    detail: image.includes("/") ? "image outside the official library" : "official image",
  }));
}

/** @param image as it is written, with its registry. */
function tags(image: string, { images }: Facts): Proposal[] {
  const reference = parseImageReference(image);
  const family = reference && (officialName(reference) ?? imageName(reference));
  if (family === undefined) return [];
  return [...images.knownTags(family)].sort(newestFirst).map((tag) => {
    const size = images.size(family, tag)?.disk;
    const on = images.distribution(family, tag);
    const about = [
      size?.bytes === undefined ? "size unknown" : `${formatSize(size)} on disk`,
      ...(on ? [`on ${on.name.charAt(0).toUpperCase()}${on.name.slice(1)} ${on.release ?? ""}`.trimEnd()] : []),
    ];
    return { label: `${image}:${tag}`, kind: "image", detail: about.join(", ") };
  });
}

/** What floats first, then by version from the newest; the variants of a version by name. */
function newestFirst(a: string, b: string): number {
  const [one, other] = [versionOf(a), versionOf(b)];
  for (let at = 0; at < Math.max(one.length, other.length); at++) {
    const order = (other[at] ?? Number.POSITIVE_INFINITY) - (one[at] ?? Number.POSITIVE_INFINITY);
    if (order !== 0 && !Number.isNaN(order)) return order;
  }
  return a < b ? -1 : 1;
}

function versionOf(tag: string): number[] {
  return (/^\d+(?:\.\d+)*/.exec(tag)?.[0] ?? "").split(".").filter(Boolean).map(Number);
}
