import type { Stage } from "../model/build";
import { chain } from "../model/layers";
import { type PackageChange, packageChanges } from "../model/packages";
import { rootImage } from "../model/platform";
import type { Place } from "./hazard";

/** What apk has been asked for, in a stage and in those it stands on. */
export interface Asked {
  /** Without versions and repositories. */
  readonly names: readonly string[];
  /** A variable names more that nobody knows. */
  readonly hasUnknown: boolean;
}

export function askedFor(stage: Stage): Asked {
  const changes = additionsOf(stage);
  return {
    names: changes.flatMap(({ names }) => names.map(({ name }) => plain(name))),
    hasUnknown: changes.some(({ unknown }) => unknown.length > 0),
  };
}

/** Every `apk add` of a stage and of those it stands on. */
export function additionsOf(stage: Stage): readonly PackageChange[] {
  return chain(stage)
    .flatMap(({ runs }) => runs)
    .flatMap(packageChanges)
    .filter(({ manager, action }) => manager === "apk" && action === "add");
}

/**
 * True when one of the packages is in the image, by its own name or as a dependency, or may be there for all that is known.
 * @param place a stage on Alpine.
 */
export function mayHave({ stage, facts, release }: Place, ...packages: readonly string[]): boolean {
  const { names, hasUnknown } = askedFor(stage);
  const root = rootImage(stage);
  if (hasUnknown || !root) return true;
  const present = facts.images.preinstalled(root.image, root.tag);
  if (packages.some((name) => present.includes(name) || names.includes(name))) return true;
  const closure = facts.alpine.closure(names, release, present).packages;
  return packages.some((wanted) => closure.some(({ name }) => name === wanted));
}

function plain(name: string): string {
  return name.replace(/[=<>~@].*$/, "");
}
