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

/** Installers that a variable leads to what is built for musl: before the RUN that fetches them. */
export const muslVariables: InstructionTranslation = {
  instructions: ["RUN"],
  translate(instruction, { stage, build, release, file }): InstructionOutcome | undefined {
    const plan = muslPlan(stage, build, release);
    const variables = buildsOf(plan).flatMap((one) => {
      const first = plan.replaced.find((other) => other.build === one);
      return first?.download.instruction === instruction ? (one.variable ?? []) : [];
    });
    if (variables.length === 0) return undefined;
    const { start } = instruction.span;
    const newText = variables.map(({ name, value }) => `ENV ${name}=${value}${file.eol}`).join("");
    return { edits: [{ span: { start, end: start }, newText }] };
  },
};
