import { readImageTag } from "./image-tag";
import type { Table } from "./table";
import type { Distribution } from "./types";

/**
 * apt depended on gnupg until Debian 8 and Ubuntu 16.04, whose images have no list of their own here; since then gpgv does.
 * Source: `Depends` of apt 1.0.9 (jessie), 1.2 (xenial), 1.4 (stretch).
 */
function neededByApt({ release = "" }: Distribution): readonly string[] {
  return /^(?:squeeze|wheezy|jessie|lucid|precise|trusty|xenial|1[0-6]\.\d\d)$/.test(release) ? ["gnupg"] : [];
}

/** What images hold before the first instruction of a Dockerfile, by their own package manager. */
export class ImagePackages {
  constructor(
    private readonly table: Table,
    private readonly baseSets: Table,
  ) {}

  names(image: string, tag: string, distribution: Distribution | undefined): readonly string[] {
    if (distribution?.name === "debian" || distribution?.name === "ubuntu") {
      const set = this.debianSet(image, tag, distribution.release)?.packages ?? [];
      // Of images without a set of their own, what their builds install by name.
      return [...new Set([...set, ...(this.#listed(image, tag)?.packages ?? []), ...neededByApt(distribution)])];
    }
    if (distribution?.name !== "alpine") return this.#listed(image, tag)?.packages ?? [];
    const base = this.#listed("alpine", "latest")?.packages ?? [];
    const own = this.#listed(image, tag);
    if (own === undefined) return base;
    // What a build names stands on top of the plain image.
    return own.whole ? own.packages : [...new Set([...base, ...own.packages])];
  }

  /** The packages of a Debian image and whether dpkg leaves documentation out there; the plain image when the family is unknown. */
  debianSet(
    image: string,
    tag: string,
    release: string | undefined,
  ): { readonly packages: readonly string[]; readonly slim: boolean } | undefined {
    const { words, slim } = readImageTag(tag);
    const suite = release ?? "bookworm";
    const variants = words.filter((word) => /^[a-z]+$/.test(word));
    const keys = [...variants.map((word) => `${image}-${word}`), slim ? `${image}-slim` : image, `${image}-cli`];
    const fallback = slim ? "debian-slim" : "debian";
    for (const key of [...keys, fallback]) {
      const rows = this.baseSets.rows(key);
      const [, excludes, names = ""] = rows.find(([one]) => one === suite) ?? rows[0] ?? [];
      if (names !== "") return { packages: names.split(" "), slim: excludes === "slim" };
    }
    return undefined;
  }

  /** The list of the same variant: the whole one rather than what a build names, the nearest version first. */
  #listed(image: string, tag: string): { readonly packages: readonly string[]; readonly whole: boolean } | undefined {
    const wanted = readImageTag(tag);
    const rows = this.table
      .rows(image)
      .flatMap(([tags = "", manager, kind, packages = ""]) =>
        tags.split(" ").map((one) => ({ tag: one, parsed: readImageTag(one), manager, kind, packages })),
      );
    const alike = rows.filter(({ parsed, manager }) => {
      const variant = (words: readonly string[]) =>
        words.filter((word) => /^[a-z]+$/.test(word) && word !== "cli").join();
      return (
        (manager === "apk") ===
          (image === "alpine" || wanted.alpine !== undefined || rows.every((row) => row.manager === "apk")) &&
        parsed.slim === wanted.slim &&
        variant(parsed.words) === variant(wanted.words)
      );
    });
    const [chosen] = alike.sort(
      (a, b) =>
        Number(b.kind === "all-installed") - Number(a.kind === "all-installed") ||
        Number(b.tag === tag) - Number(a.tag === tag) ||
        (a.tag < b.tag ? 1 : -1),
    );
    if (chosen === undefined) return undefined;
    return { packages: chosen.packages.split(" ").filter(Boolean), whole: chosen.kind === "all-installed" };
  }
}
