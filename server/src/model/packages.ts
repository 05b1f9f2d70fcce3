import { type Invocation, invocation } from "../shell/invocation";
import type { ShellWord } from "../shell/types";
import type { Span } from "../text/edits";
import { apkCall } from "./apk-call";
import { aptCall } from "./apt-call";
import { cacheMounts } from "./mounts";
import { type Run, sourceSpan } from "./run";
import { expandShell } from "./shell-variables";

/** One command that changes what is installed, or what the package manager keeps. */
export interface PackageChange {
  readonly manager: "apt" | "apk";
  /** `update`: fetches the index. `upgrade`: of all that is installed. `clean`: empties the cache. */
  readonly action: "add" | "remove" | "update" | "upgrade" | "clean";
  readonly call: Invocation;
  /** The document range of the whole command. */
  readonly span: Span;
  readonly names: readonly PackageName[];
  /** Words whose variables have no known value; what they install is not known. */
  readonly unknown: readonly ShellWord[];
  /** apk's `--virtual NAME`. */
  readonly virtual: string | undefined;
  /** apt installs recommended packages too. */
  readonly recommends: boolean;
  /** apk keeps its index and packages in the layer: neither `--no-cache` nor a cache mount. Always false for apt. */
  readonly keepsCache: boolean;
}

/** A package as it was asked for: `curl`, `libssl-dev=3.0*`, `gcc:amd64`. */
export interface PackageName {
  readonly name: string;
  /** The document range of the word; several names of one variable share it. */
  readonly span: Span;
  /** The variable the name comes from. */
  readonly variable: string | undefined;
}

/** What a RUN changes, in the order of its text. Commands inside loops and conditions count as if they ran once. */
export function packageChanges(run: Run): readonly PackageChange[] {
  const known = changesByRun.get(run);
  if (known) return known;
  const changes = run.script.commands.flatMap((command) => {
    const call = invocation(command);
    return aptChange(run, call) ?? apkChange(run, call) ?? [];
  });
  changesByRun.set(run, changes);
  return changes;
}

/** Each rule asks for them. */
const changesByRun = new WeakMap<Run, readonly PackageChange[]>();

const aptActions: ReadonlyMap<string, PackageChange["action"]> = new Map([
  ["install", "add"],
  ["reinstall", "add"],
  ["satisfy", "add"],
  ["build-dep", "add"],
  ["remove", "remove"],
  ["purge", "remove"],
  ["autoremove", "remove"],
  ["autopurge", "remove"],
  ["update", "update"],
  ["upgrade", "upgrade"],
  ["dist-upgrade", "upgrade"],
  ["full-upgrade", "upgrade"],
  ["safe-upgrade", "upgrade"],
  ["clean", "clean"],
  ["autoclean", "clean"],
]);

function aptChange(run: Run, call: Invocation): PackageChange | undefined {
  const apt = aptCall(call);
  const action = apt && aptActions.get(apt.verb);
  if (!apt || !action) return undefined;
  return {
    manager: "apt",
    action,
    call,
    span: sourceSpan(run, call.span),
    ...namesOf(run, apt.operands),
    virtual: undefined,
    recommends: apt.recommends,
    keepsCache: false,
  };
}

const apkCaches: ReadonlySet<string> = new Set(["/var/cache", "/var/cache/apk", "/etc/apk/cache"]);

function apkChange(run: Run, call: Invocation): PackageChange | undefined {
  const apk = apkCall(call);
  if (!apk) return undefined;
  const { action, operands, virtual, noCache } = apk;
  const mounted = cacheMounts(run.command).some((folder) => apkCaches.has(folder));
  return {
    manager: "apk",
    action,
    call,
    span: sourceSpan(run, call.span),
    ...namesOf(run, operands),
    virtual,
    recommends: false,
    keepsCache: !noCache && !mounted && (action === "add" || action === "update" || action === "upgrade"),
  };
}

function namesOf(run: Run, words: readonly ShellWord[]): Pick<PackageChange, "names" | "unknown"> {
  const names: PackageName[] = [];
  const unknown: ShellWord[] = [];
  for (const word of words) {
    const expanded = word.literal ? { values: [word.value], variable: undefined } : expandShell(run, word);
    if (!expanded) unknown.push(word);
    else {
      const span = sourceSpan(run, word.span);
      names.push(...expanded.values.map((name) => ({ name, span, variable: expanded.variable })));
    }
  }
  return { names, unknown };
}
