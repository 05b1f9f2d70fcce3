import { alpineTables } from "./alpine";
import { elsewhere } from "./alpine-elsewhere";
import { existing } from "./alpine-existing";
import { oldSizes } from "./alpine-old";
import { usedNames } from "./alpine-used";
import { debianTables } from "./debian";
import { nameTables } from "./debian-names";
import { imageTables } from "./images";
import { nativeTables } from "./native";
import { imagePrograms } from "./programs";
import { type Inputs, MissingInput, type TableFile } from "./tsv";
import { alpineVersions, debianVersions } from "./versions";

/** Tables that are made from the same inputs. */
type TableSet = (inputs: Inputs) => TableFile[];

const sets: Readonly<Record<string, TableSet>> = {
  "Alpine's packages": alpineTables,
  "Alpine's old sizes": (inputs) => [oldSizes(inputs)],
  "names that are elsewhere": (inputs) => elsewhere(inputs, existing(inputs)),
  "Debian's names on Alpine": nameTables,
  "Alpine's names by use": (inputs) => nameTables(inputs).map((table) => usedNames(inputs, table)),
  images: imageTables,
  "programs of the images": (inputs) => [imagePrograms(inputs)],
  "Debian's packages": debianTables,
  "Debian's versions": (inputs) => [debianVersions(inputs)],
  "Alpine's versions": (inputs) => [alpineVersions(inputs)],
  "native packages": nativeTables,
};

export interface Made {
  readonly tables: readonly TableFile[];
  /** Sets that stay as they are, with the input that is not there. */
  readonly kept: readonly { readonly set: string; readonly why: string }[];
}

/** The tables that can be made from what is there. */
export function makeTables(inputs: Inputs): Made {
  const tables: TableFile[] = [];
  const kept: { set: string; why: string }[] = [];
  for (const [set, make] of Object.entries(sets)) {
    try {
      tables.push(...make(inputs));
    } catch (error) {
      if (!(error instanceof MissingInput)) throw error;
      kept.push({ set, why: error.message });
    }
  }
  return { tables, kept };
}

/** Every table that ships. @throws MissingInput when an input is not there. */
export function allTables(inputs: Inputs): TableFile[] {
  return Object.values(sets).flatMap((make) => make(inputs));
}
