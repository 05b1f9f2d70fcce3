import type { Size } from "../../facts/types";
import { otherPlatform } from "../../model/architecture";
import type { Stage } from "../../model/build";
import type { PackageChange } from "../../model/packages";
import { distributionOf, rootImage } from "../../model/platform";
import { formatSize } from "../../size/format";
import { asSibling, ofTheTables } from "../../size/part";
import type { Context } from "../rule";

/**
 * What `change` installs for `names` alone: what its other names need anyway is not counted.
 * @returns undefined when no figure is known.
 */
export function packageCost(
  context: Context,
  stage: Stage,
  change: PackageChange,
  names: readonly string[],
): Size | undefined {
  const others = change.names.map(({ name }) => name).filter((name) => !names.includes(name));
  const cost =
    change.manager === "apk" ? apkCost(context, stage, names, others) : aptCost(context, stage, change, names, others);
  if (!cost?.bytes) return undefined;
  return otherPlatform(stage, context.build) === undefined ? cost : asSibling(cost, ofTheTables);
}

/** ` (≈ 240 MB)`, or nothing when the figure is not known. */
export function inBrackets(size: Size | undefined): string {
  return size?.bytes === undefined ? "" : ` (${formatSize(size)})`;
}

function apkCost(
  context: Context,
  stage: Stage,
  names: readonly string[],
  others: readonly string[],
): Size | undefined {
  const { alpine, images } = context.facts;
  const release = context.alpineRelease(stage);
  const root = rootImage(stage);
  if (!release || !root) return undefined;
  const present = images.preinstalled(root.image, root.tag);
  const kept = alpine.closure(others, release, present).packages.map(({ name }) => name);
  return alpine.closure(names, release, [...present, ...kept]).installed;
}

function aptCost(
  { facts }: Context,
  stage: Stage,
  change: PackageChange,
  names: readonly string[],
  others: readonly string[],
): Size | undefined {
  const root = rootImage(stage);
  const distribution = distributionOf(stage, facts);
  if (!root || distribution?.name !== "debian" || !distribution.release) return undefined;
  const options = { suite: distribution.release, recommends: change.recommends, image: root.image, tag: root.tag };
  const all = facts.debian.install([...others, ...names], options).installed;
  const rest = facts.debian.install(others, options).installed;
  return all.bytes === undefined || rest.bytes === undefined ? undefined : { ...all, bytes: all.bytes - rest.bytes };
}
