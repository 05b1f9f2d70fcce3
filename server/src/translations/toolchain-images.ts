import type { AlpineVariant, Release } from "../facts/types";

/** An image that is no more than packages on Debian: Alpine itself with its own packages takes its place. */
export interface Toolchain {
  readonly variant: Extract<AlpineVariant, { kind: "variant" }>;
  /** Alpine packages that stand for what the image brought, and the words of the steps that need each. */
  readonly packages: readonly Brought[];
}

export interface Brought {
  readonly name: string;
  /** Undefined: it is what the image is for. */
  readonly usedBy: RegExp | undefined;
}

const tool = (name: string, usedBy: RegExp): Brought => ({ name, usedBy });

const fetching: readonly Brought[] = [tool("curl", /\bcurl\b/), tool("gnupg", /\bgpg\b/), tool("wget", /\bwget\b/)];
const versioning: readonly Brought[] = [
  ...fetching,
  tool("git", /\bgit\b|\bgo (get|install|mod)\b/),
  tool("mercurial", /\bhg\b/),
  tool("openssh-client", /\b(ssh|scp|sftp)\b/),
  tool("procps", /\b(pgrep|pkill|watch)\b/),
  tool("subversion", /\bsvn\b/),
];
const building: readonly Brought[] = [
  ...versioning,
  { name: "build-base", usedBy: undefined },
  tool("autoconf", /\b(autoconf|autoreconf|autogen|buildconf|bootstrap|phpize)\b/),
  tool("automake", /\b(automake|autoreconf|autogen|buildconf|bootstrap)\b/),
  tool("libtool", /\b(libtoolize|autoreconf|autogen|buildconf|bootstrap)\b/),
  tool("patch", /\bpatch\b/),
  tool("unzip", /\bunzip\b/),
  tool("xz", /\bxz\b|\.txz\b|\btar -?\w*J/),
];

/** By its Dockerfile, which was last changed in 2014. */
const ofDockerfile: readonly Brought[] = [
  ...["curl", "git", "htop", "unzip", "vim", "wget"].map((name) => tool(name, new RegExp(`\\b${name}\\b`))),
  tool("build-base", /\b(gcc|g\+\+|cc|make|cmake|configure|pip|npm|gem|bundle)\b/),
];

/** True for what the steps get of such an image, with the programs that come along. */
export function isBrought(name: string, image: string, tag: string, release: Release): boolean {
  const names = toolchainOf(image, tag, release)?.packages.map((one) => one.name) ?? [];
  return names.includes(name) || (names.includes("build-base") && /^(make|binutils|gcc|g\+\+)$/.test(name));
}

/** By image; of buildpack-deps by the end of the tag, as its Dockerfiles build on one another (official-images, 2026-08-21). */
export function toolchainOf(image: string, tag: string, release: Release): Toolchain | undefined {
  if (image === "gcc") {
    const why = `${image}:${tag} has no Alpine variant: build-base of Alpine ${release} brings its own GCC, of another version. Check what depends on it.`;
    return { variant: plain(release, why), packages: [{ name: "build-base", usedBy: undefined }] };
  }
  if (image === "dockerfile/ubuntu") {
    const why = `${image} is Ubuntu 14.04 with a few tools: of these, Alpine ${release} gets those that are called here.`;
    return { variant: plain(release, why), packages: ofDockerfile };
  }
  if (image !== "buildpack-deps") return undefined;
  const kind = /(?:^|-)(curl|scm)$/.exec(tag)?.[1];
  const why = `${image}:${tag} has no Alpine variant: of its tools, Alpine ${release} gets those that are called here.`;
  const headers = " Add the -dev packages that the build needs, as some forty are not in place.";
  return {
    variant: plain(release, kind === undefined ? why + headers : why),
    packages: kind === "curl" ? fetching : kind === "scm" ? versioning : building,
  };
}

function plain(release: Release, note: string): Toolchain["variant"] {
  return { kind: "variant", image: "alpine", tag: release, release, notes: [note] };
}
