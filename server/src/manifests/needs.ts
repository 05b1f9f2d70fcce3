import type { Facts } from "../alpinize";
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
}

const fine: Needs = { kind: "fine", build: [], opens: [], note: "" };

/**
 * @param python `3.13`, when it is known: old ones get old versions, which were published before there were builds for musl.
 */
export function needsOf(requirement: Requirement, facts: Facts, python?: string): Needs {
  const { ecosystem, name, version, extras, builds } = requirement;
  const known = facts.native.find(ecosystem, name);
  const opens = known?.opens ?? [];
  const note = known?.note ?? "";
  if (builds?.musl) return { ...fine, opens };
  if (builds?.glibc && !builds.source) {
    const why = known?.kind === "never" ? note : "the lock file names builds for glibc only, and no source";
    return { kind: "never", build: [], opens, note: why };
  }
  if (!known) return builds?.glibc ? { kind: "compiled", build: ["build-base"], opens, note } : fine;
  if (known.kind === "never") return { kind: "never", build: [], opens, note };
  if (known.kind === "pure") return extras.includes("binary") || extras.includes("c") ? fine : { ...fine, opens };
  const { muslFrom, build } = known;
  const isOld = python !== undefined && known.python !== undefined && compareVersions(python, known.python) < 0;
  if (!builds && muslFrom !== undefined && !isOld && mayReach(version, muslFrom)) return { ...fine, opens };
  return build ? { kind: "compiled", build, opens, note } : { kind: "never", build: [], opens, note };
}
