import { encloses } from "../../text/edits";
import type { InstructionOutcome, InstructionTranslation } from "../translation";
import { buildsOf, editsOf, muslPlan } from "./plan";
import { wordsOf } from "./stage-words";

/** What `ADD` fetches for glibc, and the names of such files in other instructions; those in RUNs change with them. */
export const muslInstructions: InstructionTranslation = {
  instructions: ["ADD", "ARG", "CMD", "COPY", "ENTRYPOINT", "ENV", "HEALTHCHECK", "VOLUME", "WORKDIR"],
  translate(instruction, { stage, build, release }): InstructionOutcome | undefined {
    const builds = buildsOf(muslPlan(stage, build, release));
    if (builds.length === 0) return undefined;
    const words = wordsOf(stage).filter(({ span }) => encloses(instruction.span, span));
    const edits = builds.flatMap((one) => editsOf(words, one) ?? []);
    return edits.length > 0 ? { edits } : undefined;
  },
};
