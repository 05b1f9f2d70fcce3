import type { Stage } from "../../model/build";
import { instructionsOf } from "../../model/layers";

const known = new WeakMap<Stage, string>();

/** The instructions of a stage and of those it stands on, each in a line of its own. */
export function textOfStage(stage: Stage): string {
  const text =
    known.get(stage) ??
    instructionsOf(stage)
      .map(({ name, args }) => `${name} ${args.text}`)
      .join("\n");
  known.set(stage, text);
  return text;
}
