import type { Facts, Level, Workspace } from "../alpinize";
import { commentOut } from "../dockerfile/cut";
import type { Instruction } from "../dockerfile/types";
import type { Build, Stage } from "../model/build";
import { useOf } from "../model/build";
import { standingOn } from "../model/layers";
import { packageSource } from "../model/package-source";
import { choosesPipCache } from "../model/pip-call";
import { invocation } from "../shell/invocation";
import { distinctEdits, type TextEdit } from "../text/edits";
import { instructionTranslations, type StageContext } from "../translations";
import type { BaseOutcome } from "../translations/base-image";
import { pipInstall } from "../translations/language-tools";
import { setUpOf } from "../translations/php-image/set-up";
import { convertBesideRuns } from "./beside-runs";
import { dropMounts } from "./cache-mounts";
import { compileChecks } from "./compile-checks";
import { conflictChecks } from "./conflict-checks";
import { type Plan, planGroups } from "./groups";
import { keepCaches } from "./keep-caches";
import { writeLayouts } from "./layouts";
import { type Builder, planBuilder } from "./multi-stage";
import { type Note, RunConversion, type Stop } from "./run-conversion";
import { needsOfStage, placeNeeds } from "./stage-needs";
import { addWhereCompiled, needWhatIsTaken, nothingTaken, type Taken } from "./taken-below";
import { versionChecks } from "./version-checks";
import { writePackages } from "./write-packages";

/** What a stage becomes on its Alpine image, its FROM apart. */
export interface StageConversion {
  readonly edits: readonly TextEdit[];
  readonly stops: readonly StageStop[];
  readonly checks: readonly Note[];
  readonly notes: readonly Note[];
  readonly done: readonly Note[];
  /** Packages that its steps call programs of, and that neither the file nor the Alpine image brings, with what calls them. */
  readonly lacks: readonly { readonly name: string; readonly instruction: Instruction }[];
  /** What stages that are built from this one no longer find in it. */
  readonly taken: Taken;
}

export interface StageStop extends Stop {
  /** Above which the comment belongs. */
  readonly instruction: Instruction;
}

export interface StageOptions {
  readonly build: Build;
  readonly facts: Facts;
  readonly workspace: Workspace | undefined;
  readonly level: Level;
  /** Cache mounts in place of options that keep no cache. */
  readonly cacheMounts: boolean;
  /** The stage is only built in: what this says to delete stays there to be found by what is built. */
  readonly builtWith?: Plan;
  /** What the stage below no longer has. */
  readonly below?: Taken | undefined;
}

type AlpineBase = Extract<BaseOutcome, { kind: "alpine" }>;

