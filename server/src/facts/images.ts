import type { ShippedAlpineFacts } from "./alpine";
import { ImagePackages } from "./image-packages";
import { ImageSizes } from "./image-sizes";
import { distributionOf, type ImageTag, lessPrecise, readImageTag } from "./image-tag";
import { Memo } from "./memo";
import { nearest } from "./nearest";
import { compareReleases } from "./releases";
import { alpineRelease, debianRelease, ubuntuRelease } from "./system-tags";
import { Table } from "./table";
import type { AlpineVariant, Distribution, ImageFacts, ImageSize } from "./types";

/** What the tables know of one tag. */
interface KnownTag {
  readonly tag: string;
  readonly distribution: string;
  /** Empty when not known. */
  readonly release: string;
  /** The release is the newest of the day the tag was last listed, not one that was read. */
  readonly guessed: boolean;
  /** Day it was last listed; empty while it is. */
  readonly lastListed: string;
}

interface Family {
  readonly inLibrary: boolean;
  readonly standing: string;
  readonly why: string;
  readonly instead: string;
  readonly alpineReleases: readonly string[];
  readonly styles: readonly string[];
}

export class ShippedImageFacts implements ImageFacts {
  readonly #families: Table;
  readonly #tags: Table;
  readonly #alpineReleases: Table;
  readonly #sizes: ImageSizes;
  readonly #packages: ImagePackages;
  readonly #alpine: ShippedAlpineFacts;
  readonly #variants = new Memo<AlpineVariant>(1000);
  readonly #sizesOfTags = new Memo<ImageSize | undefined>(1000);
  readonly #held = new Memo<readonly string[]>(1000);

  constructor(folder: string, alpine: ShippedAlpineFacts) {
    this.#families = new Table(folder, "image-families");
    this.#tags = new Table(folder, "image-tags");
    this.#alpineReleases = new Table(folder, "alpine-releases");
    this.#sizes = new ImageSizes(new Table(folder, "image-sizes"));
    this.#packages = new ImagePackages(new Table(folder, "image-packages"), new Table(folder, "debian-base-sets"));
    this.#alpine = alpine;
  }

  isOfficial(image: string): boolean {
    return this.#families.has(image);
  }

