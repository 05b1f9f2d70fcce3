import type { Build } from "../../model/build";
import { type Call, callsOf, isConditional } from "../../model/calls";
import { shippedStages } from "../../model/layers";
import { cacheMounts } from "../../model/mounts";
import type { Run } from "../../model/run";
import type { TextEdit } from "../../text/edits";
import { appendStep } from "./append-step";

/** What a package manager downloads and keeps for the next installation. */
export interface Cache {
  /** The call puts something there. */
  fills(call: Call): boolean;
  /** The call takes out what is there, in the package manager's own words. */
  empties(call: Call): boolean;
  /** Part of the paths where it lies. */
  readonly folder: RegExp;
  /** Variables that put it elsewhere, or turn it off. */
  readonly variables: RegExp;
}

/** The first call of a RUN that fills a cache which stays in the layer. */
export interface Kept {
  readonly run: Run;
  readonly call: Call;
}

/** In the stages that are shipped: not where the same RUN empties the cache, nor where a mount takes it in. */
export function keptCaches(build: Build, cache: Cache): readonly Kept[] {
  return shippedStages(build)
    .flatMap(({ runs }) => runs)
    .flatMap((run) => {
      const calls = callsOf(run);
      const call = calls.find((one) => !isConditional(one) && cache.fills(one));
      return call && !isElsewhere(run, calls, cache) && !isEmptied(calls, cache) ? [{ run, call }] : [];
    });
}

/**
 * Empties the cache at the end of the RUN, in the same user's home.
 * @returns undefined when it cannot be said there.
 */
export function emptyAtEnd({ file }: Build, { run, call }: Kept, command: string): readonly TextEdit[] | undefined {
  // Handed to another shell or to `sudo`, the call may have another home; in a pipe or the background it is no step.
  const isPlain = call.within === run && !call.asRoot && !call.command.substituted;
  return isPlain ? appendStep(file, run, command) : undefined;
}

function isElsewhere(run: Run, calls: readonly Call[], { folder, variables }: Cache): boolean {
  if (cacheMounts(run.command).some((mount) => folder.test(mount) || /^\/root$|\.cache$/.test(mount))) return true;
  const names = calls.flatMap(({ command, name, args }) => [
    ...command.assignments.map((assignment) => assignment.name),
    ...(/^(export|env)$/.test(name) ? args.map(({ value }) => value.split("=", 1)[0] ?? "") : []),
  ]);
  return [...run.variables.keys(), ...names].some((name) => variables.test(name));
}

function isEmptied(calls: readonly Call[], cache: Cache): boolean {
  return calls.some((call) => {
    if (cache.empties(call)) return true;
    const isDeletion = /^(rm|find)$/.test(call.name);
    const places = call.args.filter(({ value }) => cache.folder.test(value) || everything.test(value));
    // What a script does that is named so is not known.
    return (isDeletion && places.length > 0) || /clean/i.test(call.program);
  });
}

/** `~/.cache`, `/root/.cache/*`, `/root/.??*`, `/root/.[a-z]*`. */
const everything = /\.cache\b|^(~|\/root|\$HOME|\/home\/\w+)\/(\.?[?[*]|\{)/;
