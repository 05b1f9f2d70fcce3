import type { Stage } from "../model/build";
import { chain } from "../model/layers";
import { packageChanges } from "../model/packages";
import { rootImage } from "../model/platform";
import type { Place } from "./hazard";

/**
 * What a stage on Alpine has of glibc. `whole`: one that somebody put beside musl; `layer`: gcompat, which stands in for it;
 * `unknown`: the image is somebody's own, and may have any of it (images with Oracle's Java have).
 */
export type GlibcSupport = "whole" | "layer" | "unknown" | "none";

export function glibcOf({ stage, facts }: Pick<Place, "stage" | "facts">): GlibcSupport {
  const stages = chain(stage);
  const root = rootImage(stage);
  if (/glibc/.test(stages[0]?.base.word?.value ?? "") || stages.some(bringsGlibc)) return "whole";
  if (stages.some(addsLayer)) return "layer";
  const isKnown = root && (facts.images.isKnown(root.image) || /(^|\/)alpine$/.test(root.image));
  return isKnown || /alpine/.test(root?.tag ?? "") ? "none" : "unknown";
}

/** Its package, by an address in a RUN or in a variable, or a glibc that is copied in. */
function bringsGlibc({ instructions, runs }: Stage): boolean {
  return (
    instructions.some(({ args }) => /alpine-pkg-glibc|ld-linux-x86-64/.test(args.text)) || runs.some(adds(/^glibc\b/))
  );
}

function addsLayer({ runs }: Stage): boolean {
  return runs.some(adds(/^(gcompat|libc6-compat)\b/));
}

function adds(name: RegExp) {
  return (run: Stage["runs"][number]) =>
    packageChanges(run).some(({ names }) => names.some((one) => name.test(one.name)));
}
