import { readDebianWord } from "./debian-word";
import { Memo } from "./memo";
import { type Product, type ProductName, productOf, pythonPrograms, seriesOf } from "./products";
import type { Table } from "./table";
import type { TableFolder } from "./table-folder";
import type { NameSource, Release, VersionChange } from "./types";

/** What a word behind `apt-get install` carries, and in which series. */
export interface Carried {
  readonly product: Product;
  readonly form: ProductName;
  /** Undefined when nobody here knows it. */
  readonly series: string | undefined;
  /** Who says so, for people; undefined when nothing is known of the source. */
  readonly where: string | undefined;
  /** The word itself asks for the series. */
  readonly isNamed: boolean;
}

/** Releases whose programs in Python ran on Python 2. */
const withPython2: ReadonlySet<string> = new Set([
  ...["wheezy", "jessie", "stretch", "buster"],
  ...["12.04", "14.04", "16.04", "18.04"],
]);

/** One series that an Alpine release has. */
export interface AvailableSeries {
  /** Behind the product's name: `17`; empty where Alpine has one series only. */
  readonly digits: string;
  readonly series: string;
}

/** Compares what Debian and Ubuntu releases have of languages, servers and clients with what Alpine's have. */
export class Versions {
  readonly #debian: Table;
  readonly #alpine: Table;
  readonly #available = new Memo<readonly AvailableSeries[]>();

  constructor(folder: TableFolder) {
    this.#debian = folder.table("debian-versions");
    this.#alpine = folder.table("alpine-versions");
  }

  /** @param word as it stands in the call, with its version. */
  carried(word: string, source: NameSource | undefined): Carried | undefined {
    const { name } = readDebianWord(word, () => true);
    const found = productOf(name, source);
    if (found === undefined) return undefined;
    const { product, form } = found;
    const asked = /=(?:\d+:)?(\d[\d.]*)/.exec(word)?.[1] ?? found.series;
    const series = asked === undefined ? undefined : seriesOf(asked, product);
    if (series !== undefined) return { product, form, series, where: "asked for here", isNamed: true };
    const repository = source?.repositories?.get(product.title);
    if (repository) return { product, form, series: repository.series, where: repository.name, isNamed: false };
    const { name: system, release } = source ?? {};
    if (form === pythonPrograms && withPython2.has(release ?? ""))
      return { product, form, series: "2.7", where: system && systemName(system, release), isNamed: false };
    const known = release === undefined ? undefined : this.#debian.rows(`${product.title}@${release}`)[0]?.[0];
    return { product, form, series: known, where: system && systemName(system, release), isNamed: false };
  }

  /** The series the release has, oldest first. */
  available(product: Product, release: Release): readonly AvailableSeries[] {
    return this.#available.get(`${product.title}@${release}`, () => this.#read(product, release));
  }

  #read(product: Product, release: Release): readonly AvailableSeries[] {
    const names = product.isNumbered ? this.#alpine.keys(product.alpine) : [product.alpine];
    return names
      .flatMap((name) => {
        const digits = name.slice(product.alpine.length);
        const series = /^\d*$/.test(digits) ? this.seriesOf(name, release) : undefined;
        return series === undefined ? [] : [{ digits, series }];
      })
      .filter(({ digits }, _, all) => digits !== "" || all.length === 1)
      .sort((a, b) => compareSeries(a.series, b.series));
  }

  /** The series of an Alpine package that carries a product; undefined when the release lacks it, or nobody here knows. */
  seriesOf(name: string, release: Release): string | undefined {
    const known = this.#alpine.rows(name)[0]?.[0]?.split(" ") ?? [];
    return known.find((one) => one.startsWith(`${release}:`))?.slice(release.length + 1);
  }

  /** What differs once these Alpine packages take the place of what the word carries; undefined when nothing does. */
  change(
    { product, series, where, isNamed }: Carried,
    packages: readonly string[],
    release: Release,
  ): VersionChange | undefined {
    if (where === undefined) return undefined;
    const after = this.#carriedBy(packages, product, release);
    const becomes = product.title === "MySQL" ? "MariaDB" : undefined;
    if (becomes === undefined && after !== undefined && isWithin(after, series)) return undefined;
    return { product: product.title, image: product.image, before: series, where, isNamed, after, becomes };
  }

  #carriedBy(packages: readonly string[], product: Product, release: Release): string | undefined {
    const { alpine, other, isNumbered } = product;
    if (!isNumbered) {
      const carrier = other !== undefined && packages.includes(other) ? other : alpine;
      return this.seriesOf(carrier, release);
    }
    const available = this.available(product, release);
    const digits = packages.flatMap((name) => /^[a-z]+(\d*)(?:-|$)/.exec(name)?.[1] ?? []);
    const found = available.find((one) => digits.includes(one.digits) && one.digits !== "");
    return (found ?? available.at(-1))?.series;
  }
}

function systemName(system: string, release: string | undefined): string {
  const name = system === "ubuntu" ? "Ubuntu" : "Debian";
  return release === undefined ? name : `${name} ${release}`;
}

/** Made once: a collator is dear. */
const bySeries = new Intl.Collator("en", { numeric: true });

/** Below zero when `a` is the earlier series: 9.6 before 10. */
export function compareSeries(a: string, b: string): number {
  return bySeries.compare(a, b);
}

/** True for 5.6 in 5, and for 5.6 itself. */
export function isWithin(series: string, wanted: string | undefined): boolean {
  return wanted !== undefined && (series === wanted || series.startsWith(`${wanted}.`));
}
