import { Memo } from "./memo";
import { nearest } from "./nearest";
import { standIn } from "./releases";
import type { Table } from "./table";
import type { Release } from "./types";

export type Repository = "main" | "community";

/** A name that both repositories have is taken from main. */
const repositoryOf: Readonly<Record<string, Repository>> = { m: "main", b: "main", c: "community" };

/** Which package names exist in which release. */
export class AlpineNames {
  readonly #table: Table;
  /** By release, where its letter stands. */
  readonly #at = new Memo<number>();
  #releases: readonly Release[] | undefined;

  constructor(table: Table) {
    this.#table = table;
  }

  /** Releases whose names are listed, oldest first. */
  get releases(): readonly Release[] {
    this.#releases ??= (this.#table.header[1] ?? "").split(" ");
    return this.#releases;
  }

  /** The repository that has the package, by the list of the release or the one that stands in for it. */
  repository(name: string, release: Release): Repository | undefined {
    const [letters] = this.#table.rows(name)[0] ?? [];
    return letters === undefined ? undefined : this.#repositoryOf(letters, release);
  }

  #repositoryOf(letters: string, release: Release): Repository | undefined {
    const at = this.#at.get(release, () => this.releases.indexOf(standIn(release, this.releases)));
    return repositoryOf[letters[at] ?? ""];
  }

  /** Names of the release that start with `prefix`, in order. */
  startingWith(prefix: string, release: Release): string[] {
    const found: string[] = [];
    this.#table.walk(prefix, (name, letters) => {
      if (this.#repositoryOf(letters, release)) found.push(name);
    });
    return found;
  }

  /** Names of the release close to a mistyped one, best first, at most five. */
  nearest(name: string, release: Release): readonly string[] {
    return nearest(name, this.#table, (one) => this.repository(one, release) !== undefined);
  }
}
