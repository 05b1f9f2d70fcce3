import { isBuildPackage } from "../model/build-packages";
import { consumersOf } from "../model/consumers";
import { rootImage } from "../model/platform";
import type { Invocation } from "../shell/invocation";
import { type Installed, installedBefore } from "./installed";
import type { Context } from "./translation";

/** True when one of Debian's packages is there before a command, as apt was asked for it or for what depends on it. */
export function aptBrings(packages: readonly string[], call: Invocation, context: Context): boolean {
  const { source, stage, facts } = context;
  const asked = installedBefore(call, context).filter(({ manager }) => manager === "apt");
  if (asked.some(({ name }) => packages.includes(name))) return true;
  // An image that nobody knows, and that is asked to install with apt, has what every Debian has.
  const { image = "debian", tag = "" } = (source && rootImage(stage)) ?? {};
  const options = { suite: source?.release ?? "", image, tag };
  return [false, true].some((recommends) => {
    // In one order, so that the same question is asked once.
    const names = [...new Set(asked.filter((one) => one.recommends === recommends).map(({ name }) => name))].sort();
    if (names.length === 0) return false;
    const { packages: added } = facts.debian.install(names, { ...options, recommends });
    return added.some(({ name }) => packages.includes(name));
  });
}

/**
 * True when what takes the place of Debian's packages before a command, or what that depends on, has one of some programs on Alpine.
 * @param programs by their names, or those of the packages that have them.
 */
export function apkBrings(programs: readonly string[], call: Invocation, context: Context): boolean {
  const { facts, release, present, run, family } = context;
  const holders = programs.flatMap((program) => facts.alpine.providers(`cmd:${program}`, release));
  const isHolder = (name: string) => holders.includes(name) || programs.includes(name);
  const names = installedBefore(call, context).flatMap((one) => onAlpine(one, context));
  if (present.some(isHolder) || names.some(isHolder)) return true;
  // What serves to build is there for the RUNs that compile only, or call it by its name.
  const compiles = consumersOf(run, family).length > 0;
  const staying = compiles ? names : names.filter((name) => !isBuildPackage(name));
  if (staying.length === 0) return false;
  const closure = facts.alpine.closure([...new Set(staying)].sort(), release, present);
  return closure.packages.some(({ name }) => isHolder(name));
}

function onAlpine({ name, manager }: Installed, context: Context): readonly string[] {
  if (manager === "apk") return [name];
  const answer = context.facts.names.toAlpine(name, context);
  return answer.kind === "packages" ? answer.packages : [];
}
