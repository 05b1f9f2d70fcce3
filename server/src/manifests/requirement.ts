import type { Ecosystem } from "../facts/types";

/** One package that an installer is asked for, or that a lock file names. */
export interface Requirement {
  readonly ecosystem: Ecosystem;
  /** As the ecosystem normalizes it: pip's in lower case with hyphens. */
  readonly name: string;
  /** What is said of its version, as written: `>=1.2,<2`, `1.2.3`; empty when nothing is. */
  readonly version: string;
  /** Names in brackets: `psycopg[binary]`. */
  readonly extras: readonly string[];
  /** It serves development, or something else needs it: no program of the image is known to start it. */
  readonly indirect?: boolean;
  /** What a lock file tells of the builds there are. */
  readonly builds?: Builds;
  /** The file it stands in, relative to the build context; undefined for a word of the command. */
  readonly file: string | undefined;
}

/** The kinds of files that exist for one version of a package. */
export interface Builds {
  /** One runs on musl, or anywhere. */
  readonly musl: boolean;
  /** One for Linux names no C library. RubyGems takes it on musl too, and some of these do run there. */
  readonly linux?: boolean;
  /** One is for glibc, so there are compiled parts. */
  readonly glibc: boolean;
  readonly source: boolean;
}
