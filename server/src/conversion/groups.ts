import { bareName } from "../model/apt-installed";
import type { Build, Stage } from "../model/build";
import { isBuildPackage } from "../model/build-packages";
import { callsOf, isScript } from "../model/calls";
import { type Consumer, consumersOf } from "../model/consumers";
import { variablesOf } from "../model/environment";
import { chain, standingOn, targets } from "../model/layers";
import { rootImage } from "../model/platform";
import { isRoot, sourceSpan } from "../model/run";
import { isWorkshop, startsNothing } from "../model/workshop";
import { type Invocation, invocation } from "../shell/invocation";
import type { StageContext } from "../translations";
import { innerCalls } from "../translations/busybox/inner-calls";
import type { PackageUnit } from "./package-units";
import type { Installation, Note, RunConversion } from "./run-conversion";

/** Where the packages of a stage go: which stay in the image, and which are deleted in the RUN that uses them. */
export interface Plan {
  /** `stay`: in the image. `group`: in a virtual package of the same RUN. `moved`: into the RUNs that use them. */
  place(unit: PackageUnit): "stay" | "group" | "moved";
  /** Packages, as the command says them, that a RUN adds for itself from an earlier one. */
  moved(run: RunConversion): readonly string[];
  /** What a RUN that deletes its build dependencies has compiled, for keeping its run-time libraries. */
  roots(run: RunConversion): readonly string[];
  /** Where the last command of a RUN starts that is seen to need its build dependencies; 0 when none is. */
  lastUse(run: RunConversion): number;
  /** True for a package that is deleted in the RUN that uses it. */
  deletes(name: string): boolean;
  readonly notes: readonly Note[];
  /** What was done, for people. */
  readonly done: readonly Note[];
}

/** More than this, and adding them again and again costs more than it saves. */
const mostConsumers = 4;

export function planGroups(runs: readonly RunConversion[], context: StageContext): Plan {
  return new Planner(runs, context);
}

class Planner implements Plan {
  readonly notes: Note[] = [];
  readonly done: Note[] = [];
  readonly #places = new Map<PackageUnit, "group" | "moved">();
  readonly #moved = new Map<RunConversion, string[]>();
  readonly #consumers = new Map<RunConversion, readonly Consumer[]>();
  readonly #runtimeWords: ReadonlySet<string>;
  /** What ENV names as a library without a version: of `/usr/lib/libgdal.so`, `gdal`. */
  readonly #openedLibraries: readonly string[];
  /** The image is there to build in, so that its compilers are no mere means. */
  readonly #isWorkshop: boolean;
  /** CMD, ENTRYPOINT or HEALTHCHECK starts a script, or nothing in the file says what is started. */
  readonly #startsScript: boolean;

  constructor(
    private readonly runs: readonly RunConversion[],
    private readonly context: StageContext,
  ) {
    const { stage, build, family } = context;
    for (const run of runs) this.#consumers.set(run, consumersOf(run.run, family));
    this.#runtimeWords = runtimeWords(stage, build);
    this.#openedLibraries = standingOn(stage, build)
      .flatMap(variablesOf)
      .flatMap(({ value }) => [...value.matchAll(/\/lib\/(?:[\w*-]+\/)?lib([\w+-]+)\.so(?![.\w])/g)])
      .map(([, library = ""]) => library);
    const starts = standingOn(stage, build).flatMap((one) => one.starts);
    this.#startsScript = starts.length === 0 || starts.flatMap(callsOf).some(isScript);
    this.#isWorkshop = targets(build)
      .filter((target) => chain(target).includes(stage))
      .some((target) => isWorkshop(target) || (isPlainSystem(target) && startsNothing(target)));
    for (const [index, run] of runs.entries()) {
      for (const installation of run.installations)
        if (!installation.fixed && canHold(run)) this.#plan(index, run, installation);
    }
    for (const run of runs) this.#noteDone(run);
  }

