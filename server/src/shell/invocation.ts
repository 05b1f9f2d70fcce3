import type { Span } from "../text/edits";
import type { ShellCommand, ShellWord } from "./types";

/** A command as it really runs: `sudo -E env A=1 /usr/bin/apt-get install x` invokes `apt-get` with `install x`. */
export interface Invocation {
  /** The program's name without its folder. */
  readonly name: string;
  /** The program as written, with its folder. */
  readonly program: string;
  readonly args: readonly ShellWord[];
  /** From the wrapper or the first assignment to the last argument. */
  readonly span: Span;
  /** The program's own word. */
  readonly nameSpan: Span;
  readonly command: ShellCommand;
  /** `sudo` stood before it. */
  readonly asRoot: boolean;
}

/** Programs that run the command in their arguments, and their options that take a value. */
const wrappers: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["sudo", new Set(["-u", "-g", "-C", "-h", "-p", "-U"])],
  ["env", new Set(["-u", "-C", "-S"])],
  ["exec", new Set(["-a"])],
  ["command", new Set<string>()],
  ["nice", new Set(["-n"])],
  ["ionice", new Set(["-c", "-n"])],
  ["time", new Set<string>()],
  ["nohup", new Set<string>()],
  ["eatmydata", new Set<string>()],
  ["timeout", new Set(["-k", "-s"])],
]);

/** `bash`, `sh` and their kin, by their names without a folder. */
export function isShell(name: string): boolean {
  return /^(?:ba|da|a|z|k)?sh$/.test(name);
}

/** The files that `>` and `>>` of a command write to. */
export function written({ redirects }: ShellCommand): string[] {
  return redirects.flatMap(({ operator, target }) => (/^>>?$/.test(operator) && target ? [target.value] : []));
}

export function invocation(command: ShellCommand): Invocation {
  let word: Pick<ShellWord, "value" | "span"> = { value: command.name, span: command.nameSpan };
  let args = command.args;
  let asRoot = false;
  for (let options = wrappers.get(basename(word.value)); options; options = wrappers.get(basename(word.value))) {
    const at = wrappedAt(basename(word.value), args, options);
    const inner = args[at];
    if (!inner) break;
    asRoot ||= basename(word.value) === "sudo";
    word = inner;
    args = args.slice(at + 1);
  }
  const last = args.at(-1)?.span.end ?? word.span.end;
  return {
    name: basename(word.value),
    program: word.value,
    args,
    span: { start: command.span.start, end: last },
    nameSpan: word.span,
    command,
    asRoot,
  };
}

function wrappedAt(wrapper: string, args: readonly ShellWord[], valued: ReadonlySet<string>): number {
  let at = 0;
  for (; at < args.length; at++) {
    const value = args[at]?.value ?? "";
    if (valued.has(value)) at++;
    else if (!value.startsWith("-") && !/^[A-Za-z_]\w*=/.test(value)) break;
  }
  return wrapper === "timeout" ? at + 1 : at;
}

function basename(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
