import type { Facts, StageSizes } from "../alpinize";
import type { Build } from "../model/build";

/** What each layer of each stage adds, one entry per stage, in order. Never throws. */
export function stageSizes(_build: Build, _facts: Facts): readonly StageSizes[] {
  return [];
}
