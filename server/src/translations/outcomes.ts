import type { Invocation } from "../shell/invocation";
import type { ShellWord } from "../shell/types";
import type { Outcome, ScriptEdit } from "./translation";

/** The whole command, with what stands before its program (`sudo`), says this instead; its redirections stay. */
export function replaceCall({ span }: Invocation, newText: string): Outcome {
  return { edits: [{ span, newText }] };
}

/** These words go, each with the blank before it. */
export function dropWords(words: readonly ShellWord[], text: string): Outcome {
  return {
    edits: words.map(({ span: { start, end } }) => {
      const blank = text.slice(0, start).length - text.slice(0, start).trimEnd().length;
      return { span: { start: start - blank, end }, newText: "" };
    }),
  };
}

/** `rm` as `rm -f`, where what is to be deleted may be missing; nothing when it says so already. */
export function forced({ args, nameSpan: { end } }: Invocation): ScriptEdit[] {
  const isForced = args.some(({ value }) => /^-[a-zA-Z]*f|^--force$/.test(value));
  return isForced ? [] : [{ span: { start: end, end }, newText: " -f" }];
}

/** Several steps for one command; they hold together where more than a list of steps stands around them. */
export function inPlace(steps: readonly string[], call: Invocation, check?: string): Outcome {
  const said = check === undefined ? {} : { check };
  if (steps.length === 0) return { remove: true, ...said };
  const { step, conditional } = call.command;
  const wrapper = call.asRoot ? "sudo " : "";
  const text = steps.map((one) => wrapper + one).join(" && ");
  const alone = step.command === call.command && !conditional && step.operator !== "||";
  return { ...replaceCall(call, alone || steps.length === 1 ? text : `{ ${text}; }`), ...said };
}
