import type { Instruction } from "../dockerfile/types";
import { userOfImage } from "../model/image-users";
import { chain, instructionsOf } from "../model/layers";
import { isRoot } from "../model/run";
import { creation } from "./account-steps";
import { Accounts, usesOf } from "./accounts";
import type { InstructionOutcome, InstructionTranslation, StageContext } from "./translation";

/**
 * USER, `--chown`, settings that are copied and scripts that are copied or started, with a user or group that every Debian image has and Alpine lacks, such as www-data:
 * a RUN before them makes it. Where an earlier RUN names it, that RUN does.
 */
export const accountInstructions: InstructionTranslation = {
  instructions: ["USER", "COPY", "ADD", "ENTRYPOINT", "CMD"],
  translate(instruction, context): InstructionOutcome | undefined {
    const { file, stage } = context;
    const uses = usesOf(instruction, context);
    // ONBUILD has its instruction within.
    if (uses.length === 0 || !stage.instructions.includes(instruction)) return undefined;
    const { commands, check } = creation(uses, Accounts.before(context, { instruction, offset: 0 }));
    if (commands.length === 0) return undefined;
    const run = `RUN ${commands.join(" && ")}${file.eol}`;
    const user = userBefore(instruction, context);
    const newText = isRoot(user) ? run : `USER root${file.eol}${run}USER ${user}${file.eol}`;
    const at = instruction.span.start;
    return { edits: [{ span: { start: at, end: at }, newText }], ...(check !== undefined && { check }) };
  },
};

/** The last USER, as written. */
function userBefore(instruction: Instruction, { stage }: StageContext): string | undefined {
  const all = instructionsOf(stage);
  const before = all.slice(0, all.indexOf(instruction));
  const last = before.findLast(({ name }) => name === "USER");
  return last ? last.words[0]?.raw : userOfImage(chain(stage)[0]?.base.reference);
}
