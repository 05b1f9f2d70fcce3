import type { Facts, Workspace } from "../alpinize";
import type { Place } from "../hazards";
import type { Build } from "../model/build";
import { treesOf, wantedTrees } from "./trees";

/** Where hazards are looked for: every stage on Alpine, and every stage that a conversion would put there. */
export function placesOf(build: Build, facts: Facts, workspace: Workspace | undefined): Place[] {
  const trees = treesOf(build, facts);
  const wanted = wantedTrees(trees, build);
  const places: Place[] = [];
  for (const tree of trees) {
    const { base } = tree;
    // An image that is not known, or a database, is not suggested to be changed.
    if (base.kind !== "alpine" || base.stop !== undefined || !(base.already || wanted.has(tree))) continue;
    const family = base.image === "alpine" ? undefined : base.image;
    for (const stage of tree.stages)
      places.push({ build, stage, facts, workspace, onAlpine: base.already, release: base.release, family });
  }
  return places.sort((a, b) => a.stage.index - b.stage.index);
}
