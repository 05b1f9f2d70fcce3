import type { Instruction } from "../../dockerfile/types";
import { copiedTexts } from "../../manifests/copied-files";
import type { ImageSource } from "../../manifests/installs";
import type { Stage } from "../../model/build";
import { instructionsOf } from "../../model/layers";

const known = new WeakMap<Stage, string>();

/** The files of the build context that COPY and ADD bring in by their names. */
export function copiedText(
  instructions: readonly Instruction[],
  { build, workspace }: Pick<ImageSource, "build" | "workspace">,
): string {
  return instructions
    .filter(({ name }) => name === "COPY" || name === "ADD")
    .flatMap((instruction) => copiedTexts(instruction, { file: build.file, workspace }))
    .join("\n");
}

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
