import type { Facts } from "../alpinize";
import type { NativePackage } from "../facts/types";
import { compareVersions, mayReach } from "./python/version";
import type { Requirement } from "./requirement";

/** What a package needs where it is installed on Alpine. */
export interface Needs {
  /** `never`: it cannot be installed; `compiled`: from its source; `fine`: as on Debian. */
  readonly kind: "never" | "compiled" | "fine";
  /** Alpine packages to compile it; empty unless it is compiled. */
  readonly build: readonly string[];
  /** Alpine packages that hold what it opens or starts by name. */
  readonly opens: readonly string[];
  /** For `never` a clause that says why; otherwise an advice, or empty. */
  readonly note: string;
  /** It is compiled on Alpine only: there are builds for glibc. */
  readonly onlyOnAlpine: boolean;
  /** The first version that has builds for musl, when this one is older. */
  readonly muslFrom: string | undefined;
}

/** What decides which versions and builds an installer takes. */
export interface Installer {
  /** `3.13`, when it is known: old ones get old versions, which were published before there were builds for musl. */
  readonly python: string | undefined;
  /** pip older than 21.2, which takes no builds for musl. */
  readonly isOldPip: boolean;
}

const anyInstaller: Installer = { python: undefined, isOldPip: false };

const fine: Needs = { kind: "fine", build: [], opens: [], note: "", onlyOnAlpine: false, muslFrom: undefined };

/** RubyGems takes a gem for `x86_64-linux` on Alpine too, and this one runs there. */
export function runsOnMusl(
  { version, builds }: Pick<Requirement, "version" | "builds">,
  known: NativePackage | undefined,
): boolean {
  return builds?.linux === true && known?.linuxFrom !== undefined && mayReach(version, known.linuxFrom);
}

export function needsOf(requirement: Requirement, facts: Facts, { python, isOldPip } = anyInstaller): Needs {
  const { ecosystem, name, version, extras, builds } = requirement;
  const known = facts.native.find(ecosystem, name);
  const opens = known?.opens ?? [];
  const note = known?.note ?? "";
  if ((builds?.musl || runsOnMusl(requirement, known)) && !isOldPip) return { ...fine, opens };
  if (builds?.glibc && !builds.source) {
    const why = known?.kind === "never" ? note : "the lock file names builds for glibc only, and no source";
    return { ...fine, kind: "never", opens, note: why };
  }
  if (!known) {
    if (!builds?.glibc) return fine;
    return { ...fine, kind: "compiled", build: ["build-base"], onlyOnAlpine: true };
  }
  if (known.kind === "never") return { ...fine, kind: "never", opens, note };
  if (known.kind === "pure") return extras.includes("binary") || extras.includes("c") ? fine : { ...fine, opens };
  const { muslFrom, build } = known;
  const isOld =
    isOldPip || (python !== undefined && known.python !== undefined && compareVersions(python, known.python) < 0);
  if (!builds && muslFrom !== undefined && !isOld && mayReach(version, muslFrom)) return { ...fine, opens };
  if (!build) return { ...fine, kind: "never", opens, note };
  // No Python before 3.6 gets a version that is written in Rust.
  const isAncient = python !== undefined && compareVersions(python, "3.6") < 0;
  const needed = build.filter(({ from }) => from === undefined || (!isAncient && mayReach(version, from)));
  return {
    kind: "compiled",
    build: needed.map(({ name }) => name),
    opens,
    note,
    onlyOnAlpine: known.glibcBuilds,
    muslFrom,
  };
}
