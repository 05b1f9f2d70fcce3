import type { ShippedAlpineFacts } from "./alpine";
import { readDebianWord } from "./debian-word";
import { Memo } from "./memo";
import { type Pattern, patternsOf } from "./name-patterns";
import { nearest } from "./nearest";
import { phpPatterns } from "./php-names";
import { compareReleases } from "./releases";
import { type Row, Table } from "./table";
import type { NameAnswer, NameContext, NameFacts, Release, Role } from "./types";

export class ShippedNameFacts implements NameFacts {
  readonly #table: Table;
  readonly #alpine: ShippedAlpineFacts;
  readonly #answers = new Memo<NameAnswer>();

  constructor(folder: string, alpine: ShippedAlpineFacts) {
    this.#table = new Table(folder, "debian-alpine");
    this.#alpine = alpine;
  }

  toAlpine(debian: string, context: NameContext): NameAnswer {
    return this.#answers.get(`${debian} ${context.release} ${context.family ?? ""}`, () =>
      this.#answer(debian, context),
    );
  }

  #answer(word: string, context: NameContext): NameAnswer {
    const { name, removes } = readDebianWord(word, (known) => this.#table.has(known));
    if (removes) return { kind: "none-needed", why: `${word} asks apt to remove ${name}` };
    return (
      this.#fromPatterns(phpPatterns(name, context) ?? [], context) ??
      this.#fromTable(name, context) ??
      this.#otherVersion(name, context) ??
      this.#fromPatterns(patternsOf(name), context) ??
      this.#lacking(name, context) ??
      this.#unknown(name)
    );
  }

  #fromTable(name: string, context: NameContext): NameAnswer | undefined {
    const rows = this.#table
      .rows(name)
      .map(meaning)
      .filter((row) => holds(row.when, context));
    for (const row of rows) {
      if (row.kind === "-") return { kind: "none-needed", why: row.evidence };
      if (row.kind === "!")
        return { kind: "no-equivalent", why: row.evidence, instead: row.instead === "" ? undefined : row.instead };
      if (this.#exist(row.packages, context.release)) {
        const { packages, role, evidence, confidence } = row;
        return { kind: "packages", packages, role, evidence, confidence };
      }
    }
    return undefined;
  }

  /** The table knows the name, but the release has nothing of it. */
  #lacking(name: string, context: NameContext): NameAnswer | undefined {
    const first = this.#table
      .rows(name)
      .map(meaning)
      .find((row) => row.kind === "+" && holds(row.when, context));
    return (
      first && {
        kind: "no-equivalent",
        why: `Alpine ${context.release} has no ${first.packages.join(" and ")}`,
        instead: undefined,
      }
    );
  }

  /** Names the table lacks, mostly another version of one it has; only what the release has counts. */
  #fromPatterns(patterns: readonly Pattern[], context: NameContext): NameAnswer | undefined {
    for (const pattern of patterns) {
      if ("needless" in pattern) return { kind: "none-needed", why: pattern.needless };
      if ("refused" in pattern) {
        const { refused, instead, insteadPackage } = pattern;
        const known = insteadPackage !== undefined && this.#exist([insteadPackage], context.release);
        return { kind: "no-equivalent", why: refused, instead: known ? insteadPackage : instead };
      }
      if ("like" in pattern) {
        const answer = this.#fromTable(pattern.like, context);
        if (answer?.kind === "packages")
          return { ...answer, evidence: pattern.evidence, confidence: Math.min(answer.confidence, pattern.confidence) };
        if (answer) return answer;
      } else if (this.#exist(pattern.packages, context.release)) {
        const { packages, role, evidence, confidence } = pattern;
        return { kind: "packages", packages, role, evidence, confidence };
      }
    }
    return undefined;
  }

  /** `libicu52` is to Alpine what `libicu72` is, which the table has: a release holds one version of most libraries. */
  #otherVersion(name: string, context: NameContext): NameAnswer | undefined {
    const stem = /^(lib.*[a-z+-])[0-9][0-9.]*(?:t64)?$/.exec(name)?.[1];
    if (stem === undefined) return undefined;
    for (const other of this.#table.keys(stem, name.length - 3, name.length + 3)) {
      if (!/^[0-9][0-9.]*(t64)?$/.test(other.slice(stem.length))) continue;
      const answer = this.#fromTable(other, context);
      if (answer?.kind !== "packages") continue;
      const evidence = `the library of ${other}, another version: right for programs rebuilt on Alpine`;
      return { ...answer, evidence, confidence: Math.min(answer.confidence, 0.7) };
    }
    return undefined;
  }

  #exist(packages: readonly string[], release: Release): boolean {
    return packages.length > 0 && packages.every((name) => this.#alpine.resolves(name, release));
  }

  #unknown(name: string): NameAnswer {
    return { kind: "unknown", nearest: nearest(name, this.#table) };
  }
}

interface Meaning {
  readonly kind: string;
  readonly when: string;
  readonly role: Role;
  readonly packages: readonly string[];
  readonly evidence: string;
  readonly confidence: number;
  readonly instead: string;
}

function meaning(row: Row): Meaning {
  const [, kind = "", when = "", role, packages = "", evidence = "", confidence, instead = ""] = row;
  return {
    kind,
    when,
    role: role === "build" || role === "tool" ? role : "run",
    packages: packages === "" ? [] : packages.split(" "),
    evidence,
    confidence: Number(confidence),
    instead,
  };
}

/** `python`: the image's family; `release<3.12`: an older Alpine; both must hold. */
function holds(when: string, { release, family }: NameContext): boolean {
  return when
    .split(" ")
    .filter(Boolean)
    .every((test) => {
      const bound = /^release<(.*)$/.exec(test)?.[1];
      return bound === undefined ? test === family : compareReleases(release, bound) < 0;
    });
}
