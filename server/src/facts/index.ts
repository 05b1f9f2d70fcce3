import { ShippedAlpineFacts } from "./alpine";
import { ShippedDebianFacts } from "./debian";
import { ShippedImageFacts } from "./images";
import { ShippedNameFacts } from "./names";
import { ShippedNativeFacts } from "./native";
import type { Facts } from "./types";

export type * from "./types";

/**
 * The shipped tables, opened lazily: nothing is read before the first question of a table.
 * @param folder absolute path of the folder `server/data/tables`.
 */
export function openFacts(folder: string): Facts {
  const alpine = new ShippedAlpineFacts(folder);
  const images = new ShippedImageFacts(folder, alpine);
  return {
    alpine,
    images,
    names: new ShippedNameFacts(folder, alpine),
    debian: new ShippedDebianFacts(folder, images),
    native: new ShippedNativeFacts(folder),
  };
}
