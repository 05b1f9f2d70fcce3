import { type Invocation, invocation } from "../shell/invocation";
import { withNested } from "./nested";
import type { Run } from "./run";

/** A command of a RUN, and the shell text it stands in: the RUN's own, or text that it hands to another shell. */
export interface Call extends Invocation {
  readonly within: Run;
}

/** Every command of a RUN, those of `bash -c "..."` and of the JSON form included. */
export function callsOf(run: Run): readonly Call[] {
  const known = callsByRun.get(run);
  if (known) return known;
  const calls = withNested(run).flatMap((within) =>
    within.script.commands.map((command) => ({ ...invocation(command), within })),
  );
  callsByRun.set(run, calls);
  return calls;
}

/** Each rule asks for them. */
const callsByRun = new WeakMap<Run, readonly Call[]>();

/** The command may run never or more than once. */
export function isConditional({ command, within }: Call): boolean {
  return command.conditional || within.host?.conditional === true;
}

/** What the call runs is written elsewhere: a script of the user's, or the text of a variable. */
export function isScript({ name, program, args }: Invocation): boolean {
  if (/\.(sh|bash|py|pl|rb)$/.test(program) || /^\.{1,2}\//.test(program) || /^["']?\$/.test(program)) return true;
  const isShell = /^(?:(?:ba|a|da|z|k)?sh|source|\.|make|eval)$/.test(name);
  return isShell && args.some(({ value }) => !value.startsWith("-"));
}
