import { apkCall } from "../../model/apk-call";
import type { Stage } from "../../model/build";
import { chain } from "../../model/layers";
import type { Run } from "../../model/run";
import { invocation } from "../../shell/invocation";
import type { ShellCommand } from "../../shell/types";

/** Where a call of apk looks for packages, beyond or instead of what its image has. */
export interface Repositories {
  /** Addresses that are added; what the image came with is left out. */
  readonly added: readonly string[];
  /** The image's own are still there. */
  readonly keepsOwn: boolean;
  /** They come from a file, a variable or a program that nobody here can read. */
  readonly unknown: boolean;
}

const file = "/etc/apk/repositories";

/** What holds at a call, by all that was written to apk's list before it, in this stage and in those below it. */
export function repositoriesAt(stage: Stage, run: Run, command: ShellCommand): Repositories {
  let found: Repositories = { added: [], keepsOwn: true, unknown: false };
  const note = (change: Partial<Repositories>) => {
    found = { ...found, ...change };
  };
  for (const { instructions, runs } of chain(stage)) {
    for (const { name, args, span } of instructions) {
      const copies = name === "COPY" || name === "ADD";
      if (copies && span.start < run.instruction.span.start && /\/etc(\/apk\/?.*)?$|\/etc\/apk/.test(args.text))
        note({ unknown: true });
    }
    for (const other of runs) {
      if (other.instruction.span.start > run.instruction.span.start) break;
      for (const before of other.script.commands) {
        if (other === run && before.span.start >= command.span.start) break;
        note(effectOf(before, found));
      }
    }
  }
  const own = optionsOf(command);
  return { ...found, added: [...found.added, ...own.added], unknown: found.unknown || own.unknown };
}

/** What a command does to apk's list. */
function effectOf(command: ShellCommand, before: Repositories): Partial<Repositories> {
  const { name, args } = invocation(command);
  const redirect = command.redirects.find(({ target }) => target?.value === file);
  const appends = redirect?.operator.endsWith(">>") || (name === "tee" && args.some(({ value }) => value === "-a"));
  if (!redirect && !args.some(({ value }) => value === file || value.startsWith(`${file}.`))) return {};
  if (!redirect || !["echo", "printf"].includes(name) || !args.every(({ literal }) => literal))
    return ["cat", "grep", "ls", "head"].includes(name) && !redirect ? {} : { unknown: true };
  const lines = args.flatMap(({ value }) => value.split(/\s+|\\n/)).filter((word) => /^(https?|file):|^\//.test(word));
  if (args.some(({ value }) => value.trimStart().startsWith("@"))) return {};
  return appends
    ? { added: [...before.added, ...lines] }
    : { added: lines, keepsOwn: false, unknown: lines.length === 0 };
}

/** `-X`, `--repository`, `--repositories-file`. */
function optionsOf(command: ShellCommand): Pick<Repositories, "added" | "unknown"> {
  const call = apkCall(invocation(command));
  const added: string[] = [];
  let unknown = false;
  for (const [index, { value, literal }] of (call?.options ?? []).entries()) {
    const [option = "", inline] = value.split("=", 2);
    if (option === "--repositories-file" || option === "--root" || option === "-p") unknown = true;
    if (option !== "--repository" && option !== "-X") continue;
    const address = inline ?? call?.options[index + 1]?.value ?? "";
    if (literal && !address.includes("$")) added.push(address);
    else unknown = true;
  }
  return { added, unknown };
}

/** The release or `edge`, and the repository, of an address of Alpine's mirrors; undefined for others. */
export function readRepository(address: string): { readonly branch: string; readonly repository: string } | undefined {
  const [, branch, repository] = /\/(v\d+\.\d+|edge|latest-stable)\/(main|community|testing)\/?$/.exec(address) ?? [];
  return branch && repository ? { branch, repository } : undefined;
}
