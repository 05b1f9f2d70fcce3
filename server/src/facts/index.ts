import { ShippedAlpineFacts } from "./alpine";
import { ShippedDebianFacts } from "./debian";
import { ShippedImageFacts } from "./images";
import { ShippedNameFacts } from "./names";
import { ShippedNativeFacts } from "./native";
import { TableFolder } from "./table-folder";
import type { Facts } from "./types";
import { warmUp } from "./warm-up";

export type * from "./types";

export interface ShippedFacts extends Facts {
  /** Makes ready for the first question, beside the running program: reads the tables, and asks one of each kind. */
  preload(): Promise<void>;
}

/**
 * The shipped tables, opened lazily: nothing is read before the first question of a table, or before it is asked for.
 * @param path absolute path of the folder `server/data/tables`.
 */
export function openFacts(path: string): ShippedFacts {
  const folder = new TableFolder(path);
  const alpine = new ShippedAlpineFacts(folder);
  const images = new ShippedImageFacts(folder, alpine);
  const facts = {
    alpine,
    images,
    names: new ShippedNameFacts(folder, alpine),
    debian: new ShippedDebianFacts(folder, images),
    native: new ShippedNativeFacts(folder),
  };
  return {
    ...facts,
    async preload() {
      await folder.preload();
      await warmUp(facts);
    },
  };
}
