import type { Instruction } from "../dockerfile/types";
import { chain } from "../model/layers";
import { packageChanges } from "../model/packages";
import type { Run } from "../model/run";
import type { Invocation } from "../shell/invocation";
import type { Context, StageContext } from "./translation";

/** A package that the file asks for. */
export interface Installed {
  /** Debian's or Alpine's, without a version. */
  readonly name: string;
  readonly manager: "apt" | "apk";
  /** apt installs what it recommends, too. */
  readonly recommends: boolean;
  /** Offset of the command in the run's script. */
  readonly at: number;
}

const installedByRun = new WeakMap<Run, readonly Installed[]>();

function installedIn(run: Run): readonly Installed[] {
  const known =
    installedByRun.get(run) ??
    packageChanges(run)
      .filter(({ action }) => action === "add")
      .flatMap(({ names, call, manager, recommends }) =>
        names.map(({ name }) => ({
          name: name.replace(/[=:/~<>].*$/, ""),
          manager,
          recommends,
          at: call.span.start,
        })),
      );
  installedByRun.set(run, known);
  return known;
}

/**
 * True when a package of that name, Debian's or Alpine's, is installed in the stage, or in one it is built from.
 * @param before an instruction of the stage that it must be there for.
 */
export function isInstalled(name: string, { stage, present }: StageContext, before?: Instruction): boolean {
  const end = before?.span.start ?? Number.POSITIVE_INFINITY;
  const runs = chain(stage).flatMap((one) => one.runs.filter((run) => run.instruction.span.start < end));
  return present.includes(name) || runs.some((run) => holds(installedIn(run), name));
}

/** True when the package is there before a command runs. */
export function isInstalledBefore(name: string, call: Invocation, context: Context): boolean {
  return context.present.includes(name) || holds(installedBefore(call, context), name);
}

/** What the stage, and those it is built from, have asked for before a command runs. */
export function installedBefore(call: Invocation, { stage, run }: Context): readonly Installed[] {
  const found: Installed[] = [];
  for (const other of chain(stage).flatMap(({ runs }) => runs)) {
    const here = other.instruction === run.instruction;
    const end = run.host?.span.start ?? call.span.start;
    found.push(...(here ? installedIn(other).filter(({ at }) => at < end) : installedIn(other)));
    if (here) break;
  }
  return found;
}

function holds(installed: readonly Installed[], name: string): boolean {
  return installed.some((one) => one.name === name);
}
