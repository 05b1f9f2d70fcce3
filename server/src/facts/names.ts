import type { ShippedAlpineFacts } from "./alpine";
import { readDebianWord } from "./debian-word";
import { Memo } from "./memo";
import { familyOf } from "./name-families";
import { type Pattern, patternsOf } from "./name-patterns";
import { holds, meaning } from "./name-rows";
import { nearest } from "./nearest";
import { phpPatterns } from "./php-names";
import { compareReleases } from "./releases";
import type { Table } from "./table";
import type { TableFolder } from "./table-folder";
import type { NameAnswer, NameContext, NameFacts, Release, Role } from "./types";
import { type AvailableSeries, type Carried, compareSeries, Versions } from "./versions";

export class ShippedNameFacts implements NameFacts {
  readonly #table: Table;
  readonly #provides: Table;
  readonly #alpine: ShippedAlpineFacts;
  readonly #versions: Versions;
  readonly #answers = new Memo<NameAnswer>();

  constructor(folder: TableFolder, alpine: ShippedAlpineFacts) {
    this.#table = folder.table("debian-alpine");
    this.#provides = folder.table("debian-provides");
    this.#alpine = alpine;
    this.#versions = new Versions(folder);
  }

  toAlpine(debian: string, context: NameContext): NameAnswer {
    const { release, family, source } = context;
    const question = [debian, release, family ?? "", source?.name ?? "", source?.release ?? ""];
    for (const [product, { series }] of source?.repositories ?? []) question.push(`${product} ${series}`);
    return this.#answers.get(question.join("\n"), () => this.#answer(debian, context));
  }

  series(alpine: string, release: Release): string | undefined {
    return this.#versions.seriesOf(alpine, release);
  }

  #answer(word: string, context: NameContext): NameAnswer {
    const { name: written, architecture, removes } = readDebianWord(word, (known) => this.#table.has(known));
    const name = this.#beforeTime64(written);
    if (removes) return { kind: "none-needed", why: `${word} asks apt to remove ${name}` };
    if (architecture !== undefined && architecture !== "amd64") return foreign(architecture);
    if (name.includes("*")) return this.#fromTable(name, context) ?? this.#matching(name, context);
    const carried = this.#versions.carried(word, context.source);
    const answer = this.#meaning(name, carried, context);
    if (answer.kind !== "packages" || carried === undefined) return answer;
    const packages = this.#otherSeries(answer.packages, carried, context);
    return { ...answer, packages, version: this.#versions.change(carried, packages, context.release) };
  }

  /** Debian 13 and Ubuntu 24.04 renamed libraries for their 64-bit times: `libasound2t64` is libasound2 on Alpine, whose times always were. */
  #beforeTime64(name: string): string {
    return name.endsWith("t64") && !this.#table.has(name) ? name.slice(0, -"t64".length) : name;
  }

