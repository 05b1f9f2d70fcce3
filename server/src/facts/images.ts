import type { ShippedAlpineFacts } from "./alpine";
import { type Family, ImageFamilies } from "./image-families";
import { ImagePackages } from "./image-packages";
import { ImageSizes } from "./image-sizes";
import { distributionOf, type ImageTag, lessPrecise, readImageTag } from "./image-tag";
import { type KnownTag, KnownTags } from "./known-tags";
import { Memo } from "./memo";
import { nearest } from "./nearest";
import { alpineRelease, debianRelease, ubuntuRelease } from "./system-tags";
import type { Table } from "./table";
import type { TableFolder } from "./table-folder";
import type { AlpineVariant, Distribution, ImageFacts, ImageSize, Lacking } from "./types";
import { maintained, withoutVariant } from "./without-variant";

/** In so many of the counted Dockerfiles, and it is worth a word. */
const wellKnown = 500;

export class ShippedImageFacts implements ImageFacts {
  readonly #familyNames: Table;
  readonly #families: ImageFamilies;
  readonly #tags: KnownTags;
  readonly #alpineReleases: Table;
  readonly #programs: Table;
  readonly #used: Table;
  readonly #sizes: ImageSizes;
  readonly #packages: ImagePackages;
  readonly #alpine: ShippedAlpineFacts;
  readonly #variants = new Memo<AlpineVariant>(1000);
  readonly #sizesOfTags = new Memo<ImageSize | undefined>(1000);
  readonly #held = new Memo<readonly string[]>(1000);

  constructor(folder: TableFolder, alpine: ShippedAlpineFacts) {
    this.#familyNames = folder.table("image-families");
    this.#families = new ImageFamilies(this.#familyNames);
    this.#tags = new KnownTags(folder.table("image-tags"));
    this.#alpineReleases = folder.table("alpine-releases");
    this.#programs = folder.table("image-programs");
    this.#used = folder.table("alpine-used");
    this.#sizes = new ImageSizes(folder.table("image-sizes"));
    this.#packages = new ImagePackages(folder.table("image-packages"), folder.table("debian-base-sets"));
    this.#alpine = alpine;
  }

  isKnown(image: string): boolean {
    return this.#families.has(image);
  }

  language(image: string, tag: string): string | undefined {
    const family = this.#families.find(image);
    if (!family || !image.includes("/")) return family && image;
    const { language } = family;
    return language !== "" && tag.split("-").some((word) => word.startsWith(language)) ? language : undefined;
  }

  distribution(image: string, tag: string): Distribution | undefined {
    const family = this.#families.find(image);
    const parsed = readImageTag(tag);
    if (!family) return namedAlpine(image, parsed);
    if (image === "alpine") return { name: "alpine", release: alpineRelease(tag, this.#alpine.newest), basis: "exact" };
    const named = parsed.pinned === undefined ? undefined : distributionOf(parsed.pinned);
    if (named?.release !== undefined) return { name: named.name, release: named.release, basis: "exact" };
    if (parsed.alpine) return { name: "alpine", release: parsed.alpine, basis: "exact" };
    if (image === "debian") return { name: "debian", release: debianRelease(tag), basis: "exact" };
    if (image === "ubuntu") return { name: "ubuntu", release: ubuntuRelease(tag), basis: "exact" };
    const known = this.#tags.find(image, tag) ?? this.#tags.near(image, parsed);
    if (known) {
      const basis = known.tag === (tag || "latest") && !known.guessed && !known.isPattern ? "exact" : "derived";
      return { name: known.distribution, release: known.release || undefined, basis };
    }
    if (parsed.alpine !== undefined || family.standing === "already")
      return { name: "alpine", release: undefined, basis: "derived" };
    if (named) return { name: named.name, release: undefined, basis: "derived" };
    return family.standing === "plain" ? systemByName(image, tag) : undefined;
  }

  alpineVariant(image: string, tag: string): AlpineVariant {
    return this.#variants.get(`${image}:${tag}`, () => this.#alpineVariant(image, tag));
  }

  #alpineVariant(image: string, tag: string): AlpineVariant {
    const distribution = this.distribution(image, tag);
    if (distribution?.name === "alpine") return { kind: "already", release: distribution.release };
    const family = this.#families.find(image);
    if (!family) return { kind: "unknown", why: `${image} is not in the tables` };
    const parsed = readImageTag(tag);
    if (["debian", "ubuntu", "buildpack-deps"].includes(image) || family.standing === "plain")
      return this.#plainAlpine(image, parsed);
    if (distribution?.name === "scratch" || family.standing === "empty")
      return { kind: "none", why: "it holds no system, only files to copy", instead: undefined };
    if (family.standing !== "") return { kind: "none", ...this.#noVariant(image, family, parsed) };
    if (family.instead === "eclipse-temurin") {
      const instead = this.#temurin(image, parsed);
      if (instead) return { kind: "none", why: family.why, instead };
    }
    return this.#variant(image, tag, family, parsed);
  }

  slimVariant(image: string, tag: string): string | undefined {
    const { words, slim, pinned, alpine } = readImageTag(tag);
    const family = this.#families.find(image);
    if (slim || alpine !== undefined || !family) return undefined;
    if (pinned === undefined) {
      const wanted = [...words, "slim"].join("-");
      return this.#tags.find(image, wanted)?.lastListed === "" ? wanted : undefined;
    }
    const style = [`slim-${pinned}`, `${pinned}-slim`].find((one) => family.styles.includes(one));
    if (image === "debian") return `${tag}-slim`;
    return style === undefined ? undefined : [...words, style].join("-");
  }

  size(image: string, tag: string): ImageSize | undefined {
    return this.#sizesOfTags.get(`${image}:${tag}`, () => {
      const distribution = this.distribution(image, tag);
      return distribution && this.#sizes.size(image, tag || "latest", distribution);
    });
  }

