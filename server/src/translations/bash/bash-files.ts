import type { Instruction } from "../../dockerfile/types";
import { copiedTexts } from "../../manifests/copied-files";
import { useOf } from "../../model/build";
import type { StageContext } from "../translation";
import { startsWithBash } from "./bash-words";

/** True when the container has scripts for bash, so that a conversion installs it; bash itself may be there already. */
export function hasBashScripts(context: StageContext): boolean {
  const { stage, build } = context;
  return (
    useOf(stage, build) === "layers" && stage.instructions.some((instruction) => bringsBashScript(instruction, context))
  );
}

/** True when an instruction puts a script for bash into the image: COPY and ADD of the file, or a RUN that writes it. */
function bringsBashScript(instruction: Instruction, context: StageContext): boolean {
  if (instruction.name === "COPY" || instruction.name === "ADD")
    return copiedTexts(instruction, context).some(startsWithBash);
  if (instruction.name !== "RUN") return false;
  const { file } = context;
  const texts = [
    instruction.args.text,
    // The first line of a heredoc that RUN itself runs is about this RUN only.
    ...instruction.heredocs.map(({ bodySpan: { start, end } }) => file.text.slice(start, end).replace(/^#!.*/, "")),
  ];
  return texts.some((text) => /#!\s*\/(usr\/)?bin\/(env\s+)?bash\b/.test(text));
}
