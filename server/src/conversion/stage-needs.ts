import { linesBehind } from "../dockerfile/cut";
import type { Dockerfile, Instruction } from "../dockerfile/types";
import type { Stage } from "../model/build";
import { isBuildPackage } from "../model/build-packages";
import { userOfImage } from "../model/image-users";
import { packageChanges } from "../model/packages";
import { isRoot } from "../model/run";
import type { Span, TextEdit } from "../text/edits";
import { inBuildBase } from "../translations/image-programs";
import type { SetUp } from "../translations/php-image/set-up";
import type { Installation, RunConversion } from "./run-conversion";

/** A package that must be in the image. */
export interface StageNeed {
  readonly name: string;
  /** It must be there before this instruction; undefined: for what runs in the container. */
  readonly before: Instruction | undefined;
  /** The place in that RUN where it is used; undefined: it must be there when the instruction begins. */
  readonly use?: Span | undefined;
}

/** More RUNs than this, and a package stays in the image rather than come and go with each. */
const mostUsers = 4;

/**
 * Joins what other instructions need with what RUNs cannot add for themselves, or what too many of them would; these no
 * longer need it.
 * @param keepsTools nothing is deleted in the RUNs that use it: what serves to build joins an installation that is there in time.
 */
export function needsOfStage(
  runs: readonly RunConversion[],
  others: readonly StageNeed[],
  keepsTools: boolean,
): StageNeed[] {
  const names = new Set(others.map(({ name }) => name));
  for (const { needs } of runs) if (needs.has("build-base")) for (const name of inBuildBase) needs.delete(name);
  for (const run of runs) {
    for (const [name, use] of run.needs) {
      const users = runs.filter((other) => other.needs.has(name)).length;
      const need = { name, before: run.run.instruction, use };
      const joins = keepsTools && isBuildPackage(name) && runs.some((other) => isHost(other, need));
      if (users > mostUsers || !canAdd(run) || joins) names.add(name);
    }
  }
  if (names.has("build-base")) {
    for (const name of inBuildBase) {
      if (!others.some((other) => other.name === name)) names.delete(name);
      for (const { needs } of runs) needs.delete(name);
    }
  }
  return [...names].map((name) => {
    const needs = others.filter((other) => other.name === name);
    const user = runs.find((run) => run.needs.has(name));
    if (user) needs.push({ name, before: user.run.instruction, use: user.needs.get(name) });
    for (const run of runs) run.needs.delete(name);
    return needs.reduce((one, other) => (startOf(other) < startOf(one) ? other : one));
  });
}

function startOf({ before }: StageNeed): number {
  return before?.span.start ?? Number.POSITIVE_INFINITY;
}

/** `apk add` can be a step of this RUN. */
function canAdd({ run: { user, form, command } }: RunConversion): boolean {
  const isOffline = command.flags.some(({ name, value }) => name === "network" && value === "none");
  return isRoot(user) && !isOffline && (form === "shell" || form === "heredoc");
}

/**
 * Adds the packages to an installation that is there in time; for the others, a RUN behind FROM does it.
 * @param earlier what the image has before the stage; what is added behind FROM is added to it.
 */
export function placeNeeds(
  needs: readonly StageNeed[],
  runs: readonly RunConversion[],
  { stage, file, earlier, setUp }: { stage: Stage; file: Dockerfile; earlier: Set<string>; setUp: SetUp | undefined },
): TextEdit[] {
  for (const name of setUp?.packages ?? []) earlier.add(name);
  const left = new Set<string>();
  for (const need of needs.filter((one) => !earlier.has(one.name) && !isAdded(one, stage))) {
    const host = runs.find((run) => isHost(run, need));
    if (host) host.stays.add(need.name);
    else left.add(need.name);
  }
  for (const name of left) earlier.add(name);
  const { eol } = file;
  if (setUp) return [linesBehind(file, stage.from.span.end, linesOf(setUp, [...left], file))];
  if (left.size === 0) return [];
  const user = userBefore(stage);
  const add = `RUN apk add --no-cache ${[...left].join(" ")}${eol}`;
  const newText = isRoot(user?.value) ? add : `USER root${eol}${add}USER ${user?.raw}${eol}`;
  return [linesBehind(file, stage.from.span.end, newText)];
}

/** One RUN for all packages, with the steps behind them. */
function linesOf({ packages, steps, before, behind }: SetUp, more: readonly string[], file: Dockerfile): string {
  const run = [`RUN apk add --no-cache ${[...packages, ...more].join(" ")}`, ...steps];
  const joined = run.join(` ${file.escape}${file.eol}    && `);
  return [...before, joined, ...behind].map((line) => line + file.eol).join("");
}

/** A conversion before this one, or the author, has it installed by apk for good. */
function isAdded({ name, before }: StageNeed, stage: Stage): boolean {
  return stage.runs
    .filter(({ instruction }) => instruction.span.end <= startOf({ name, before }))
    .flatMap(packageChanges)
    .some(
      ({ manager, action, virtual, names }) =>
        manager === "apk" && action === "add" && virtual === undefined && names.some((one) => one.name === name),
    );
}

/** The RUN installs packages in time, and can take one more. */
function isHost(run: RunConversion, { before, use }: StageNeed): boolean {
  const { instruction } = run.run;
  const end = before && instruction === before ? (use?.start ?? 0) : Number.POSITIVE_INFINITY;
  const isInTime = before === undefined || instruction.span.start <= before.span.start;
  return isInTime && canAdd(run) && instruction.name === "RUN" && run.installations.some((one) => installs(one, end));
}

function installs({ fixed, units, isApk, call }: Installation, end: number): boolean {
  return !fixed && !isApk && call.span.start < end && units.some(({ packages }) => packages.length > 0);
}

/** Who a stage begins as: the last USER of those it is built from, or that of the image. */
function userBefore({ base }: Stage): { raw: string; value: string } | undefined {
  const own = base.stage?.instructions.findLast(({ name }) => name === "USER");
  if (own) return own.words[0];
  if (base.stage) return userBefore(base.stage);
  const user = userOfImage(base.reference);
  return user === undefined ? undefined : { raw: user, value: user };
}
