import type { ImageFacts, Size } from "../../facts/types";
import { formatChange } from "../../size/format";
import { asSibling, ofTheTables } from "../../size/part";

export interface ImageName {
  readonly image: string;
  readonly tag: string;
}

type Known = Size & { readonly bytes: number };

/** What another image takes in place of one, where both are known. */
export interface Saving {
  readonly before: Known;
  readonly after: Known;
  /** `≈ 126 MB → ≈ 52 MB, 59% less on disk` */
  readonly text: string;
}

/** @param isNear the stage is for another processor than the one that the images were read for. */
export function savingOf(images: ImageFacts, from: ImageName, to: ImageName, isNear = false): Saving | undefined {
  const sizeOf = ({ image, tag }: ImageName) => {
    const size = images.size(image, tag);
    if (!size || !isNear) return size;
    return { disk: asSibling(size.disk, ofTheTables), download: asSibling(size.download, ofTheTables) };
  };
  const [before, after] = [sizeOf(from), sizeOf(to)];
  return saving(before?.disk, after?.disk, "on disk") ?? saving(before?.download, after?.download, "to download");
}

function saving(before: Size | undefined, after: Size | undefined, where: string): Saving | undefined {
  if (!isKnown(before) || !isKnown(after)) return undefined;
  return { before, after, text: `${formatChange(before, after)} ${where}` };
}

function isKnown(size: Size | undefined): size is Known {
  return size?.bytes !== undefined;
}