  distribution(image: string, tag: string): Distribution | undefined {
    const family = this.#family(image);
    if (!family) return undefined;
    const parsed = readImageTag(tag);
    if (image === "alpine") return { name: "alpine", release: alpineRelease(tag, this.#alpine.newest), basis: "exact" };
    const named = parsed.pinned === undefined ? undefined : distributionOf(parsed.pinned);
    if (named) return { ...named, basis: "exact" };
    if (parsed.alpine) return { name: "alpine", release: parsed.alpine, basis: "exact" };
    if (image === "debian") return { name: "debian", release: debianRelease(tag), basis: "exact" };
    if (image === "ubuntu") return { name: "ubuntu", release: ubuntuRelease(tag), basis: "exact" };
    const known = this.#known(image, tag) ?? this.#knownNear(image, parsed);
    if (known) {
      const basis = known.tag === (tag || "latest") && !known.guessed ? "exact" : "derived";
      return { name: known.distribution, release: known.release || undefined, basis };
    }
    if (parsed.alpine !== undefined || family.standing === "already")
      return { name: "alpine", release: undefined, basis: "derived" };
    return undefined;
  }

  alpineVariant(image: string, tag: string): AlpineVariant {
    return this.#variants.get(`${image}:${tag}`, () => this.#alpineVariant(image, tag));
  }

  #alpineVariant(image: string, tag: string): AlpineVariant {
    const family = this.#family(image);
    if (!family) return { kind: "unknown", why: `${image} is not an image of the official library` };
    const parsed = readImageTag(tag);
    if (image === "alpine" || parsed.alpine !== undefined || family.standing === "already")
      return { kind: "already", release: this.distribution(image, tag)?.release };
    if (["debian", "ubuntu", "buildpack-deps"].includes(image)) return this.#plainAlpine(image, parsed);
    if (image === "php" && parsed.words.includes("apache")) return noApache(parsed);
    if (family.standing !== "") return { kind: "none", ...this.#noVariant(image, family, parsed) };
    return this.#variant(image, tag, family, parsed);
  }

  slimVariant(image: string, tag: string): string | undefined {
    const { words, slim, pinned, alpine } = readImageTag(tag);
    const family = this.#family(image);
    if (slim || alpine !== undefined || !family) return undefined;
    if (pinned === undefined) {
      const wanted = [...words, "slim"].join("-");
      return this.#known(image, wanted)?.lastListed === "" ? wanted : undefined;
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

  /** What a Debian image holds, and whether dpkg leaves out documentation there. */
  debianSet(image: string, tag: string, suite: string | undefined) {
    return this.#packages.debianSet(image, tag, suite);
  }

  knownTags(image: string): readonly string[] {
    return this.#tags
      .keys(`${image}:`)
      .map((key) => key.slice(image.length + 1))
      .filter((tag) => this.#known(image, tag)?.lastListed === "");
  }

  families(prefix: string): readonly string[] {
    return this.#families.keys(prefix).filter((image) => this.#family(image)?.inLibrary === true);
  }

  nearest(image: string): readonly string[] {
    return nearest(image, this.#families);
  }

  #variant(image: string, tag: string, family: Family, parsed: ImageTag): AlpineVariant {
    const precise = this.#alpineTag(image, parsed.words);
    if (precise) {
      const notes = this.#retirement(image, precise);
      const style = ["alpine<v>", "alpine-<v>"].find((one) => family.styles.some((known) => known.endsWith(one)));
      const release = this.#releaseOf(precise, family);
      const pinned =
        parsed.pinned !== undefined && style !== undefined && precise.release !== "" && !precise.guessed
          ? precise.tag.replace(/alpine/, style.replace("<v>", release))
          : precise.tag;
      if (parsed.pinned !== undefined && pinned === precise.tag)
        notes.push(`The tag does not fix the Alpine release, as the tables do not know which one it stands on.`);
      return { kind: "variant", image, tag: pinned, release, notes };
    }
    for (let words = lessPrecise(parsed.words); words; words = lessPrecise(words)) {
      const near = this.#alpineTag(image, words);
      if (!near) continue;
      const [version = ""] = parsed.words;
      const release = this.#releaseOf(near, family);
      const notes = [
        ...this.#retirement(image, near),
        `Which Alpine release ${image}:${version}-alpine stands on is not known; names are checked against ${release}, that of ${image}:${near.tag}.`,
      ];
      if (parsed.pinned !== undefined)
        notes.push(
          `${parsed.pinned} was fixed; the Alpine release is not, as it is not known which one has this version.`,
        );
      return { kind: "variant", image, tag: near.tag.replace(words[0] ?? "", version), release, notes };
    }
    return { kind: "unknown", why: `no Alpine tag is known for ${image}:${tag || "latest"}` };
  }

  /** `1.27-perl` is `1.27-alpine-perl` in one family, `8.3-fpm` is `8.3-fpm-alpine` in another: the tables decide. */
  #alpineTag(image: string, words: readonly string[]): KnownTag | undefined {
    for (let at = words.length; at >= 0; at--) {
      const known = this.#known(image, [...words.slice(0, at), "alpine", ...words.slice(at)].join("-"));
      if (known) return known;
    }
    return undefined;
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
    if (family.instead === "eclipse-temurin") return { why, instead: this.#temurin(parsed) };
    const tag = family.instead === "alpine" ? this.#alpine.newest : "alpine";
    return { why, instead: `${family.instead}:${tag}` };
  }

  #temurin({ words }: ImageTag): string | undefined {
    const version = /^(?:1\.)?(\d+)/.exec(words[0] ?? "")?.[1];
    const kind = words.some((word) => word === "jre") ? "jre" : "jdk";
    const versions = version === undefined ? ["25", "21"] : [version];
    const tag = versions.map((one) => `${one}-${kind}-alpine`).find((one) => this.#known("eclipse-temurin", one));
    return tag && `eclipse-temurin:${tag}`;
  }

  /** What to say of an Alpine tag that is no longer built. */
  #retirement(image: string, { tag, release, guessed, lastListed }: KnownTag): string[] {
    if (lastListed === "") return [];
    const [until = "", state] = this.#alpineReleases.rows(release)[0] ?? [];
    const stands = `it stands on Alpine ${release}${guessed ? " or one near it" : ""}`;
    const support =
      state === "ended"
        ? `whose support ended on ${until}: neither gets security fixes`
        : `which is supported until ${until}`;
    const maintained = this.#maintained(image, tag);
    return [
      `${image}:${tag} is the last of its line and has not been rebuilt since ${lastListed}; ${stands}, ${support}.`,
      ...(maintained.length === 0 ? [] : [`Maintained versions of ${image}: ${maintained.join(", ")}.`]),
    ];
  }

  /** The versions, as precise as that of `tag`, that have an Alpine variant now. */
  #maintained(image: string, tag: string): string[] {
    const precision = /^\d+(\.\d+)*/.exec(tag)?.[0].split(".").length ?? 1;
    return this.knownTags(image)
      .flatMap((known) => /^(\d+(?:\.\d+)*)-alpine$/.exec(known)?.[1] ?? [])
      .filter((version) => version.split(".").length === precision)
      .sort(compareReleases);
  }

  #releaseOf(tag: KnownTag, family: Family): string {
    return tag.release || family.alpineReleases.at(-1) || this.#alpine.newest;
  }

  #family(image: string): Family | undefined {
    const [row] = this.#families.rows(image);
    if (!row) return undefined;
    const [inLibrary, standing = "", why = "", instead = "", releases = "", styles = ""] = row;
    const alpineReleases = releases.split(" ").filter(Boolean);
    return { inLibrary: inLibrary === "yes", standing, why, instead, alpineReleases, styles: styles.split(" ") };
  }

  #known(image: string, tag: string): KnownTag | undefined {
    const [row] = this.#tags.rows(`${image}:${tag || "latest"}`);
    if (!row) return undefined;
    const [distribution = "", release = "", lastListed = ""] = row;
    return {
      tag: tag || "latest",
      distribution,
      release: release.replace("~", ""),
      guessed: release.startsWith("~"),
      lastListed,
    };
  }

  /** The tag with fewer digits in its version: `3.13.1-slim` is built as `3.13-slim` is. */
  #knownNear(image: string, { words, slim, alpine }: ImageTag): KnownTag | undefined {
    for (let shorter = lessPrecise(words); shorter; shorter = lessPrecise(shorter)) {
      const tail = [...(slim ? ["slim"] : []), ...(alpine === undefined ? [] : ["alpine"])];
      const known = this.#known(image, [...shorter, ...tail].join("-"));
      if (known) return known;
    }
    return undefined;
  }
}

function noApache({ words }: ImageTag): AlpineVariant {
  const tag = words.map((word) => (word === "apache" ? "fpm" : word)).join("-");
  return {
    kind: "none",
    why: "Alpine has no variant with Apache; php-fpm behind a web server of its own does the same",
    instead: `php:${tag}-alpine`,
  };
}
