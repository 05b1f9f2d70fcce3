import { compareReleases } from "../facts/releases";
import type { Release } from "../facts/types";
import type { PackageUnit } from "./package-units";

/** Alpine's package of a pip for Python 2 ends with 3.11. */
const ownPip: Release = "3.12";

const group = ".python-2-modules";

export interface ModuleSteps {
  /** To stand behind the installation. */
  readonly steps: readonly string[];
  readonly checks: readonly string[];
}

/** Brings the modules of Python 2 that no package of Alpine's has: by pip, with what compiles them added and deleted. */
export function moduleSteps(units: readonly PackageUnit[], release: Release): ModuleSteps {
  const modules = units.flatMap((unit) => unit.modules);
  if (modules.length === 0) return { steps: [], checks: [] };
  const projects = [...new Set(modules.flatMap(({ project = [] }) => project))];
  const compiled = modules.flatMap(({ build = [] }) => build);
  const isCompiled = modules.some(({ build }) => build !== undefined);
  const needed = [...new Set(["gcc", "musl-dev", "python2-dev", ...compiled])];
  const pip = compareReleases(release, ownPip) < 0 ? [] : ["python2 -m ensurepip"];
  const install = projects.length === 0 ? [] : [`python2 -m pip install --no-cache-dir ${projects.join(" ")}`];
  const steps = isCompiled
    ? [`apk add --no-cache --virtual ${group} ${needed.join(" ")}`, ...install, `apk del --no-network ${group}`]
    : install;
  const check = `Alpine ${release} has no package of ${projects.join(", ")}: pip takes the last version for Python 2, which may be newer than Debian's.`;
  return { steps: [...pip, ...steps], checks: projects.length === 0 ? [] : [check] };
}
