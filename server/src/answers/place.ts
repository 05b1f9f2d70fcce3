import type { Facts, Release } from "../facts/types";
import type { Stage } from "../model/build";
import { distributionOf, rootImage } from "../model/platform";

/** Where packages are asked about. */
export interface Place {
  readonly alpine: {
    /** `python:3.13-alpine`. */
    readonly image: string;
    readonly release: Release;
    /** The official family, when the image brings a language. */
    readonly family: string | undefined;
    /** What the image holds. */
    readonly present: readonly string[];
  };
  readonly debian: {
    readonly image: string;
    readonly tag: string;
    readonly suite: string;
    readonly recommends: boolean;
  };
}

/** The plain images, for questions without a Dockerfile. */
export function plainPlace(facts: Facts): Place {
  return { alpine: alpineAt("alpine", facts.alpine.newest, facts.alpine.newest, facts), debian: plainDebian };
}

/** The image a stage stands on and the Alpine one it would stand on; the plain ones where the tables know no better. */
export function placeOf(stage: Stage, facts: Facts): Place {
  const root = rootImage(stage);
  const plain = plainPlace(facts);
  if (!root) return plain;
  const { image, tag } = root;
  const distribution = distributionOf(stage, facts);
  const variant = facts.images.alpineVariant(image, tag);
  const isDebian = distribution?.name === "debian" || distribution?.name === "ubuntu";
  return {
    alpine:
      variant.kind === "variant"
        ? alpineAt(variant.image, variant.tag, variant.release, facts)
        : variant.kind === "already"
          ? alpineAt(image, tag, variant.release ?? facts.alpine.newest, facts)
          : plain.alpine,
    debian: isDebian ? { image, tag, suite: distribution.release ?? "", recommends: true } : plain.debian,
  };
}

const plainDebian: Place["debian"] = { image: "debian", tag: "trixie", suite: "trixie", recommends: true };

function alpineAt(image: string, tag: string, release: Release, facts: Facts): Place["alpine"] {
  const family = image === "alpine" ? undefined : image;
  return { image: `${image}:${tag}`, release, family, present: facts.images.preinstalled(image, tag) };
}
