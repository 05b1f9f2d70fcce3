import type { Instruction } from "../dockerfile/types";
import type { Build, Stage } from "./build";
import type { Run } from "./run";

/**
 * The stages that are built into images of their own: the last one, and those no other stage is made from, as
 * `docker build --target` builds them.
 */
export function targets(build: Build): readonly Stage[] {
  const used = new Set(
    build.stages.flatMap(({ base, copiesFrom }) => [...(base.stage ? [base.stage] : []), ...copiesFrom]),
  );
  return build.stages.filter((stage) => stage === build.last || !used.has(stage));
}

/** The stage and all it stands on within the file, from the bottom. */
export function chain(stage: Stage): readonly Stage[] {
  const stages: Stage[] = [];
  for (let at: Stage | undefined = stage; at; at = at.base.stage) stages.unshift(at);
  return stages;
}

/** The stages whose layers end up in an image: what they leave behind is shipped. In the order of the file. */
export function shippedStages(build: Build): readonly Stage[] {
  const shipped = new Set(targets(build).flatMap(chain));
  return build.stages.filter((stage) => shipped.has(stage));
}

/** Of these the ones that stand on an image and not on another stage. */
export function shippedRoots(build: Build): readonly Stage[] {
  return shippedStages(build).filter(({ base }) => base.stage === undefined);
}

/** Every instruction of the image a stage becomes, FROM apart, those of the stages it stands on first. */
export function instructionsOf(stage: Stage): readonly Instruction[] {
  return chain(stage).flatMap(({ instructions }) => instructions);
}

/** The stage and all that stand on it within the file, in its order. */
export function standingOn(stage: Stage, { stages }: Build): readonly Stage[] {
  return stages.filter((other) => chain(other).includes(stage));
}

/** The stages whose images share layers with this one's: all that it stands on, itself, and all that stand on it. */
export function sharingLayers(stage: Stage, build: Build): readonly Stage[] {
  return [...new Set([...chain(stage), ...standingOn(stage, build)])];
}

/** Every RUN of the image a stage becomes, those of the stages it stands on first. */
export function runsOf(stage: Stage): readonly Run[] {
  return chain(stage).flatMap(({ runs }) => runs);
}
