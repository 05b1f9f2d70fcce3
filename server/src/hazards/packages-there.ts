import type { Stage } from "../model/build";
import { runsOf } from "../model/layers";
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

/** @param before document offset: what is asked for behind it does not count. */
export function askedFor(stage: Stage, before = Number.POSITIVE_INFINITY): Asked {
  const changes = additionsOf(stage).filter(({ span }) => span.end < before);
  return {
    names: changes.flatMap(({ names }) => names.map(({ name }) => plain(name))),
    hasUnknown: changes.some(({ unknown }) => unknown.length > 0),
  };
}

/** Every installation of packages in a stage and in those it stands on. */
export function installationsOf(stage: Stage): readonly PackageChange[] {
  return runsOf(stage)
    .flatMap(packageChanges)
    .filter(({ action }) => action === "add");
}

/** Those of them that are `apk add`. */
export function additionsOf(stage: Stage): readonly PackageChange[] {
  return installationsOf(stage).filter(({ manager }) => manager === "apk");
}

/**
 * True when one of the packages is in the image, by its own name or as a dependency, or may be there for all that is known.
 * @param place a stage on Alpine.
 */
export function mayHave(place: Place, ...packages: readonly string[]): boolean {
  return mayHaveBefore(place, Number.POSITIVE_INFINITY, ...packages);
}

/** @param before document offset: what is installed behind it does not count. */
export function mayHaveBefore(place: Place, before: number, ...packages: readonly string[]): boolean {
  const { names, hasUnknown } = askedFor(place.stage, before);
  const present = presentIn(place);
  if (hasUnknown || !present) return true;
  if (packages.some((name) => present.includes(name) || names.includes(name))) return true;
  const closure = place.facts.alpine.closure(names, place.release, present).packages;
  return packages.some((wanted) => closure.some(({ name }) => name === wanted));
}

/** What the image itself holds; undefined when nobody knows. */
function presentIn({ stage, facts }: Place): readonly string[] | undefined {
  const root = rootImage(stage);
  if (!root) return undefined;
  const known = facts.images.preinstalled(root.image, root.tag);
  if (known.length > 0) return known;
  if (/(^|\/)alpine$/.test(root.image)) return facts.images.preinstalled("alpine", root.tag);
  return isDotnet(root.image) ? presentInDotnet(root.image, root.tag) : undefined;
}

export function isDotnet(image: string): boolean {
  return /^mcr\.microsoft\.com\/dotnet\/(?:nightly\/)?(runtime-deps|runtime|aspnet|sdk|monitor)$/.test(image);
}

/** By the Dockerfiles of dotnet/dotnet-docker, 2026-08-21. */
function presentInDotnet(image: string, tag: string): readonly string[] {
  const cultures = image.endsWith("/sdk") || /-extra\b/.test(tag) ? ["icu-data-full", "icu-libs", "tzdata"] : [];
  const tools = image.endsWith("/sdk") ? ["curl", "git"] : [];
  return ["ca-certificates-bundle", "libgcc", "libssl3", "libstdc++", "zlib", ...cultures, ...tools];
}

function plain(name: string): string {
  return name.replace(/[=<>~@].*$/, "");
}