export function convertStage(
  stage: Stage,
  base: AlpineBase,
  earlier: Set<string>,
  options: StageOptions,
): StageConversion {
  const { build, facts, workspace, level, below = nothingTaken } = options;
  const context: StageContext = {
    facts,
    workspace,
    file: build.file,
    build,
    stage,
    release: base.release,
    already: base.already,
    family: base.image === "alpine" ? undefined : facts.images.language(base.image, base.tag),
    python2: base.python2,
    source: base.already ? undefined : packageSource(stage, facts),
    present: facts.images.preinstalled(base.image, base.tag),
  };
  const edits: TextEdit[] = [];
  const stops: StageStop[] = [];
  const checks: Note[] = [];
  for (const instruction of base.already ? [] : stage.instructions) {
    const command = instruction.trigger ?? instruction;
    for (const translation of instructionTranslations) {
      const outcome = translation.instructions.includes(command.name)
        ? translation.translate(command, context)
        : undefined;
      if (!outcome) continue;
      if (outcome.stop !== undefined)
        stops.push({ instruction, span: command.span, message: outcome.stop, leftOut: undefined });
      if (outcome.check !== undefined) checks.push({ span: command.span, message: outcome.check });
      edits.push(...(outcome.edits ?? []));
    }
  }
  const runs = stage.runs.map((run) => new RunConversion(run, context));
  const inner = new Map(runs.map((run) => [run, run.nested.map((nested) => new RunConversion(nested, context))]));
  for (const [run, texts] of inner) for (const text of texts) handUp(text, run);
  const beside = base.already ? undefined : convertBesideRuns(stage, runs, context, build);
  edits.push(...(beside?.edits ?? []));
  stops.push(...(beside?.stops ?? []));
  checks.push(...(beside?.checks ?? []));
  if (!base.already && base.brings.length === 0) checks.push(...compileChecks(runs, context, base.to));
  if (!base.already) checks.push(...conflictChecks(runs, context));
  const isKept = useOf(stage, build) === "layers";
  const divides = level === "single-run" || level === "multi-stage";
  const brought = (stage.base.stage ? [] : base.brings)
    .filter(({ usedBy }) => usedBy === undefined || stepsOn(stage, build).some((text) => usedBy.test(text)))
    .map(({ name }) => name);
  const compiledWith = brought.filter((name) => divides && isKept && addWhereCompiled(name, runs, context.family));
  const fromStart = brought
    .filter((name) => !compiledWith.includes(name))
    .map((name) => ({ name, before: stage.from }));
  needWhatIsTaken(below, runs, context.family);
  const lacks = [
    ...runs.flatMap(({ surelyNeeds, run }) => [...surelyNeeds].map((name) => ({ name, instruction: run.instruction }))),
    ...(beside?.needs ?? []).map(({ name, before }) => ({ name, instruction: before ?? stage.from })),
  ];
  const needs = needsOfStage(runs, [...fromStart, ...(beside?.needs ?? [])], !(divides && isKept));
  const plan = divides && isKept ? planGroups(runs, context) : undefined;
  const before = new Set(earlier);
  for (const name of context.present) earlier.add(name);
  // Which RUN takes what the whole stage needs must be known before one of them moves into a stage of its own.
  edits.push(...placeNeeds(needs, runs, { stage, file: build.file, earlier, setUp: setUpOf(context) }));
  const builder =
    plan && level === "multi-stage" ? planStage(stage, base, runs, plan, context, before, earlier, options) : undefined;
  const isDivided = builder !== undefined && typeof builder !== "string";
  for (const run of runs) {
    for (const nested of inner.get(run) ?? []) edits.push(...convertNested(nested, run, earlier));
    const replacement = isDivided ? builder.replaced.get(run) : undefined;
    if (replacement) {
      edits.push(...replacement);
      stops.push(...run.stops.map((stop) => ({ ...stop, instruction: run.run.instruction })));
      checks.push(...run.checks);
      continue;
    }
    const { builtWith } = options;
    if (builtWith) writePackages(run, plan, earlier, (name) => builtWith.deletes(name));
    else writePackages(run, plan && isDivided ? withoutMoved(plan) : plan, earlier);
    checks.push(...writeLayouts(run));
    if (divides && !options.cacheMounts) dropPipCache(run);
    for (const edit of base.already ? [] : dropMounts(run.run)) run.rewrite.edit(edit);
    const { instruction } = run.run;
    // Nothing of the RUN is left but what could not be converted: it stays to be read.
    const isLost = run.stops.length > 0 && run.rewrite.isGone;
    stops.push(...run.stops.map((stop) => ({ ...stop, instruction, leftOut: isLost ? undefined : stop.leftOut })));
    checks.push(...run.checks);
    edits.push(
      ...(isLost ? [...run.rewrite.editsElsewhere, ...commentOut(build.file, instruction)] : run.rewrite.toEdits()),
    );
  }
  const changes = [...runs, ...[...inner.values()].flat()].flatMap((run) => run.versionChanges);
  checks.push(...versionChecks(changes, { stage, release: base.release, isPlain: base.image === "alpine", facts }));
  const kept = options.cacheMounts ? keepCaches(edits, stage.runs, build.file) : edits;
  const done = [...(beside?.done ?? [])];
  const taken = {
    units: [...below.units, ...(plan?.taken ?? [])],
    ofImage: [...below.ofImage, ...compiledWith.filter((name) => !earlier.has(name))],
  };
  if (isDivided)
    return {
      edits: [...kept, ...builder.edits],
      stops,
      checks,
      notes: [],
      done: [...done, ...builder.done],
      lacks,
      taken,
    };
  const notes = [...(plan?.notes ?? [])];
  if (typeof builder === "string") {
    notes.push({
      span: stage.from.nameSpan,
      message: `This stage builds in single RUNs and has no builder stage: ${builder}.`,
    });
  }
  return { edits: kept, stops, checks, notes, done: [...done, ...(plan?.done ?? [])], lacks, taken };
}

