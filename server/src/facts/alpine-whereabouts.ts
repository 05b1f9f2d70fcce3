import type { Table } from "./table";
import type { Successor } from "./types";

/** What became of a name that a release lacks. */
export class Whereabouts {
  constructor(
    private readonly successors: Table,
    private readonly testing: Table,
  ) {}

  /** True when edge's testing repository has the package, or the one whose part the name is (`foo-dev` of `foo`). */
  isInTesting(name: string): boolean {
    const whole = name.replace(/-(dev|doc|libs|openrc|lang|static|dbg|\w+-completion)$/, "");
    return this.testing.has(name) || this.testing.has(whole);
  }

  /** @param exists tells whether the release has a name; what took the place counts only where it is there. */
  successor(name: string, exists: (name: string) => boolean): Successor | undefined {
    for (const [key, ending] of keysOf(name)) {
      const rows = this.successors.rows(key).map(([instead = "", why = ""]) => {
        const packages = instead
          .split(" ")
          .filter(Boolean)
          .map((one) => one.replace("*", ending));
        return { packages, why, isThere: packages.every(exists) };
      });
      const there = rows.filter(({ isThere }) => isThere);
      const row = there.find(({ packages }) => packages.length > 0) ?? there[0] ?? rows.at(-1);
      if (row) return { packages: row.isThere ? row.packages : [], why: row.why };
    }
    return undefined;
  }
}

/** `php7-pdo_mysql`, then `php7-*` with the ending; the longest beginning first. */
function* keysOf(name: string): Generator<readonly [string, string]> {
  yield [name, ""];
  for (let dash = name.lastIndexOf("-"); dash > 0; dash = name.lastIndexOf("-", dash - 1))
    yield [`${name.slice(0, dash + 1)}*`, name.slice(dash + 1)];
}
