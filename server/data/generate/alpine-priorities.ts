import type { NameList } from "./alpine-lists";
import { readTsv } from "./tsv";

interface Provide {
  readonly name: string;
  readonly provider: string;
  readonly priority: string;
  readonly release: string;
}

/**
 * Who stands for a name by a priority that no index tells, by `name, provider, release`; only for packages that the
 * release has. A `*` in the table is the same ending on both sides.
 */
export function decidedProvides(curated: string, lists: readonly NameList[]): ReadonlyMap<string, Provide> {
  const found = new Map<string, Provide>();
  const namesOf = new Map<string, string[]>();
  for (const { release, names } of lists) namesOf.set(release, [...(namesOf.get(release) ?? []), ...names]);
  for (const row of readTsv(curated, "alpine-priorities.tsv")) {
    const release = row("release");
    const names = namesOf.get(release) ?? [];
    const [stem = "", wildcard] = row("package").split("*");
    const endings =
      wildcard === undefined
        ? names.filter((name) => name === stem).map(() => "")
        : names.filter((name) => name.startsWith(stem)).map((name) => name.slice(stem.length));
    for (const ending of endings.filter((one) => !apart.test(one))) {
      const name = row("virtual").replace("*", ending);
      const provider = `${stem}${ending}`;
      found.set([name, provider, release].join("\t"), { name, provider, priority: row("priority"), release });
    }
  }
  return found;
}

/** Parts of a family that stand for nothing but themselves. */
const apart = /^(dev|doc|dbg)$|^(pecl-|spx)/;
