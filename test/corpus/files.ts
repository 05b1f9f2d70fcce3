import { readdirSync } from "node:fs";
import { join } from "node:path";

/** Paths of all files below the folder, relative to it, in a fixed order. */
export function filesBelow(folder: string): string[] {
  const files: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isFile()) files.push(entry.name);
    else if (entry.isDirectory()) {
      files.push(...filesBelow(join(folder, entry.name)).map((path) => join(entry.name, path)));
    }
  }
  return files.sort();
}

/** The same `count` of the items every time, in their order: a shuffle from a fixed seed picks them. */
export function sampleOf<T>(items: readonly T[], count: number): T[] {
  const random = generator(20);
  const order = items.map((_, index) => index);
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] as number, order[at] as number];
  }
  return order
    .slice(0, count)
    .sort((a, b) => a - b)
    .map((index) => items[index] as T);
}

/** Mulberry32: numbers from 0 to 1, the same for the same seed. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}
