import type { Invocation } from "../../shell/invocation";
import type { ShellWord } from "../../shell/types";
import { readOptions } from "../options";
import { appletNamed } from "./applets";

const execs: ReadonlySet<string> = new Set(["-exec", "-execdir", "-ok", "-okdir"]);

/**
 * A command, and the ones it runs by its words: `timeout 5 grep x` and `find . -exec grep x {} +` run `grep` too. Each has the
 * span of its own words.
 */
export function innerCalls(call: Invocation): Invocation[] {
  const { command } = call;
  const calls = call.name === "" ? [] : [call];
  const outer = wordOf(command.name, command.nameSpan);
  if (command.name !== "" && command.nameSpan.start !== call.nameSpan.start)
    calls.unshift(callOf([outer, ...command.args], call));
  for (let at = 0; at < calls.length && at < 10; at++) {
    const inner = commandWords(calls[at] as Invocation);
    calls.push(...inner.filter((words) => words.length > 0).map((words) => callOf(words, call)));
  }
  return calls;
}

function commandWords({ name, args }: Invocation): (readonly ShellWord[])[] {
  if (name === "find") return execsOf(args);
  if (name !== "xargs") return [];
  const xargs = appletNamed("xargs");
  return xargs ? [readOptions(args, xargs.table, true).operands] : [];
}

function execsOf(args: readonly ShellWord[]): ShellWord[][] {
  return args.flatMap(({ value }, at) => {
    if (!execs.has(value)) return [];
    const rest = args.slice(at + 1);
    const end = rest.findIndex(
      (word, index) => word.value === ";" || (word.value === "+" && rest[index - 1]?.value === "{}"),
    );
    return [rest.slice(0, end < 0 ? undefined : end)];
  });
}

function callOf([program, ...args]: readonly ShellWord[], { command, asRoot }: Invocation): Invocation {
  const { value, span } = program as ShellWord;
  return {
    name: value.slice(value.lastIndexOf("/") + 1),
    program: value,
    args,
    span: { start: span.start, end: args.at(-1)?.span.end ?? span.end },
    nameSpan: span,
    command,
    asRoot,
  };
}

function wordOf(value: string, span: ShellWord["span"]): ShellWord {
  return { text: value, value, literal: true, span };
}
