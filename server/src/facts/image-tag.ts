import { debianRelease } from "./system-tags";

/** A tag taken apart at its dashes. */
export interface ImageTag {
  /** `3.13`, `lts`, `stable` ...: everything that is neither a distribution nor `slim`; empty for `latest`. */
  readonly words: readonly string[];
  readonly slim: boolean;
  /** Codename or release in the tag: `bookworm`, `noble`, `ubi9` ...; undefined when it floats. */
  readonly pinned: string | undefined;
  /** `3.24` of `alpine3.24`, empty of `alpine`; undefined without the word. */
  readonly alpine: string | undefined;
}

const debianNames = ["wheezy", "jessie", "stretch", "buster", "bullseye", "bookworm", "trixie", "forky", "sid"];
const ubuntuNames: Readonly<Record<string, string>> = {
  trusty: "14.04",
  xenial: "16.04",
  bionic: "18.04",
  focal: "20.04",
  jammy: "22.04",
  noble: "24.04",
  resolute: "26.04",
};

/** The distribution a word of a tag names: `bookworm`, `jammy`, `debian`, `debian12`, `ubuntu22.04`. */
export function distributionOf(word: string): { readonly name: string; readonly release?: string } | undefined {
  if (debianNames.includes(word)) return { name: "debian", release: word };
  const ubuntu = ubuntuNames[word];
  if (ubuntu !== undefined) return { name: "ubuntu", release: ubuntu };
  const [, name, version = ""] = /^(debian|ubuntu)(\d*(?:\.\d\d)?)$/.exec(word) ?? [];
  if (name === undefined) return undefined;
  const release = name === "debian" ? (version === "" ? undefined : debianRelease(version)) : version || undefined;
  return release === undefined ? { name } : { name, release };
}

/** `debian-12`, `ubuntu-22.04`: the release stands in a word of its own. */
function isReleaseOf(name: string | undefined, word: string): boolean {
  return (
    (name === "debian" && debianRelease(word) !== undefined && /^\d+$/.test(word)) ||
    (name === "ubuntu" && /^\d\d\.\d\d$/.test(word))
  );
}

export function readImageTag(tag: string): ImageTag {
  const words: string[] = [];
  let slim = false;
  let pinned: string | undefined;
  let alpine: string | undefined;
  for (const word of tag === "latest" ? [] : tag.split("-").filter(Boolean)) {
    const alpineWord = /^alpine(\d+\.\d+)?/.exec(word);
    if (alpineWord) alpine = alpineWord[1] ?? "";
    else if (alpine === "" && /^3\.\d+$/.test(word)) alpine = word;
    else if (word === "slim") slim = true;
    else if (distributionOf(word)) pinned = word;
    else if (isReleaseOf(pinned, word)) pinned += word;
    else words.push(word);
  }
  return { words, slim, pinned, alpine };
}

/** Node names its long-term versions; the names stand in tags. */
const nodeCodenames: Readonly<Record<string, string>> = {
  argon: "4",
  boron: "6",
  carbon: "8",
  dubnium: "10",
  erbium: "12",
  fermium: "14",
  gallium: "16",
  hydrogen: "18",
  iron: "20",
  jod: "22",
  krypton: "24",
};

export function versionOfCodename(word: string): string | undefined {
  return nodeCodenames[word];
}

/** True for what tells the version, `3.13` as well as `lts`; false for what tells the variant, such as `fpm`. */
export function isVersion(word: string): boolean {
  return word === "" || /^[0-9]|^(latest|lts|current|stable|mainline)$/.test(word) || word in nodeCodenames;
}

/** `3.13.1-cli` without its last number, `3.13-cli`; undefined when there is none to take off. */
export function lessPrecise(words: readonly string[]): readonly string[] | undefined {
  const [version = "", ...rest] = words;
  const shorter = version.replace(/[._][0-9]+(?:[a-z][0-9]*)?$/, "");
  return shorter === version || !/^[0-9]/.test(version) ? undefined : [shorter, ...rest];
}