  #meaning(name: string, carried: Carried | undefined, context: NameContext): NameAnswer {
    const { product, series } = carried ?? {};
    const available = product?.isNumbered ? this.#versions.available(product, context.release) : [];
    const same = available.filter((one) => one.series === series);
    const known = this.#fromTable(name, context);
    return (
      this.#fromPatterns(
        phpPatterns(name, context, series, available, (one) => this.#exist([one], context.release)) ?? [],
        context,
      ) ??
      this.#inSeries(name, carried, same, context) ??
      // That nothing is needed, or that there is nothing, was decided by hand.
      (known?.kind === "packages" ? undefined : known) ??
      this.#inSeries(name, carried, this.#near(carried, available), context) ??
      known ??
      this.#provided(name, context) ??
      this.#otherVersion(name, context) ??
      this.#fromPatterns(patternsOf(name), context) ??
      this.#lacking(name, context) ??
      this.#inTesting(name) ??
      this.#fromPatterns(familyOf(name), context) ??
      this.#sameName(name, context) ??
      this.#lackingByPattern(name, context) ??
      this.#unknown(name)
    );
  }

  /** The series to take where the release lacks the one that is wanted. */
  #near(carried: Carried | undefined, available: readonly AvailableSeries[]): readonly AvailableSeries[] {
    const { series, product } = carried ?? {};
    if (series === undefined || product === undefined) return [];
    if (product.otherwise === "newest") return [...available].reverse();
    const later = available.filter((one) => compareSeries(one.series, series) > 0);
    return later.length > 0 ? later : available.slice(-1);
  }

  /** A product that Alpine keeps in several series: the first of `wanted` that has the package. */
  #inSeries(
    name: string,
    carried: Carried | undefined,
    wanted: readonly AvailableSeries[],
    context: NameContext,
  ): NameAnswer | undefined {
    if (!carried) return undefined;
    const { form, product } = carried;
    for (const { digits, series } of wanted) {
      const packages = form.alpine.map((template) => [template.replace("{}", digits)]);
      const found = packages.find((one) => this.#exist(one, context.release));
      if (!found) continue;
      const isSame = series === carried.series;
      return {
        kind: "packages",
        packages: found,
        role: this.#role(name),
        evidence: isSame ? "the same series" : `${product.title} ${series}, the ${product.otherwise} of the release`,
        confidence: isSame ? 0.95 : 0.7,
      };
    }
    return undefined;
  }

  #role(name: string): Role {
    return /-dev(?:-|$)|-jdk|^(?:llvm|clang|libclang|lld)/.test(name) ? "build" : "run";
  }

  /** `nodejs-current` for `nodejs`, where that one has the series. */
  #otherSeries(packages: readonly string[], { product, series }: Carried, { release }: NameContext): readonly string[] {
    const { alpine, other } = product;
    if (other === undefined || series === undefined || this.#versions.seriesOf(alpine, release) === series)
      return packages;
    const fits = this.#versions.seriesOf(other, release) === series && this.#exist([other], release);
    return fits ? packages.map((name) => (name === alpine ? other : name)) : packages;
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

  /** The table knows the name, but the release has nothing of it; others may. */
  #lacking(name: string, context: NameContext): NameAnswer | undefined {
    const rows = this.#table
      .rows(name)
      .map(meaning)
      .filter((row) => row.kind === "+" && holds(row.when, context));
    return this.#inOtherReleases(
      rows.map(({ packages }) => packages),
      context,
    );
  }

  /** The same for what the form of a name leads to, which is a guess: only what some release has counts. */
  #lackingByPattern(name: string, context: NameContext): NameAnswer | undefined {
    const { releases } = this.#alpine;
    const meant = patternsOf(name)
      .flatMap((pattern) => ("packages" in pattern ? [pattern.packages] : []))
      .filter((packages) => releases.some((one) => this.#exist(packages, one)));
    return this.#inOtherReleases(meant, context);
  }

  /** @param meant what would do, in other releases than the context's; the first is named. */
  #inOtherReleases(meant: readonly (readonly string[])[], { release }: NameContext): NameAnswer | undefined {
    const [first] = meant;
    if (first === undefined) return undefined;
    const having = this.#alpine.releases.filter((one) => meant.some((packages) => this.#exist(packages, one)));
    const later = having.find((one) => compareReleases(one, release) > 0);
    const before = having.findLast((one) => compareReleases(one, release) < 0);
    const instead =
      later !== undefined ? `Alpine ${later} has it` : before && `the last Alpine to have it is ${before}`;
    return {
      kind: "no-equivalent",
      why: `Alpine ${release} has no ${first.join(" and ")}`,
      instead: instead || undefined,
    };
  }

  /** What edge's testing repository has is no part of any release. */
  #inTesting(name: string): NameAnswer | undefined {
    if (!this.#alpine.isInTesting(name)) return undefined;
    return {
      kind: "no-equivalent",
      why: "Alpine has it in the testing repository of edge only",
      instead: "build it from source, or take it from there for a trial",
    };
  }

  /** Names that Debian's own lists do not have: of other repositories, or of releases before and after those that were read. */
  #sameName(name: string, { release }: NameContext): NameAnswer | undefined {
    if (this.#alpine.package(name, release) === undefined) return undefined;
    return { kind: "packages", packages: [name], role: this.#role(name), evidence: "same name", confidence: 0.5 };
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
        return { kind: "packages", ...pattern };
      }
    }
    return undefined;
  }

  /** A virtual package of Debian's, which apt takes for the one that provides it: `libvips` is libvips42. */
  #provided(name: string, context: NameContext): NameAnswer | undefined {
    if (this.#table.has(name)) return undefined;
    for (const [, provider = ""] of this.#provides.rows(name)) {
      const answer = this.#fromTable(provider, context);
      if (answer?.kind === "packages") return { ...answer, evidence: `Debian's ${provider} provides it` };
      if (answer) return answer;
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

  /** `libqt5svg5*`: apt takes every package that begins so. Few ones are meant; from many it cannot be told which are needed. */
  #matching(name: string, context: NameContext): NameAnswer {
    const [, stem] = /^([^*?]*[^*?.])\.?\*$/.exec(name) ?? [];
    if (stem === undefined) return tooMany(name);
    // `libssl*` is not about libssl-ocaml, though apt would take that as well.
    const ending = stem.endsWith("-") ? /(?<!-doc|-dbg)$/ : /^[0-9.-]*(?:v5|t64)?(?:-dev|-bin|-tools|-utils)?$/;
    const names = this.#table.keys(stem).filter((one) => ending.test(one.slice(stem.length)));
    const packages = new Set(
      names.flatMap((one) => {
        const answer = this.#fromTable(one, context);
        return answer?.kind === "packages" ? answer.packages : [];
      }),
    );
    if (packages.size === 0 || packages.size > mostMatching) return tooMany(name);
    return {
      kind: "packages",
      packages: [...packages],
      role: names.some((one) => one.endsWith("-dev")) ? "build" : "run",
      evidence: `what begins with ${stem}`,
      confidence: 0.6,
    };
  }

  #exist(packages: readonly string[], release: Release): boolean {
    return packages.length > 0 && packages.every((name) => this.#alpine.resolves(name, release));
  }

  #unknown(name: string): NameAnswer {
    return { kind: "unknown", nearest: nearest(name, this.#table) };
  }
}

/** What one word with a star may stand for before it is called a guess. */
const mostMatching = 6;

function tooMany(name: string): NameAnswer {
  return {
    kind: "no-equivalent",
    why: `${name} asks apt for every package whose name fits`,
    instead: "name the packages that are needed",
  };
}

function foreign(architecture: string): NameAnswer {
  const why =
    architecture === "i386"
      ? "Alpine has no 32-bit libraries beside the 64-bit ones"
      : `Alpine installs packages of one architecture, and these are for ${architecture}`;
  return { kind: "no-equivalent", why, instead: "keep this stage on Debian" };
}
