import type { Table } from "./table";

export interface Family {
  /** Of the official library, and in it now. */
  readonly inLibrary: boolean;
  /** How it stands to Alpine when no tag says so: `already`, `never`, `dropped`, `system`, `plain`, `empty`; else empty. */
  readonly standing: string;
  readonly why: string;
  readonly instead: string;
  readonly alpineReleases: readonly string[];
  readonly styles: readonly string[];
  /** The repository of the Alpine variant, when it is another one; empty: the same. */
  readonly alpineImage: string;
  /** A word of a tag that begins with it says that the image brings the language. */
  readonly language: string;
  /** What to know of the Alpine variant. */
  readonly note: string;
}

export class ImageFamilies {
  constructor(private readonly table: Table) {}

  has(image: string): boolean {
    return this.find(image) !== undefined;
  }

  /** By its name, or by that of its owner (`jupyter/*`). */
  find(image: string): Family | undefined {
    const [row] = this.table.rows(image);
    const owned = row ?? this.table.rows(image.replace(/\/[^/]*$/, "/*"))[0];
    if (!owned) return undefined;
    const [inLibrary, standing = "", why = "", instead = "", releases = "", styles = "", ...more] = owned;
    const [alpineImage = "", language = "", note = ""] = more;
    return {
      inLibrary: inLibrary === "yes",
      standing,
      why,
      instead,
      alpineReleases: releases.split(" ").filter(Boolean),
      styles: styles.split(" "),
      alpineImage,
      language,
      note,
    };
  }

  /** Those that are built now and whose names start with `prefix`; of the others, those that are not told to be left. */
  startingWith(prefix: string): readonly string[] {
    return this.table.keys(prefix).filter((image) => {
      const { inLibrary, why } = this.find(image) ?? { inLibrary: false, why: "" };
      return inLibrary || (image.includes("/") && !image.endsWith("/*") && why === "");
    });
  }
}
