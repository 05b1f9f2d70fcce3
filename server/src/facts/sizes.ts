import type { Basis, Size } from "./types";

/** From the best to the weakest. */
const strength: readonly Basis[] = ["exact", "derived", "sibling", "unknown"];

export const unknownSize = (why: string): Size => ({ bytes: undefined, basis: "unknown", why });

/** The sum of what is known, with the weakest basis among it and its oldest date; figures that are unknown are left out. */
export function sum(sizes: readonly Size[]): Size {
  const known = sizes.filter((size) => size.bytes !== undefined);
  if (known.length === 0 && sizes.length > 0) return unknownSize("none of the parts has a figure");
  const weakest = known.reduce<Size | undefined>(
    (a, b) => (a === undefined || strength.indexOf(b.basis) > strength.indexOf(a.basis) ? b : a),
    undefined,
  );
  const dates = known.flatMap((size) => (size.date === undefined ? [] : [size.date])).sort();
  return {
    bytes: known.reduce((total, size) => total + (size.bytes ?? 0), 0),
    basis: weakest?.basis ?? "exact",
    ...(dates[0] === undefined ? {} : { date: dates[0] }),
    ...(weakest?.why === undefined ? {} : { why: weakest.why }),
  };
}
