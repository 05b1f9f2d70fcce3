import { downloadsWithSupport } from "../hazards/prebuilt-for-glibc";
import { copiedTexts } from "../manifests/copied-files";
import type { Build, Stage } from "../model/build";
import { useOf } from "../model/build";
import { zoneUsesOf } from "../model/timezone";
import { bashOfJson } from "../translations/bash/bash-commands";
import { bringsBashScript } from "../translations/bash/bash-files";
import { hasBash } from "../translations/bash/installed-bash";
import { countsOnDashEcho } from "../translations/busybox/echo";
import { scriptNeeds } from "../translations/scripts";
import type { StageContext } from "../translations/translation";
import { type Note, RunConversion } from "./run-conversion";
import { convertShells } from "./shells";
import type { StageNeed } from "./stage-needs";
import { convertStarts, type Starts } from "./starts";

/** What becomes of the instructions that say how RUNs are run, what runs in the container, and which scripts are there. */
export function convertBesideRuns(
  stage: Stage,
  runs: readonly RunConversion[],
  context: StageContext,
  build: Build,
): Starts {
  const starting = stage.starts.map((start) => new RunConversion(start, context));
  const shells = convertShells(stage, [...runs, ...starting], context, build);
  const starts = convertStarts(starting, context);
  const needs: StageNeed[] = [...shells.needs, ...starts.needs];
  const isKept = useOf(stage, build) === "layers";
  if (isKept && !hasBash(context) && stage.instructions.some((instruction) => bringsBashScript(instruction, context)))
    needs.push({ name: "bash", before: undefined });
  const [zone] = isKept ? zoneUsesOf(stage) : [];
  // Debian's images have the zone files, Alpine's do not.
  if (zone) needs.push({ name: "tzdata", before: zone.run?.instruction, use: zone.use });
  const checks: Note[] = [...starts.checks];
  for (const { download, program } of downloadsWithSupport(stage)) {
    const support = program.runsWith ?? [];
    for (const name of support) needs.push({ name, before: download.instruction, use: { start: 0, end: 0 } });
    const message = `${program.name} is built for glibc; ${support.join(" and ")} was added, which lets it start on Alpine. ${program.instead}`;
    checks.push({ span: download.span, message });
  }
  const scripts = isKept ? scriptNeeds(context) : [];
  const done: Note[] = [...shells.done];
  for (const { name, message, span } of scripts) {
    if (name === undefined) checks.push({ span, message });
    else {
      needs.push({ name, before: undefined });
      done.push({ span, message });
    }
  }
  for (const run of runs) {
    const json = run.run.command.json ? bashOfJson(run.run.command, run.run.workdir, context) : undefined;
    if (json?.needs) run.need("bash", { start: 0, end: 0 });
    for (const edit of json?.edits ?? []) run.rewrite.edit(edit);
  }
  for (const instruction of stage.instructions) {
    if (!/^(COPY|ADD)$/.test(instruction.name) || !copiedTexts(instruction, context).some(countsOnDashEcho)) continue;
    const message =
      "A script that is copied here writes `\\n` and the like with `echo`, which busybox's leaves as they are. Use `printf` there.";
    checks.push({ span: instruction.nameSpan, message });
  }
  return {
    edits: [...shells.edits, ...starts.edits],
    needs,
    stops: starts.stops,
    checks,
    done,
  };
}