/** What the stage and those built from it say. */
function stepsOn(root: Stage, build: Build): string[] {
  return standingOn(root, build).flatMap(({ instructions }) => instructions.map(({ args }) => args.text));
}

function planStage(
  stage: Stage,
  base: AlpineBase,
  runs: readonly RunConversion[],
  plan: Plan,
  { family }: StageContext,
  before: ReadonlySet<string>,
  present: ReadonlySet<string>,
  options: StageOptions,
): Builder | string | undefined {
  if (base.php) return "PHP and Apache come from packages";
  const whole = convertStage(stage, base, new Set(before), { ...options, level: "packages", builtWith: plan });
  const converted = distinctEdits([...base.edits, ...whole.edits]);
  return planBuilder({
    stage,
    build: options.build,
    workspace: options.workspace,
    runs,
    plan,
    family,
    present,
    converted,
  });
}

/** What the builder stage has is not installed a second time; what a step adds and deletes for itself alone is. */
function withoutMoved(plan: Plan): Plan {
  return {
    place: (unit) => plan.place(unit),
    moved: () => [],
    roots: () => [],
    lastUse: (run) => plan.lastUse(run),
    deletes: (name) => plan.deletes(name),
    taken: plan.taken,
    notes: [],
    done: [],
  };
}

/** What a text within quotes needs is added before the command it is handed to. */
function handUp(nested: RunConversion, outer: RunConversion): void {
  const span = nested.run.host?.span ?? { start: 0, end: 0 };
  for (const name of nested.needs.keys()) outer.need(name, span, nested.surelyNeeds.has(name));
  nested.needs.clear();
}

/** Text that is handed to another shell is translated within its quotes; when nothing is left of it, its command goes too. */
function convertNested(nested: RunConversion, outer: RunConversion, earlier: Set<string>): readonly TextEdit[] {
  writePackages(nested, undefined, earlier);
  outer.stops.push(...nested.stops);
  outer.checks.push(...nested.checks);
  const { host, command } = nested.run;
  if (nested.rewrite.isEmpty && nested.rewrite.removedSteps.length > 0) {
    if (host) outer.removeHost(host);
    else outer.rewrite.removeAll();
    return [];
  }
  if (!nested.rewrite.fits) {
    const message = "What this becomes on Alpine cannot stand within these quotes. Write it as a plain RUN.";
    outer.stops.push({ span: command.argsSpan, message, leftOut: undefined });
    return [];
  }
  return nested.rewrite.toEdits();
}

/** pip's cache only serves a second installation, which a layer never sees; a cache mount is meant to be kept. */
function dropPipCache({ run, rewrite }: RunConversion): void {
  const isMounted = run.command.flags.some(
    ({ name, value = "" }) => name === "mount" && /type=cache/.test(value) && /pip|\.cache/.test(value),
  );
  if (
    run.script.errors.length > 0 ||
    isMounted ||
    run.variables.has("PIP_NO_CACHE_DIR") ||
    run.variables.has("PIP_CACHE_DIR")
  )
    return;
  for (const command of run.script.commands) {
    const call = invocation(command);
    const install = pipInstall(call);
    if (!install || choosesPipCache(call.args)) continue;
    rewrite.replace({ start: install.span.end, end: install.span.end }, " --no-cache-dir");
  }
}
