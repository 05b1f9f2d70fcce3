import { Memo } from "./memo";
import { nearest } from "./nearest";
import { compareReleases, standIn } from "./releases";
import type { Table } from "./table";
import type { Release } from "./types";

export type Repository = "main" | "community";

const repositories = ["main", "community"] as const;

/** Which package names exist in which release. */
export class AlpineNames {
  readonly #table: Table;
  readonly #at = new Memo<ReadonlyMap<Repository, number>>();
  #complete: readonly Release[] | undefined;
  #lists: readonly { readonly release: Release; readonly repository: Repository }[] | undefined;

  constructor(table: Table) {
    this.#table = table;
  }

  /** Releases of which both repositories are listed, oldest first. */
  get releases(): readonly Release[] {
    this.#complete ??= this.#readComplete();
    return this.#complete;
  }

  /** Releases of which at least one repository is listed, oldest first. */
  get listed(): readonly Release[] {
    return [...new Set(this.#read().map(({ release }) => release))].sort(compareReleases);
  }

  #readComplete(): readonly Release[] {
    const releases = (repository: Repository) =>
      this.#read().flatMap((list) => (list.repository === repository ? [list.release] : []));
    const community = new Set(releases("community"));
    return releases("main").filter((release) => community.has(release));
  }

  /** True when both lists are of the release itself. */
  isComplete(release: Release): boolean {
    return this.releases.includes(release);
  }

  /** The repository that has the package, by the lists of the release or what stands in for them. */
  repository(name: string, release: Release): Repository | undefined {
    const [flags] = this.#table.rows(name)[0] ?? [];
    return flags === undefined ? undefined : this.#repositoryOf(flags, release);
  }

  #repositoryOf(flags: string, release: Release): Repository | undefined {
    const at = this.#at.get(release, () => this.#listsFor(release));
    const listed = repositories.find((repository) => flags[at.get(repository) ?? -1] === "x");
    return listed ?? (this.isComplete(release) ? undefined : this.#between(flags, release));
  }

  /** Between two releases that have a package lies none that lacks it, as far as one can tell without its list. */
  #between(flags: string, release: Release): Repository | undefined {
    const having = this.#read().filter((_, index) => flags[index] === "x");
    const before = having.some((list) => compareReleases(list.release, release) < 0);
    const after = having.find((list) => compareReleases(list.release, release) > 0);
    return before ? after?.repository : undefined;
  }

  /** Names of the release that start with `prefix`, in order. */
  startingWith(prefix: string, release: Release): string[] {
    const found: string[] = [];
    this.#table.walk(prefix, (name, flags) => {
      if (this.#repositoryOf(flags, release)) found.push(name);
    });
    return found;
  }

  /** Names of the release close to a mistyped one, best first, at most five. */
  nearest(name: string, release: Release): readonly string[] {
    return nearest(name, this.#table, (one) => this.repository(one, release) !== undefined);
  }

  #listsFor(release: Release): Map<Repository, number> {
    const lists = this.#read();
    return new Map(
      repositories.map((repository) => {
        const known = lists.flatMap((list) => (list.repository === repository ? [list.release] : []));
        const chosen = standIn(release, known.sort(compareReleases));
        return [repository, lists.findIndex((list) => list.release === chosen && list.repository === repository)];
      }),
    );
  }

  #read() {
    this.#lists ??= (this.#table.header[1] ?? "").split(" ").map((list) => {
      const [release = "", repository] = list.split("/");
      return { release, repository: repository === "main" ? ("main" as const) : ("community" as const) };
    });
    return this.#lists;
  }
}
