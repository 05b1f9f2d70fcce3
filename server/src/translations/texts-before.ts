import { instructionsOf } from "../model/layers";
import type { Invocation } from "../shell/invocation";
import type { Context } from "./translation";

/** What stands before a command: the instructions of its stage and of those it stands on, and the text of its RUN. */
export function textsBefore({ command }: Invocation, { run, stage }: Context): string[] {
  const before = instructionsOf(stage)
    .filter(({ span }) => span.end <= run.instruction.span.start)
    .map(({ name, args }) => `${name} ${args.text}`);
  return [...before, run.script.text.slice(0, command.span.start)];
}
