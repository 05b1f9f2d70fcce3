import { cut, cutInstruction } from "../dockerfile/cut";
import type { Instruction } from "../dockerfile/types";
import type { InstructionOutcome, InstructionTranslation } from "./translation";

const debianVariable =
  /^(DEBIAN_FRONTEND|DEBIAN_PRIORITY|DEBCONF_NONINTERACTIVE_SEEN|DEBCONF_NOWARNINGS|APT_KEY_DONT_WARN_ON_DANGEROUS_USAGE|APT_LISTCHANGES_FRONTEND)(=|$)/;

/** Variables that only debconf and apt read. */
export const debianEnvironment: InstructionTranslation = {
  instructions: ["ENV", "ARG"],
  translate(instruction, { file }): InstructionOutcome | undefined {
    const { words, args } = instruction;
    const ours = words.filter(({ raw }) => debianVariable.test(raw));
    if (ours.length === 0) return undefined;
    const isOldForm = instruction.name === "ENV" && !words[0]?.raw.includes("=");
    if (isOldForm && ours[0] !== words[0]) return undefined;
    if (isOldForm || ours.length === words.length) return { edits: cutInstruction(file, instruction) };
    return {
      edits: ours.flatMap((word) => {
        const at = words.indexOf(word);
        const next = words[at + 1];
        const previous = words[at - 1];
        const span = next
          ? { start: word.span.start, end: next.span.start }
          : { start: previous?.span.end ?? word.span.start, end: word.span.end };
        return cut(file, instruction, span, next !== undefined && args.text !== "");
      }),
    };
  },
};

/** Files that only apt reads, brought in from outside. */
export const aptInstructions: InstructionTranslation = {
  instructions: ["COPY", "ADD"],
  translate(instruction, { file }): InstructionOutcome | undefined {
    const destination = targetOf(instruction);
    if (
      destination === undefined ||
      !/^\/(etc\/apt|usr\/share\/keyrings|etc\/dpkg|var\/lib\/apt)(\/|$)/.test(destination)
    )
      return undefined;
    return {
      edits: cutInstruction(file, instruction),
      check: `${instruction.name} to ${destination} was removed: only apt reads it. Check that Alpine's own packages are right.`,
    };
  },
};

function targetOf({ json, words }: Instruction): string | undefined {
  return (json ?? words).at(-1)?.value;
}