  preinstalled(image: string, tag: string): readonly string[] {
    return this.#held.get(`${image}:${tag}`, () =>
      this.#packages.names(image, tag || "latest", this.distribution(image, tag)),
    );
  }

  program(name: string): { readonly debian: readonly string[]; readonly alpine: string } | undefined {
    const [row] = this.#programs.rows(name);
    return row && { debian: (row[0] ?? "").split(" "), alpine: row[1] ?? "" };
  }

  lacks(image: string, tag: string): Lacking | undefined {
    const distribution = this.distribution(image, tag);
    const variant = this.alpineVariant(image, tag);
    if (!/^(debian|ubuntu)$/.test(distribution?.name ?? "") || variant.kind !== "variant") return undefined;
    const plain = new Set(this.#packages.debianSet("debian", "", distribution?.release)?.packages);
    const held = new Set(this.preinstalled(image, tag).filter((name) => !plain.has(name)));
    const present = this.preinstalled(variant.image, variant.tag);
    const lost = this.#programs
      .keys("")
      .flatMap((name) => this.program(name) ?? [])
      .filter(({ debian, alpine }) => debian.some((name) => held.has(name)) && !present.includes(alpine));
    // Those that Dockerfiles ask for; what else comes with them is legion.
    const names = [...new Set(lost.map(({ alpine }) => alpine))];
    const packages = names
      .filter((name) => !names.some((other) => name.startsWith(`${other}-`)) && !name.endsWith("-dev"))
      .filter((name) => this.#mentions(name) >= wellKnown)
      .sort((a, b) => this.#mentions(b) - this.#mentions(a));
    const headers = [...held].filter((name) => name.startsWith("lib") && name.endsWith("-dev")).length;
    return packages.length + headers === 0 ? undefined : { packages, headers };
  }

  #mentions(name: string): number {
    return Number(this.#used.rows(name)[0]?.[0] ?? 0);
  }

  /** What a Debian image holds, and whether dpkg leaves out documentation there. */
  debianSet(image: string, tag: string, suite: string | undefined) {
    return this.#packages.debianSet(image, tag, suite);
  }

  knownTags(image: string): readonly string[] {
    return this.#tags.current(image);
  }

  families(prefix: string): readonly string[] {
    return this.#families.startingWith(prefix);
  }

  nearest(image: string): readonly string[] {
    return nearest(image, this.#familyNames);
  }

  #variant(image: string, tag: string, family: Family, parsed: ImageTag): AlpineVariant {
    const target = family.alpineImage || image;
    const notes = family.note === "" ? [] : [`${family.note}.`];
    const precise = this.#onAlpine(image, family, parsed.words);
    if (precise) {
      notes.unshift(...this.#retirement(target, precise, family));
      const style = ["alpine<v>", "alpine-<v>"].find((one) => family.styles.some((known) => known.endsWith(one)));
      const release = this.#releaseOf(precise, family);
      const isFixable = style !== undefined && precise.release !== "" && !precise.guessed;
      const pinned =
        parsed.pinned !== undefined && isFixable
          ? precise.tag.replace(/alpine/, style.replace("<v>", release))
          : precise.tag;
      if (precise.isPattern) notes.push(unknownRelease(`${target}:${precise.tag}`, release, ""));
      else if (parsed.pinned !== undefined && pinned === precise.tag && family.alpineImage === "")
        notes.push(`The tag does not fix the Alpine release, as the tables do not know which one it stands on.`);
      return { kind: "variant", image: target, tag: pinned, release, notes };
    }
    for (let words = lessPrecise(parsed.words); words; words = lessPrecise(words)) {
      const near = this.#onAlpine(image, family, words);
      if (!near) continue;
      const [version = ""] = parsed.words;
      const release = this.#releaseOf(near, family);
      notes.unshift(...this.#retirement(target, near, family));
      // Only the library builds every version that it lists under a shorter name.
      if (image.includes("/")) {
        notes.push(`${version} was fixed; ${target}:${near.tag} follows the newest of its line.`);
        return { kind: "variant", image: target, tag: near.tag, release, notes };
      }
      notes.push(unknownRelease(`${image}:${version}-alpine`, release, `, that of ${image}:${near.tag}`));
      if (parsed.pinned !== undefined)
        notes.push(
          `${parsed.pinned} was fixed; the Alpine release is not, as it is not known which one has this version.`,
        );
      return { kind: "variant", image, tag: near.tag.replace(words[0] ?? "", version), release, notes };
    }
    const without = withoutVariant(image, tag, parsed, family, this.#tags);
    if (without) return { kind: "none", ...without };
    const versions = maintained(family.instead || image, parsed.words[0] ?? "", this.#tags);
    const others = versions.length === 0 ? "" : `; maintained versions with one are ${versions.join(", ")}`;
    return { kind: "unknown", why: `no Alpine tag is known for ${image}:${tag || "latest"}${others}` };
  }

  /** The tag of the Alpine variant, which has the word, or a repository of its own. */
  #onAlpine(image: string, { alpineImage }: Family, words: readonly string[]): KnownTag | undefined {
    return alpineImage === "" ? this.#tags.onAlpine(image, words) : this.#tags.find(alpineImage, words.join("-"));
  }

  #plainAlpine(image: string, { pinned }: ImageTag): AlpineVariant {
    const release = this.#alpine.newest;
    const notes: string[] = [];
    if (image === "buildpack-deps") notes.push("The compilers and headers it holds must be installed by name.");
    if (pinned === undefined && image !== "ubuntu") notes.push("The tag floated; this one is fixed to a release.");
    return { kind: "variant", image: "alpine", tag: release, release, notes };
  }

  #noVariant(image: string, family: Family, parsed: ImageTag): { why: string; instead: string | undefined } {
    const why = family.why || `${image} is a system of its own`;
    if (family.standing === "system") return { why, instead: `alpine:${this.#alpine.newest}` };
    if (family.instead === "") return { why, instead: undefined };
    if (family.instead === "eclipse-temurin") return { why, instead: this.#temurin(image, parsed) };
    const tag = family.instead === "alpine" ? this.#alpine.newest : "alpine";
    return { why, instead: `${family.instead}:${tag}` };
  }

  #temurin(image: string, { words }: ImageTag): string | undefined {
    // `java:openjdk-7-jre` has it in its second word.
    const version = words.flatMap((word) => /^(?:java|1\.)?(\d+)/.exec(word)?.[1] ?? [])[0];
    const kind = words.some((word) => word === "jre") ? "jre" : "jdk";
    // When `java` left the library, its newest was 8.
    const versions = version === undefined ? (image === "java" ? ["8"] : ["25", "21"]) : [version];
    const tag = versions.map((one) => `${one}-${kind}-alpine`).find((one) => this.#tags.find("eclipse-temurin", one));
    return tag && `eclipse-temurin:${tag}`;
  }

  /** What to say of an Alpine tag that is no longer built. */
  #retirement(image: string, { tag, release, guessed, lastListed }: KnownTag, { why, instead }: Family): string[] {
    if (lastListed === "") return why === "" ? [] : [`${image}: ${why}; ${instead} has what it holds.`];
    const [until = "", state] = this.#alpineReleases.rows(release)[0] ?? [];
    const stands = `it stands on Alpine ${release}${guessed ? " or one near it" : ""}`;
    const support =
      state === "ended"
        ? `whose support ended on ${until}: neither gets security fixes`
        : `which is supported until ${until}`;
    const successor = instead === "" ? image : instead;
    const versions = maintained(successor, tag, this.#tags);
    return [
      `${image}:${tag} is the last of its line and has not been rebuilt since ${lastListed}; ${stands}, ${support}.`,
      ...(versions.length === 0 ? [] : [`Maintained versions of ${successor}: ${versions.join(", ")}.`]),
    ];
  }

  #releaseOf(tag: KnownTag, family: Family): string {
    return tag.release || family.alpineReleases.at(-1) || this.#alpine.newest;
  }
}

function unknownRelease(name: string, release: string, of: string): string {
  return `Which Alpine release ${name} stands on is not known; names are checked against ${release}${of}.`;
}

/** An image that nobody told of, with the word in its name or its tag. */
function namedAlpine(image: string, { alpine, words }: ImageTag): Distribution | undefined {
  if (alpine !== undefined) return { name: "alpine", release: alpine || undefined, basis: "derived" };
  if (/(?:^|\/)alpine$/.test(image))
    return { name: "alpine", release: alpineRelease(words.join("-"), "") || undefined, basis: "derived" };
  return /(?:^|[-_/])alpine(?:[-_/]|$)/.test(image)
    ? { name: "alpine", release: undefined, basis: "derived" }
    : undefined;
}

/** `stackbrew/ubuntu:14.04`. */
function systemByName(image: string, tag: string): Distribution | undefined {
  const name = /\/(debian|ubuntu)$/.exec(image)?.[1];
  if (name === undefined) return undefined;
  return { name, release: name === "debian" ? debianRelease(tag) : ubuntuRelease(tag), basis: "derived" };
}
