import type { Instruction } from "../../dockerfile/types";
import type { Invocation } from "../../shell/invocation";
import { innerCalls } from "../busybox/inner-calls";
import { isInstalledBefore } from "../installed";
import type { Context, InstructionOutcome, Outcome, StageContext } from "../translation";
import { bashUse, type CommandWord } from "./bash-words";
import { hasBash } from "./installed-bash";

/** Commands of shell text that start bash, or a script for it. */
export function bashCommands(call: Invocation, context: Context): Outcome | undefined {
  for (const inner of innerCalls(call)) {
    const program: CommandWord = { value: inner.program, span: inner.nameSpan };
    const use = bashUse([program, ...inner.args], context.run.workdir, context);
    if (use === "none" || isInstalledBefore("bash", inner, context)) continue;
    if (use === "bash") return { needs: ["bash"] };
    return { edits: [{ span: inner.nameSpan, newText: inner.program.replace(/bash$/, "sh") }] };
  }
  return undefined;
}

/** The JSON form of RUN, CMD, ENTRYPOINT and HEALTHCHECK. */
export function bashOfJson(
  { json = [] }: Instruction,
  workdir: string,
  context: StageContext,
): Pick<InstructionOutcome, "edits" | "needs"> | undefined {
  const use = hasBash(context) ? "none" : bashUse(json, workdir, context);
  const [program] = json;
  if (use === "none" || !program) return undefined;
  if (use === "bash") return { needs: ["bash"] };
  return { edits: [{ span: program.span, newText: program.raw.replace(/bash"$/, 'sh"') }] };
}
