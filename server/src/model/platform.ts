import type { Distribution, Facts, Release } from "../facts/types";
import type { Stage } from "./build";
import type { ImageReference } from "./image-reference";
import { wrappedImage } from "./wrapped-image";

/** The image a stage stands on after all its `FROM stage` steps; undefined for scratch and unresolved variables. */
export function rootImage(
  stage: Stage,
): { readonly image: string; readonly tag: string; readonly reference: ImageReference } | undefined {
  let at = stage;
  while (at.base.stage) at = at.base.stage;
  const { reference, official } = at.base;
  if (!reference || reference.path === "scratch") return undefined;
  const { image, tag } = wrappedImage(reference) ?? {
    image: official ?? imageName(reference),
    tag: reference.tag ?? "latest",
  };
  return { image, tag, reference };
}

/** The name the tables know an image by: with its registry, when it is not Docker Hub's. */
export function imageName({ registry, path }: ImageReference): string {
  return registry === undefined || registry === "docker.io" ? path : `${registry}/${path}`;
}

/** What the stage stands on, as far as the tables know or the tag says it. */
export function distributionOf(stage: Stage, facts: Facts): Distribution | undefined {
  const root = rootImage(stage);
  return root && facts.images.distribution(root.image, root.tag);
}

/** The Alpine release the stage stands on, e.g. `3.22`; undefined when it is no Alpine, or when nobody knows which. */
export function alpineRelease(stage: Stage, facts: Facts): Release | undefined {
  const distribution = distributionOf(stage, facts);
  return distribution?.name === "alpine" ? distribution.release : undefined;
}
