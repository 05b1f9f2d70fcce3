import { alpineTables } from "./alpine";
import { debianTables } from "./debian";
import { nameTables } from "./debian-names";
import { imageTables } from "./images";
import type { Inputs, TableFile } from "./tsv";

/** Every table that ships. */
export function allTables(inputs: Inputs): TableFile[] {
  return [...alpineTables(inputs), ...nameTables(inputs), ...imageTables(inputs), ...debianTables(inputs)];
}
