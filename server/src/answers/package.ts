import { unknownSize } from "../facts/sizes";
import type { Closure, Facts, NameAnswer, Size } from "../facts/types";
import type { Place } from "./place";

/** What installing packages adds to an image, with all that they need. */
export interface Installed {
  /** `alpine:3.24`. */
  readonly on: string;
  readonly disk: Size;
  readonly download: Size;
  /** How many packages come with it, itself included; 0: all is there already. */
  readonly count: number;
  /** What has no figure and is left out of the sums. */
  readonly unknown: readonly string[];
}

/** A Debian package, and what it is on Alpine. */
export interface DebianAnswer {
  readonly name: string;
  readonly meaning: NameAnswer;
  /** Undefined when the tables of Debian lack it, or the image has it already. */
  readonly alone: Size | undefined;
  readonly debian: Installed | undefined;
  readonly alpine: AlpineAnswer | undefined;
}

/** Alpine packages on one image. */
export interface AlpineAnswer {
  readonly release: string;
  readonly packages: readonly {
    readonly name: string;
    /** The package that stands for a virtual name; undefined for a package. */
    readonly provider: string | undefined;
    readonly repository: string | undefined;
    readonly alone: Size;
  }[];
  readonly together: Installed;
  /** Why apk would refuse them. */
  readonly refusal: string | undefined;
}

const alpineOnly = /^(?:so|pc|cmd|dbus|py3\.\d+):/;

/** @returns undefined when neither the tables of Debian nor the names know the word. */
export function debianAnswer(word: string, place: Place, facts: Facts): DebianAnswer | undefined {
  // `cmd:psql` is Alpine's way to name what has a command, and no package of another architecture.
  if (alpineOnly.test(word)) return undefined;
  const { release, family } = place.alpine;
  const meaning = facts.names.toAlpine(word, { release, family });
  const { image, tag } = place.debian;
  const install = facts.debian.install([word], place.debian);
  const isKnown = install.unknown.length === 0;
  if (!isKnown && meaning.kind === "unknown") return undefined;
  return {
    name: word,
    meaning,
    alone: install.packages[0]?.installed,
    debian: isKnown
      ? {
          on: `${image}:${tag}`,
          disk: install.installed,
          download: install.download,
          count: install.packages.length,
          unknown: [],
        }
      : undefined,
    alpine: meaning.kind === "packages" ? alpineAnswer(meaning.packages, place, facts) : undefined,
  };
}

/** @returns undefined when the release has none of the names. */
export function alpineAnswer(words: readonly string[], place: Place, facts: Facts): AlpineAnswer | undefined {
  const { image, release, present } = place.alpine;
  if (!words.some((word) => facts.alpine.resolves(word, release))) return undefined;
  const closure = facts.alpine.closure(words, release, present);
  return {
    release,
    packages: words.map((word) => figure(word, closure, release, facts)),
    together: {
      on: image,
      disk: closure.installed,
      download: closure.download,
      count: closure.packages.length,
      unknown: closure.unknownSizes,
    },
    refusal: closure.refusal,
  };
}

function figure(
  word: string,
  { packages }: Closure,
  release: string,
  { alpine }: Facts,
): AlpineAnswer["packages"][number] {
  const plain = word.replace(/[<>=~@].*$/, "");
  const own = alpine.package(plain, release);
  const candidates = own ? [] : alpine.providers(plain, release);
  const provider = packages.find(({ name }) => candidates.includes(name))?.name;
  const found = own ?? (provider === undefined ? undefined : alpine.package(provider, release));
  const alone = found?.installed ?? unknownSize("it is provided by another package");
  return { name: word, provider, repository: found?.repository, alone };
}

/** Known names near to one that is not known, the most likely first. */
export function nearestPackages(word: string, manager: "apt" | "apk", place: Place, facts: Facts): readonly string[] {
  const { release, family } = place.alpine;
  if (manager === "apk") return facts.alpine.nearest(word, release);
  const meaning = facts.names.toAlpine(word, { release, family });
  return meaning.kind === "unknown" ? meaning.nearest : [];
}

/** What an Alpine package is for, as people read it. */
export const roles = {
  build: "needed to build only",
  run: "needed at run time",
  tool: "a tool; needed at run time only when the image runs it",
} as const;
