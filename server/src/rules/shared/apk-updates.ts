import type { Build, Stage } from "../../model/build";
import { shippedStages, standingOn } from "../../model/layers";
import { type PackageChange, packageChanges } from "../../model/packages";
import type { Run } from "../../model/run";
import { invocation, isShell } from "../../shell/invocation";

/** A call of apk, and the RUN it stands in. */
export interface Placed {
  readonly run: Run;
  readonly change: PackageChange;
}

/** An `apk update` that is not needed once each `apk add` behind it says `--no-cache`. */
export interface NeedlessUpdate extends Placed {
  /** Those that do not say it yet. */
  readonly relying: readonly Placed[];
}

/** Those of the stages that are shipped, in the order of the file. */
export function needlessUpdates(build: Build): readonly NeedlessUpdate[] {
  return shippedStages(build).flatMap((stage) =>
    stage.runs.flatMap((run) =>
      packageChanges(run)
        .filter(({ manager, action }) => manager === "apk" && action === "update")
        .flatMap((change) => needless(build, stage, { run, change }) ?? []),
    ),
  );
}

function needless(build: Build, stage: Stage, { run, change }: Placed): NeedlessUpdate | undefined {
  const { command } = change.call;
  const isStep = command.step.command === command && !command.substituted && !command.conditional;
  // With a cache mount the index is fetched for the builds to come.
  if (!change.keepsCache || !isStep) return undefined;
  const later = [
    ...stage.runs.slice(stage.runs.indexOf(run) + 1),
    ...stagesOn(build, stage).flatMap(({ runs }) => runs),
  ];
  if (later.some(({ form }) => form === "foreign" || form === "exec")) return undefined;
  const commands = [
    ...run.script.commands.filter(({ span }) => span.start >= command.span.end),
    ...later.flatMap(({ script }) => script.commands),
  ];
  if (commands.some((other) => mayUseIndex(invocation(other)))) return undefined;
  const users = [run, ...later]
    .flatMap((where) => packageChanges(where).map((other) => ({ run: where, change: other })))
    .filter(({ change: { manager, action } }) => manager === "apk" && (action === "add" || action === "upgrade"))
    .filter(({ change: { span } }) => span.start >= change.span.end);
  // Without a network, or with the index of a mount, they could not fetch it themselves.
  const cannot = users.some(
    (user) => hasOption(user, "--no-network") || (!user.change.keepsCache && !hasOption(user, "--no-cache")),
  );
  if (users.length === 0 || cannot) return undefined;
  return { run, change, relying: users.filter((user) => user.change.keepsCache) };
}

function hasOption({ change }: Placed, option: string): boolean {
  return change.call.args.some(({ value }) => value === option);
}

/** Stages that are made from this one. */
function stagesOn(build: Build, stage: Stage): readonly Stage[] {
  return standingOn(stage, build).filter((other) => other !== stage);
}

const known: ReadonlySet<string> = new Set(["add", "del", "update", "upgrade", "cache", "info", "fix", "version"]);

/** `apk search` and the like read the index; what a script does is not known. */
function mayUseIndex({ name, program, args }: ReturnType<typeof invocation>): boolean {
  if (name === "apk") return !args.some(({ value }) => known.has(value));
  const runsFile = isShell(name) || name === "source" || name === ".";
  return (
    /\.sh$/.test(program) || program.startsWith("./") || (runsFile && args.some(({ value }) => !value.startsWith("-")))
  );
}
