import type { Instruction } from "../../dockerfile/types";
import { useOf } from "../../model/build";
import { containerScripts } from "../container-scripts";
import type { StageContext } from "../translation";
import { startsWithBash } from "./bash-words";

/** True when the container has scripts for bash, so that a conversion installs it; bash itself may be there already. */
export function hasBashScripts(context: StageContext): boolean {
  const { stage, build } = context;
  if (useOf(stage, build) !== "layers") return false;
  return (
    containerScripts(context).some(({ text }) => startsWithBash(text)) ||
    stage.instructions.some((instruction) => writesBashScript(instruction, context))
  );
}

function writesBashScript(instruction: Instruction, { file }: StageContext): boolean {
  if (instruction.name !== "RUN") return false;
  const texts = [
    instruction.args.text,
    // The first line of a heredoc that RUN itself runs is about this RUN only.
    ...instruction.heredocs.map(({ bodySpan: { start, end } }) => file.text.slice(start, end).replace(/^#!.*/, "")),
  ];
  return texts.some((text) => /#!\s*\/(usr\/)?bin\/(env\s+)?bash\b/.test(text));
}
