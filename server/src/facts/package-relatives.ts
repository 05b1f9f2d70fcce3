import type { Table } from "./table";

/** A package that carries another version in its name: `php82-curl` for `php85-curl`. */
export interface Relative {
  readonly name: string;
  /** The name's part with the version, `php82`, and what stands there in the name that was asked for. */
  readonly own: string;
  readonly wanted: string;
}

const form = /^([a-z][a-z+_-]*[a-z])(\d+(?:\.\d+)*)(|-.*)$/;

/**
 * The package of the nearest version before, else after, that an index of the release describes; undefined for names
 * without a version. @param table keyed by `package@release`.
 */
export function relativeOf(name: string, table: Table, release: string): Relative | undefined {
  const [, stem = "", number = "", ending = ""] = form.exec(name) ?? [];
  if (stem === "") return undefined;
  const tail = `${ending}@${release}`;
  const numbers = table
    .keys(stem)
    .filter((key) => key.endsWith(tail))
    .map((key) => key.slice(stem.length, -tail.length))
    .filter((one) => /^\d+(\.\d+)*$/.test(one) && one !== number)
    .sort(compareNumbers);
  const nearest = numbers.findLast((one) => compareNumbers(one, number) < 0) ?? numbers[0];
  if (nearest === undefined) return undefined;
  return { name: `${stem}${nearest}${ending}`, own: `${stem}${nearest}`, wanted: `${stem}${number}` };
}

function compareNumbers(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}
