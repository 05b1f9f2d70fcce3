import { downloadsWithSupport } from "../hazards/prebuilt-for-glibc";
import { copiedTexts } from "../manifests/copied-files";
import type { Build, Stage } from "../model/build";
import { useOf } from "../model/build";
import type { Download } from "../model/downloads";
import { railsStartsOf, zoneUsesOf } from "../model/timezone";
import { listed } from "../rules/shared/sentences";
import { bashOfJson } from "../translations/bash/bash-commands";
import { hasBashScripts } from "../translations/bash/bash-files";
import { hasBash } from "../translations/bash/installed-bash";
import { shellLinks } from "../translations/bash/shell-link";
import { countsOnDashEcho } from "../translations/busybox/echo";
import { librariesOfCopied } from "../translations/copied-libraries";
import { needsOfCopies } from "../translations/copied-programs";
import { cultures } from "../translations/dotnet-cultures";
import { installerPlan } from "../translations/installers/plan";
import { movedInFiles } from "../translations/moved-in-files";
import { muslPlan } from "../translations/musl-builds/plan";
import { scriptNeeds } from "../translations/scripts";
import type { StageContext } from "../translations/translation";
import { type Note, RunConversion } from "./run-conversion";
import { convertRunScripts } from "./run-scripts";
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
  if (!hasBash(context) && hasBashScripts(context)) needs.push({ name: "bash", before: undefined });
  // Debian's images have the zone files, Alpine's do not.
  const [zone] = [...(isKept ? zoneUsesOf(stage) : []), ...railsStartsOf(stage)];
  if (zone) needs.push({ name: "tzdata", before: zone.run?.instruction, use: zone.use });
  for (const { run, span } of hasBash(context) ? [] : shellLinks(stage))
    needs.push({ name: "bash", before: run.instruction, use: span });
  if (isKept) needs.push(...librariesOfCopied(context).map((name) => ({ name, before: undefined })));
  needs.push(...needsOfCopies(context));
  const forDotnet = cultures(context);
  for (const name of forDotnet.packages) needs.push({ name, before: undefined });
  const support = supportOfDownloads(stage);
  const forMusl = downloadsForMusl(context);
  const packaged = packagedInstallers(context);
  needs.push(...support.needs, ...forMusl.needs, ...packaged.needs);
  const checks: Note[] = [...starts.checks, ...support.checks, ...forMusl.checks, ...packaged.checks];
  const ofRuns = convertRunScripts(runs, context);
  checks.push(...ofRuns.checks);
  const scripts = isKept ? scriptNeeds(context) : [];
  if (isKept) checks.push(...movedInFiles(context));
  const done: Note[] = [...shells.done, ...forDotnet.done];
  for (const need of scripts) {
    const { name, message, span } = need;
    if (ofRuns.isTold(need)) continue;
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
  return {
    edits: [...shells.edits, ...starts.edits, ...forDotnet.edits],
    needs,
    stops: starts.stops,
    checks: [...checks, ...echoChecks(context)],
    done,
  };
}

/** Programs built for glibc that start with some packages of Alpine's beside them. */
function supportOfDownloads(stage: Stage): { readonly needs: StageNeed[]; readonly checks: Note[] } {
  const found = downloadsWithSupport(stage).map(({ download, program }) => ({
    download,
    program,
    packages: program.runsWith ?? [],
  }));
  return {
    needs: found.flatMap(({ download, packages }) => neededBy(download, packages)),
    checks: found.map(({ download, program: { name, instead, forMusl }, packages }) => ({
      span: download.span,
      message: forMusl
        ? `${name}'s installer takes the build for musl on Alpine; ${listed(packages)} were added, which it needs there. ${instead}`
        : `${name} is built for glibc; ${packages.join(" and ")} was added, which lets it start on Alpine. ${instead}`,
    })),
  };
}

function neededBy({ instruction }: Pick<Download, "instruction">, packages: readonly string[]): StageNeed[] {
  return packages.map((name) => ({ name, before: instruction, use: { start: 0, end: 0 } }));
}

/** What the builds for musl need that take the place of those for glibc, and what is to be said of them. */
function downloadsForMusl({ stage, build, release }: StageContext): {
  readonly needs: StageNeed[];
  readonly checks: Note[];
} {
  const { replaced } = muslPlan(stage, build, release);
  return {
    needs: replaced.flatMap(({ download, build: { packages = [] } }) => neededBy(download, packages)),
    checks: replaced.map(({ download, build: { name, becomes } }) => ({
      span: download.span,
      message: `${name} was downloaded for glibc here; now it is ${becomes}. Check that the file is there and starts.`,
    })),
  };
}

/** Alpine's packages in the place of what an installer brings, and what is to be said of them. */
function packagedInstallers({ stage, build, facts, release }: StageContext): {
  readonly needs: StageNeed[];
  readonly checks: Note[];
} {
  const plan = installerPlan(stage, build, facts, release);
  return {
    needs: plan.flatMap(({ download, packages }) => neededBy(download, packages)),
    checks: plan.map(({ download, installer: { name }, packages }) => ({
      span: download.span,
      message: `${name} was installed for glibc here, in its newest version; now it is ${listed(packages)} of Alpine ${release}. Check that its version will do.`,
    })),
  };
}

/** Scripts for `sh` that are copied in and count on the echo of dash. */
function echoChecks(context: StageContext): Note[] {
  const message =
    "A script that is copied here writes `\\n` and the like with `echo`, which busybox's leaves as they are. Use `printf` there.";
  return context.stage.instructions
    .filter(({ name }) => /^(COPY|ADD)$/.test(name))
    .filter((instruction) => copiedTexts(instruction, context).some(countsOnDashEcho))
    .map(({ nameSpan }) => ({ span: nameSpan, message }));
}
