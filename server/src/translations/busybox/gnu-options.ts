import type { Invocation } from "../../shell/invocation";
import { CallRewrite, type Said } from "../call-rewrite";
import { type Option, type Options, readOptions } from "../options";
import type { Context, Outcome } from "../translation";
import type { Applet } from "./applet";
import { otherWords, valueChecks } from "./values";

/**
 * What becomes of a GNU program's options when busybox runs it: long ones that it refuses are written short, those that change
 * only messages go, and for all others the GNU program is needed.
 */
export function gnuOptions(call: Invocation, applet: Applet, { run }: Context): Outcome | undefined {
  const [first, ...others] = call.args;
  // The old way of tar's: `tar xzf FILE`.
  const bundle = applet.package === "tar" && first && /^[a-zA-Z]+$/.test(first.value) ? first : undefined;
  const args = bundle ? others : call.args;
  const options = readOptions(args, applet.table, applet.runsCommand);
  const isRefused =
    [...(bundle?.value ?? "")].some((letter) => applet.refused.has(applet.table.short.get(letter)?.name ?? letter)) ||
    options.options.some((option) => applet.refused.has(option.name) && !otherWord(option, call)) ||
    valueChecks.get(call.name)?.(options) ||
    expectsStatus(call, run.script.text);
  if (isRefused) return { needs: [applet.package] };
  const rewrite = new CallRewrite(call, run.script.text);
  rewrite.options(options.options, (option) => sayOption(option, applet, call));
  if (call.name === "mktemp") padTemplates(rewrite, options);
  const outcome = rewrite.outcome();
  return outcome.edits ? outcome : undefined;
}

function sayOption(option: Option, applet: Applet, call: Invocation): Said | "keep" | "drop" {
  const { name, written, value } = option;
  if (applet.needless.has(name)) return "drop";
  const other = otherWord(option, call);
  if (other !== undefined) return { name: other, value: "", glued: true };
  const isLong = written.startsWith("--");
  if (!isLong || applet.long.has(written.slice(2))) return "keep";
  const form = applet.table.findLong(written.slice(2));
  if (name.length === 1) return { name: `-${name}`, ...(form?.value === "attached" && value ? { glued: true } : {}) };
  // The beginning of a long name that busybox has.
  return { name: `--${name}` };
}

function otherWord({ name, value }: Option, { name: program }: Invocation): string | undefined {
  const say = otherWords.get(`${program} ${name}`);
  return say?.(value?.value);
}

/** Three X are enough for GNU's `mktemp`; busybox wants six. */
function padTemplates(rewrite: CallRewrite, { operands }: Options): void {
  for (const word of operands) {
    const missing = 6 - (/X+$/.exec(word.value)?.[0].length ?? 6);
    const at = word.text.lastIndexOf("X") + 1;
    if (missing > 0) rewrite.replace(word, `${word.text.slice(0, at)}${"X".repeat(missing)}${word.text.slice(at)}`);
  }
}

/** GNU's `timeout` ends with 124 when the time is over; busybox's ends as the command that was stopped. */
function expectsStatus({ name }: Invocation, text: string): boolean {
  return name === "timeout" && /\b124\b/.test(text);
}

export function isSystemProgram({ program }: Invocation): boolean {
  return !program.includes("/") || /^(\/usr)?\/s?bin\//.test(program);
}
