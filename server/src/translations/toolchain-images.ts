import type { AlpineVariant, Release } from "../facts/types";

/** An image that is no more than packages on Debian: Alpine itself with its own packages takes its place. */
export interface Toolchain {
  readonly variant: Extract<AlpineVariant, { kind: "variant" }>;
  /** Alpine packages that stand for what the image brought. */
  readonly packages: readonly string[];
}

const fetching = ["ca-certificates", "curl", "gnupg", "wget"];
const versioning = [...fetching, "git", "mercurial", "openssh-client", "procps", "subversion"];
const building = [...versioning, "autoconf", "automake", "build-base", "file", "libtool", "patch", "unzip", "xz"];

/** By image; of buildpack-deps by the end of the tag, as its Dockerfiles build on one another (official-images, 2026-08-21). */
export function toolchainOf(image: string, tag: string, release: Release): Toolchain | undefined {
  if (image === "gcc") {
    const why = `${image}:${tag} has no Alpine variant: build-base of Alpine ${release} brings its own GCC, of another version. Check what depends on it.`;
    return { variant: plain(release, why), packages: ["build-base"] };
  }
  if (image !== "buildpack-deps") return undefined;
  const kind = /(?:^|-)(curl|scm)$/.exec(tag)?.[1];
  const why = `${image}:${tag} has no Alpine variant: its tools come from Alpine ${release} now.`;
  const headers = " Add the -dev packages that the build needs, as some forty are not in place.";
  return {
    variant: plain(release, kind === undefined ? why + headers : why),
    packages: kind === "curl" ? fetching : kind === "scm" ? versioning : building,
  };
}

function plain(release: Release, note: string): Toolchain["variant"] {
  return { kind: "variant", image: "alpine", tag: release, release, notes: [note] };
}
