import { alpineTables } from "./alpine";
import { elsewhere } from "./alpine-elsewhere";
import { existing } from "./alpine-existing";
import { usedNames } from "./alpine-used";
import { debianTables } from "./debian";
import { nameTables } from "./debian-names";
import { imageTables } from "./images";
import { nativeTables } from "./native";
import type { Inputs, TableFile } from "./tsv";
import { versionTables } from "./versions";

/** Every table that ships. */
export function allTables(inputs: Inputs): TableFile[] {
  const names = nameTables(inputs);
  return [
    ...alpineTables(inputs),
    ...elsewhere(inputs, existing(inputs)),
    ...names,
    ...names.map((table) => usedNames(inputs, table)),
    ...imageTables(inputs),
    ...debianTables(inputs),
    ...versionTables(inputs),
    ...nativeTables(inputs),
  ];
}
