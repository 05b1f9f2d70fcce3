import type { Facts, Hover } from "../alpinize";
import type { Build } from "../model/build";

/** What is known of the word at `offset` of the document; undefined when there is nothing to say. */
export function hoverAt(_build: Build, _offset: number, _facts: Facts): Hover | undefined {
  return undefined;
}
