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
    return {
      edits: [{ span: inner.nameSpan, newText: inner.program.replace(/(?:^\/usr(?=\/bin\/))?(.*)bash$/, "$1sh") }],
    };
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
  if (!program) return undefined;
  const needs = use === "bash" ? ["bash"] : [];
  const path = program.raw.replace('"/usr/bin/bash"', '"/bin/bash"');
  const newText = use === "sh" ? path.replace(/bash"$/, 'sh"') : path;
  const edits = newText === program.raw ? [] : [{ span: program.span, newText }];
  if (needs.length + edits.length === 0) return undefined;
  return { ...(needs.length > 0 ? { needs } : {}), ...(edits.length > 0 ? { edits } : {}) };
}
