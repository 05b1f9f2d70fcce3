import { nextLine } from "../dockerfile/cut";
import type { Dockerfile, Instruction } from "../dockerfile/types";
import type { Stage } from "../model/build";
import type { TextEdit } from "../text/edits";
import type { Installation, RunConversion } from "./run-conversion";

/** A package that must be in the image. */
export interface StageNeed {
  readonly name: string;
  /** It must be there before this instruction; undefined: for what runs in the container. */
  readonly before: Instruction | undefined;
}

/** More RUNs than this, and a package stays in the image rather than come and go with each. */
const mostUsers = 4;

/** Takes out of the RUNs what they cannot add for themselves, or what too many of them would. */
export function needsOfStage(runs: readonly RunConversion[]): StageNeed[] {
  const needs: StageNeed[] = [];
  for (const run of runs) {
    for (const name of [...run.needs.keys()]) {
      const users = runs.filter((other) => other.needs.has(name)).length;
      const isDone = needs.some((need) => need.name === name);
      if (!isDone && users <= mostUsers && canAdd(run)) continue;
      if (!isDone) needs.push({ name, before: run.run.instruction });
      run.needs.delete(name);
    }
  }
  return needs;
}

/** `apk add` can be a step of this RUN. */
function canAdd({ run: { user, form, command } }: RunConversion): boolean {
  const isOffline = command.flags.some(({ name, value }) => name === "network" && value === "none");
  return isRoot(user) && !isOffline && (form === "shell" || form === "heredoc");
}

function isRoot(user: string | undefined): boolean {
  return user === undefined || /^(root|0)(:|$)/.test(user);
}

/**
 * Adds the packages to an installation that is there in time; for the others, a RUN behind FROM does it.
 * @param earlier what the image has before the stage; what is added behind FROM is added to it.
 */
export function placeNeeds(
  needs: readonly StageNeed[],
  runs: readonly RunConversion[],
  { stage, file, earlier }: { stage: Stage; file: Dockerfile; earlier: Set<string> },
): TextEdit[] {
  const left = new Set<string>();
  for (const { name, before } of needs.filter(({ name }) => !earlier.has(name))) {
    const host = runs.find((run) => isHost(run) && (before === undefined || isBefore(run, before)));
    if (host) host.stays.add(name);
    else left.add(name);
  }
  if (left.size === 0) return [];
  for (const name of left) earlier.add(name);
  const { eol } = file;
  const user = userOf(stage.base.stage);
  const add = `RUN apk add --no-cache ${[...left].join(" ")}${eol}`;
  const newText = isRoot(user?.value) ? add : `USER root${eol}${add}USER ${user?.raw}${eol}`;
  const at = nextLine(file.text, stage.from.span.end);
  return [{ span: { start: at, end: at }, newText }];
}

function isHost(run: RunConversion): boolean {
  return canAdd(run) && run.run.instruction.name === "RUN" && run.installations.some(installs);
}

function installs({ fixed, units, isApk }: Installation): boolean {
  return !fixed && !isApk && units.some(({ packages }) => packages.length > 0);
}

function isBefore({ run }: RunConversion, { span }: Instruction): boolean {
  return run.instruction.span.end <= span.start;
}

/** The last USER of a stage and of those it is built from. */
function userOf(stage: Stage | undefined): { raw: string; value: string } | undefined {
  if (!stage) return undefined;
  const own = stage.instructions.findLast(({ name }) => name === "USER");
  return own ? own.words[0] : userOf(stage.base.stage);
}
