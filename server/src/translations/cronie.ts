import { aptInstalled } from "../model/apt-installed";
import type { Stage } from "../model/build";
import { type Call, callsOf } from "../model/calls";
import { instructionsOf, runsOf } from "../model/layers";
import { sourceSpan } from "../model/run";
import type { Span } from "../text/edits";
import { containerScripts } from "./container-scripts";
import { copiedText, textOfStage } from "./layout/texts";
import type { StageContext } from "./translation";

/** Folders that Debian's cron reads, `cron.d` itself, the others by /etc/crontab. */
const folders = /^\/etc\/cron\.(d|hourly|daily|weekly|monthly)(?:\/|$)/;

/** A place where something is put into one of them. */
export interface CronFolder {
  /** `d`, `daily`. */
  readonly folder: string;
  readonly span: Span;
}

const known = new WeakMap<Stage, readonly CronFolder[]>();

/** What COPY, ADD and the commands of a stage, and of those it stands on, put into the folders of Debian's cron. */
export function cronFolders(stage: Stage): readonly CronFolder[] {
  const found = known.get(stage) ?? [...copied(stage), ...written(stage)].sort((a, b) => a.span.start - b.span.start);
  known.set(stage, found);
  return found;
}

function copied(stage: Stage): CronFolder[] {
  return instructionsOf(stage)
    .filter(({ name }) => name === "COPY" || name === "ADD")
    .flatMap(({ json, words }) => {
      const target = (json ?? words).at(-1);
      return target ? inFolder(target.value, target.span) : [];
    });
}

function written(stage: Stage): CronFolder[] {
  return runsOf(stage)
    .flatMap(callsOf)
    .flatMap(({ name, args, command, within }) => {
      const target = /^(cp|mv|ln|install|tee)$/.test(name) ? args.at(-1) : undefined;
      const redirected = command.redirects.flatMap(
        (redirect) => (/>/.test(redirect.operator) && redirect.target) || [],
      );
      return [...(target ? [target] : []), ...redirected].flatMap(({ value, span }) =>
        inFolder(value, sourceSpan(within, span)),
      );
    });
}

function inFolder(path: string, span: Span): CronFolder[] {
  const folder = folders.exec(path)?.[1];
  return folder === undefined ? [] : [{ folder, span }];
}

/** `crontab FILE`, and `crontab -` behind a pipe. */
export function handsOverJobs({ name, args }: Pick<Call, "name" | "args">): boolean {
  return name === "crontab" && args.some(({ value }) => value === "-" || !value.startsWith("-"));
}

/** `crontab /etc/cron.d/jobs`: they need no daemon that reads the folder. */
export function handsOverFolder(call: Pick<Call, "name" | "args">): boolean {
  return handsOverJobs(call) && call.args.some(({ value }) => folders.test(value));
}

/**
 * cronie reads the folders of Debian's cron as that does, the column with the user and the bare environment of its jobs included. It is
 * built without PAM, which on Debian hands the jobs what /etc/environment says (aports, community/cronie, read 2026-11-27).
 */
export function usesCronie(context: CronContext): boolean {
  const { stage, facts, release } = context;
  if (!aptInstalled(stage).includes("cron") || !facts.alpine.resolves("cronie", release)) return false;
  const files = [...containerScripts(context).map(({ text }) => text), copiedText(instructionsOf(stage), context)];
  // What a file of the user's calls by Debian's name has to be there by it.
  const isCalled = files.some(countsOnCron);
  if (cronFolders(stage).length === 0 && !isCalled) return false;
  const isHandedOver = [...runsOf(stage), ...stage.starts].flatMap(callsOf).some(handsOverFolder);
  return (
    (isCalled || !isHandedOver) && ![textOfStage(stage), ...files].some((text) => /\/etc\/environment\b/.test(text))
  );
}

type CronContext = Pick<StageContext, "stage" | "facts" | "release" | "build" | "workspace">;

/** A script or settings of Supervisor start Debian's cron, or a script puts jobs into its folders. */
function countsOnCron(text: string): boolean {
  return /^[ \t]*(?:exec[ \t]+|sudo[ \t]+|command[ \t]*=[ \t]*)?(?:\/usr\/sbin\/)?cron(?:[ \t]+-f)?[ \t]*(?:$|[;&|])|>[ \t]*["']?\/etc\/cron\.\w+\//m.test(
    text,
  );
}