  #noteDone(run: RunConversion): void {
    const own = run.installations.flatMap(({ units }) => units).filter((unit) => this.place(unit) === "group");
    const names = listed([...this.moved(run), ...own.map(({ text }) => text)]);
    if (names === "") return;
    const message = `${names}: added, used and deleted in this RUN. When anything it depends on changes, the whole step runs again, downloads included.`;
    this.done.push({ span: run.run.command.nameSpan, message });
  }

  place(unit: PackageUnit): "stay" | "group" | "moved" {
    return this.#places.get(unit) ?? "stay";
  }

  deletes(name: string): boolean {
    return [...this.#places.keys()].some(({ debian, packages }) => packages.includes(name) || debian.includes(name));
  }

  moved(run: RunConversion): readonly string[] {
    return this.#moved.get(run) ?? [];
  }

  roots(run: RunConversion): readonly string[] {
    return [...new Set((this.#consumers.get(run) ?? []).flatMap(({ roots }) => roots))];
  }

  lastUse(run: RunConversion): number {
    const grouped = [...this.#places.keys()];
    const calls = innerCallsOf(run).filter((call) => grouped.some((unit) => isProgramOf(call.name, unit, run)));
    const compiling = this.#consumers.get(run)?.at(-1);
    return Math.max(compiling?.call.span.start ?? 0, calls.at(-1)?.span.start ?? 0);
  }

  #plan(index: number, run: RunConversion, installation: Installation): void {
    const after = installation.call.span.end;
    const compilesHere = this.#consumers.get(run)?.some(({ call }) => call.span.start > after) ?? false;
    const compiling = this.runs.slice(index + 1).filter((other) => (this.#consumers.get(other)?.length ?? 0) > 0);
    const stays: PackageUnit[] = [];
    const workshop: PackageUnit[] = [];
    for (const unit of installation.units) {
      if (unit.packages.length === 0 || this.#isUsedAtRunTime(unit)) continue;
      if (this.#isRemovedIn(run, unit, after)) {
        this.#places.set(unit, "group");
        continue;
      }
      const removedLater = this.runs.slice(index + 1).find((other) => this.#isRemovedIn(other, unit, 0));
      const compiles = this.#isForBuilding(unit) || this.#servesNodeGyp(unit);
      if (compiles && this.#isWorkshop && !removedLater) {
        workshop.push(unit);
        continue;
      }
      if (!compiles && !removedLater) continue;
      // What is no tool to compile with may serve any command on the way to its removal.
      if (!compiles && doesMore(run, after)) continue;
      // What would leave the image for those that compile is there for those too that call it by its name.
      const leaves = compilesHere || compiling.length > 0;
      const here = compilesHere || (leaves && callsProgramOf(unit, run, after));
      const later = this.runs
        .slice(index + 1)
        .filter((other) => compiling.includes(other) || (leaves && callsProgramOf(unit, other, 0)));
      const until = removedLater ? this.runs.indexOf(removedLater) + 1 : undefined;
      const users = compiles
        ? later.filter((other) => until === undefined || this.runs.indexOf(other) < until)
        : this.runs.slice(index + 1, until).filter((other) => doesMore(other, 0));
      if (here) this.#places.set(unit, "group");
      const movable = users.length <= mostConsumers && users.every(canHold);
      if (users.length > 0 && movable) {
        if (!here) this.#places.set(unit, "moved");
        for (const user of users) this.#moved.set(user, [...(this.#moved.get(user) ?? []), ...movedTexts(unit)]);
      } else if (users.length > 0) {
        this.#places.delete(unit);
        stays.push(unit);
      } else if (!here) stays.push(unit);
    }
    if (stays.length > 0) this.#noteStays(run, installation, stays, compiling);
    if (workshop.length > 0 && (compilesHere || compiling.length > 0)) {
      const names = listed(workshop.flatMap(({ packages }) => packages));
      const message = `${names}: kept in the image, which starts a shell, tests or nothing of its own and may be there to build in.`;
      this.done.push({ span: sourceSpan(run.run, installation.call.span), message });
    }
  }

  /** Python in a node image only builds addons, unless something names it. */
  #servesNodeGyp({ packages }: PackageUnit): boolean {
    return (
      this.context.family === "node" &&
      packages.length > 0 &&
      packages.every((name) => /^(python[23]|py3-setuptools)$/.test(name))
    );
  }

  #noteStays(
    run: RunConversion,
    { call }: Installation,
    units: readonly PackageUnit[],
    users: readonly RunConversion[],
  ): void {
    const names = listed(units.flatMap(({ packages }) => packages));
    const unfit = users.find((user) => !canHold(user));
    const reason =
      users.length === 0
        ? "no later step of this stage compiles anything"
        : unfit
          ? reasonNotToHold(unfit)
          : users.length === 1
            ? "the step that needs them stands behind their removal"
            : `${users.length} steps need them`;
    this.notes.push({
      span: sourceSpan(run.run, call.span),
      message: `Kept in the image, as ${reason}: ${names}. Delete what nothing needs any more.`,
    });
  }

  #isRemovedIn(run: RunConversion, unit: PackageUnit, after: number): boolean {
    if (run.marksAutomatic && after > 0) return !unit.debian.every((name) => run.markedManual.has(name));
    return run.removals
      .filter(({ call }) => call.span.start >= after)
      .some(({ units }) =>
        units.some((removed) => removed.word.value === unit.word.value || removesAll(removed, unit)),
      );
  }

  #isUsedAtRunTime({ debian, packages }: PackageUnit): boolean {
    const words = this.#runtimeWords;
    if (packages.includes("build-base") && ["make", "gcc", "g++", "cc"].some((word) => words.has(word))) return true;
    return [...debian, ...packages].some((name) => words.has(name)) || packages.some((name) => this.#isOpened(name));
  }

  /** `libgdal.so` without a version belongs to gdal-dev, and goes with it. */
  #isOpened(name: string): boolean {
    const stem = /^(?:lib)?(.+)-dev$/.exec(name)?.[1];
    return stem !== undefined && this.#openedLibraries.some((library) => library.startsWith(stem));
  }

  /** Serves nothing but building. Maven or npm run too, and what a script starts in the container, nobody here knows. */
  #isForBuilding({ role, debian, packages }: PackageUnit): boolean {
    if (role !== "build" || packages.some(isJdk)) return false;
    return (
      packages.every(isBuildPackage) || debian.every(isBuildPackage) || !(this.#startsScript || this.#runs(packages))
    );
  }

  /** One of the programs that the container starts comes with these packages. */
  #runs(packages: readonly string[]): boolean {
    const { facts, release, present } = this.context;
    const brought = new Set([
      ...packages,
      ...facts.alpine.closure(packages, release, present).packages.map(({ name }) => name),
    ]);
    return [...this.#runtimeWords].some((word) =>
      facts.alpine.providers(`cmd:${word}`, release).some((name) => brought.has(name)),
    );
  }
}

/** What such an image starts by itself is a shell. */
function isPlainSystem(stage: Stage): boolean {
  return /^(?:.*\/)?(?:debian|ubuntu|minideb|alpine|buildpack-deps)$/.test(rootImage(stage)?.image ?? "");
}

/** From an offset in its script on, the RUN calls a program of the packages by its name: `mvn` of maven, `ant` of Debian's ant. */
function callsProgramOf(unit: PackageUnit, run: RunConversion, from: number): boolean {
  return innerCallsOf(run).some(({ name, span }) => span.start >= from && isProgramOf(name, unit, run));
}

/** What it compiles needs a part of it to run, and `java` is called by scripts, where nobody sees it. */
function isJdk(name: string): boolean {
  return /^openjdk\d/.test(name);
}

/** No index lists it: a link that leads out of its folder. */
const unlisted: ReadonlyMap<string, string> = new Map([["mvn", "maven"]]);

function isProgramOf(program: string, { debian, packages }: PackageUnit, { context }: RunConversion): boolean {
  if (program === "") return false;
  const { facts, release } = context;
  const holders = [program, unlisted.get(program), ...facts.alpine.providers(`cmd:${program}`, release)];
  return debian.includes(program) || packages.some((name) => holders.includes(name));
}

function innerCallsOf({ run }: RunConversion): readonly Invocation[] {
  return run.script.errors.length > 0 ? [] : run.script.commands.map(invocation).flatMap(innerCalls);
}

/** Commands that do no more than manage packages or tidy up. */
const tidying = /^(apt|apt-get|aptitude|apt-mark|apk|rm|set|true|:|echo|cd|mkdir|\[)$/;

/** From an offset in its script on, the RUN does more than manage packages. */
function doesMore({ run }: RunConversion, from: number): boolean {
  return run.script.commands.some((command) => command.span.start >= from && !tidying.test(invocation(command).name));
}

function removesAll(removed: PackageUnit, unit: PackageUnit): boolean {
  const names = removed.debian.map(bareName);
  return unit.debian.length > 0 && unit.debian.every((name) => names.includes(bareName(name)));
}

/** A shell variable ends with its RUN; those of ENV and ARG go on. */
function movedTexts({ definition, text, packages }: PackageUnit): readonly string[] {
  return definition && definition.instruction === undefined ? packages : [text];
}

/** `apk add` works here: as root, with a network, in text that can take a further step. */
function canHold(run: RunConversion): boolean {
  return reasonNotToHold(run) === "";
}

function reasonNotToHold({ run }: RunConversion): string {
  const { user, form, command, instruction } = run;
  const network = command.flags.find(({ name, value }) => name === "network" && value === "none");
  if (!isRoot(user)) return `the step that uses them runs as ${user}, who may not run apk`;
  if (network) return "the step that uses them has no network";
  if (instruction.name === "ONBUILD") return "the step that uses them runs in other builds (ONBUILD)";
  if (form !== "shell" && form !== "heredoc") return "the step that uses them is no shell text";
  return "";
}

/** The words of what runs in the container: CMD, ENTRYPOINT and HEALTHCHECK of the stage and of those built from it. */
function runtimeWords(stage: Stage, build: Build): ReadonlySet<string> {
  const words = standingOn(stage, build)
    .flatMap(({ instructions }) => instructions)
    .filter(({ name }) => name === "CMD" || name === "ENTRYPOINT" || name === "HEALTHCHECK")
    .flatMap(({ json, args }) => json?.map(({ value }) => value) ?? [args.text])
    .flatMap((text) => text.split(/[\s;&|()"']+/));
  return new Set(words.map((word) => word.slice(word.lastIndexOf("/") + 1)));
}

/** Each package once; the text of a unit may name several. */
function listed(texts: readonly string[]): string {
  return [...new Set(texts.flatMap((text) => text.split(/\s+/)))].filter((name) => name !== "").join(", ");
}
