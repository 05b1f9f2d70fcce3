import type { Table } from "./table";

/** A package that carries another version in its name: `php82-curl` for `php85-curl`. */
export interface Relative {
  readonly name: string;
  /** The name's part with the version, `php82`, and what stands there in the name that was asked for. */
  readonly own: string;
  readonly wanted: string;
}

/** `php`, `82`, `-curl`; undefined for names without a version. */
function parts(name: string): { stem: string; number: string; ending: string } | undefined {
  const [, stem = "", number = "", ending = ""] = /^([a-z][a-z+_-]*[a-z])(\d+(?:\.\d+)*)(|-.*)$/.exec(name) ?? [];
  return stem === "" ? undefined : { stem, number, ending };
}

/** What names of other versions start with; the whole name when it has no version. */
export function stemOf(name: string): string {
  return parts(name)?.stem ?? name;
}

/** Of the same names with other versions the nearest one before. */
export function relativeOf(name: string, table: Table, release: string): Relative | undefined {
  const wanted = parts(name);
  if (!wanted) return undefined;
  const tail = `@${release}`;
  const names = table.keys(wanted.stem).flatMap((key) => (key.endsWith(tail) ? [key.slice(0, -tail.length)] : []));
  const numbers = numbersIn(names, wanted);
  const nearest = numbers.findLast((one) => compareNumbers(one, wanted.number) < 0) ?? numbers[0];
  if (nearest === undefined) return undefined;
  const { stem, number, ending } = wanted;
  return { name: `${stem}${nearest}${ending}`, own: `${stem}${nearest}`, wanted: `${stem}${number}` };
}

/** Of the same names with other versions the nearest one after, else the newest. */
export function neighbourOf(name: string, names: readonly string[]): string | undefined {
  const wanted = parts(name);
  if (!wanted) return undefined;
  const numbers = numbersIn(names, wanted);
  const nearest = numbers.find((one) => compareNumbers(one, wanted.number) > 0) ?? numbers.at(-1);
  return nearest === undefined ? undefined : `${wanted.stem}${nearest}${wanted.ending}`;
}

/** The versions that the names carry in the same place, from the oldest. */
function numbersIn(
  names: readonly string[],
  { stem, number, ending }: NonNullable<ReturnType<typeof parts>>,
): string[] {
  return names
    .flatMap((name) => {
      const other = parts(name);
      return other?.stem === stem && other.ending === ending && other.number !== number ? [other.number] : [];
    })
    .sort(compareNumbers);
}

function compareNumbers(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}
