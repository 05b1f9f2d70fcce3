import { type ImageTag, lessPrecise } from "./image-tag";
import type { Table } from "./table";

/** What the tables know of one tag. */
export interface KnownTag {
  readonly tag: string;
  readonly distribution: string;
  /** Empty when not known. */
  readonly release: string;
  /** The release is the newest of the day the tag was last listed, not one that was read. */
  readonly guessed: boolean;
  /** Day it was last listed; empty while it is. */
  readonly lastListed: string;
  /** Every version has such a tag; which release it stands on is not known. */
  readonly isPattern: boolean;
}

/** A word of a tag that is a version and nothing else. */
const version = /(?<=^|-)v?\d+(?:\.\d+)*(?=-|$)/;

/** The tags of all families. A key may hold `<v>` for any version, or for the rest of one. */
export class KnownTags {
  constructor(private readonly table: Table) {}

  find(image: string, tag: string): KnownTag | undefined {
    const name = tag || "latest";
    return this.#row(image, name, name) ?? this.#pattern(image, name);
  }

  /** The tag with fewer digits in its version: `3.13.1-slim` is built as `3.13-slim` is. */
  near(image: string, { words, slim, alpine }: ImageTag): KnownTag | undefined {
    for (let shorter = lessPrecise(words); shorter; shorter = lessPrecise(shorter)) {
      const tail = [...(slim ? ["slim"] : []), ...(alpine === undefined ? [] : ["alpine"])];
      const known = this.find(image, [...shorter, ...tail].join("-"));
      if (known) return known;
    }
    return undefined;
  }

  /** `1.27-perl` is `1.27-alpine-perl` in one family, `8.3-fpm` is `8.3-fpm-alpine` in another: the tables decide. */
  onAlpine(image: string, words: readonly string[]): KnownTag | undefined {
    const spellings = words.map((_, at) => words.length - at).concat(0);
    const tags = spellings.map((at) => [...words.slice(0, at), "alpine", ...words.slice(at)].join("-"));
    for (const tag of tags) {
      const known = this.#row(image, tag, tag);
      if (known) return known;
    }
    return tags.map((tag) => this.#pattern(image, tag)).find((known) => known?.distribution === "alpine");
  }

  /** Those of a family that are listed now, patterns left out. */
  current(image: string): readonly string[] {
    return this.all(image).filter((tag) => this.find(image, tag)?.lastListed === "");
  }

  /** Those that are listed, or were. */
  all(image: string): readonly string[] {
    const tags = this.table.keys(`${image}:`).map((key) => key.slice(image.length + 1));
    return tags.filter((tag) => !tag.includes("<v>"));
  }

  #pattern(image: string, tag: string): KnownTag | undefined {
    const word = version.exec(tag)?.[0];
    if (word === undefined) return undefined;
    const [first = ""] = word.split(".");
    const patterns = [tag.replace(version, `${first}.<v>`), tag.replace(version, "<v>")];
    return patterns.map((key) => this.#row(image, key, tag)).find((known) => known !== undefined);
  }

  #row(image: string, key: string, tag: string): KnownTag | undefined {
    const [row] = this.table.rows(`${image}:${key}`);
    if (!row) return undefined;
    const [distribution = "", release = "", lastListed = ""] = row;
    return {
      tag,
      distribution,
      release: release.replace("~", ""),
      guessed: release.startsWith("~"),
      lastListed,
      isPattern: key !== tag,
    };
  }
}
