import type { Size } from "../alpinize";
import { sum } from "../facts/sizes";

/** One thing a layer adds: a package, a cache, or a command whose effect nobody knows. */
export interface Part {
  readonly name: string;
  readonly disk: Size;
  readonly download: Size;
}

export const isUnknown = ({ basis }: Size): boolean => basis === "unknown";

export function unknownPart(name: string, why: string): Part {
  const size: Size = { bytes: undefined, basis: "unknown", why };
  return { name, disk: size, download: size };
}

/**
 * The sum of what is known. What is left out is named in `why`, and the figure is then never exact; it is unknown when
 * nothing in it is known.
 */
export function sumOf(parts: readonly Part[], size: (part: Part) => Size): Size {
  const [first, ...others] = parts;
  if (first && others.length === 0) return size(first);
  const total = sum(parts.map(size));
  const leftOut = [...new Set(parts.filter((part) => isUnknown(size(part))).map(({ name }) => name))];
  if (leftOut.length === 0) return total;
  const left = `what ${enumerate(leftOut)} ${leftOut.length === 1 ? "adds" : "add"}`;
  if (!total.bytes) return { bytes: undefined, basis: "unknown", why: `${left} is not known` };
  return {
    ...total,
    basis: total.basis === "exact" ? "derived" : total.basis,
    why: total.why === undefined ? `without ${left}` : `without ${left}; ${total.why}`,
    leftOut,
  };
}

/** Why a figure for another processor is only near. */
export const ofTheTables = "read for x86_64";

/** The same figure, which is now only known for something alike. */
export function asSibling(size: Size, why: string): Size {
  return isUnknown(size) ? size : { ...size, basis: "sibling", why: size.why ?? why };
}

/** The same figure, which is now only computed. */
export function asDerived(size: Size, why: string): Size {
  return isUnknown(size) || size.basis === "sibling" ? size : { ...size, basis: "derived", why };
}

/** `a, b and c`; of many the first three, and how many more. */
export function enumerate(words: readonly string[], most = 3): string {
  const shown = words.length > most ? [...words.slice(0, most), `${words.length - most} more`] : words;
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}
