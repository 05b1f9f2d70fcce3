import { bareName } from "../model/apt-installed";
import { type Consumer, consumersOf } from "../model/consumers";
import { isRoot, sourceSpan } from "../model/run";
import { invocation } from "../shell/invocation";
import type { StageContext } from "../translations";
import { imageHolds } from "../translations/image-programs";
import { ContainerUse } from "./container-use";
import type { PackageUnit } from "./package-units";
import { placedFiles } from "./placed-files";
import { programCalls } from "./program-calls";
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
  /** What is deleted where it was used, and on Debian is there for the stages that are built from this one. */
  readonly taken: readonly PackageUnit[];
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
  readonly taken: PackageUnit[] = [];
  readonly #places = new Map<PackageUnit, "group" | "moved">();
  readonly #moved = new Map<RunConversion, string[]>();
  readonly #consumers = new Map<RunConversion, readonly Consumer[]>();
  readonly #container: ContainerUse;
  readonly #installs: readonly string[];

  constructor(
    private readonly runs: readonly RunConversion[],
    private readonly context: StageContext,
  ) {
    for (const run of runs) this.#consumers.set(run, consumersOf(run.run, context.family));
    this.#container = new ContainerUse(context);
    this.#installs = runs.flatMap(({ installations }) =>
      installations.flatMap(({ units }) => units.flatMap(({ packages }) => packages)),
    );
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
    const consumers = this.#consumers.get(run) ?? [];
    const [first] = consumers;
    const placed = first ? placedFiles(run.run, first.call.span.start) : [];
    return [...new Set([...consumers.flatMap(({ roots }) => roots), ...placed])];
  }

  lastUse(run: RunConversion): number {
    const named = programCalls([...this.#places.keys()], run).at(-1);
    const compiling = this.#consumers.get(run)?.at(-1);
    return Math.max(compiling?.call.span.start ?? 0, named?.span.start ?? 0);
  }

  #plan(index: number, run: RunConversion, installation: Installation): void {
    const after = installation.call.span.end;
    const compilesHere = this.#consumers.get(run)?.some(({ call }) => call.span.start > after) ?? false;
    const compiling = this.runs.slice(index + 1).filter((other) => (this.#consumers.get(other)?.length ?? 0) > 0);
    const stays: PackageUnit[] = [];
    const workshop: PackageUnit[] = [];
    for (const unit of installation.units) {
      if (unit.packages.length === 0 || this.#container.names(unit)) continue;
      if (this.#isRemovedIn(run, unit, after)) {
        this.#places.set(unit, "group");
        continue;
      }
      const removedLater = this.runs.slice(index + 1).find((other) => this.#isRemovedIn(other, unit, 0));
      const compiles = this.#container.isForBuilding(unit) || this.#servesNodeGyp(unit);
      if (compiles && this.#container.isWorkshop && !removedLater) {
        workshop.push(unit);
        continue;
      }
      if (!compiles && !removedLater) continue;
      // What is no tool to compile with may serve any command on the way to its removal.
      if (!compiles && doesMore(run, after)) continue;
      // What would leave the image for those that compile is there for those too that call it by its name.
      const leaves = compilesHere || compiling.length > 0;
      const here = compilesHere || (leaves && callsFrom(after, unit, run));
      const later = this.runs
        .slice(index + 1)
        .filter((other) => compiling.includes(other) || (leaves && callsFrom(0, unit, other)));
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
      if (!removedLater && this.#places.has(unit)) this.taken.push(unit);
    }
    if (stays.length > 0) this.#noteStays(run, installation, stays, compiling);
    if (workshop.length > 0 && (compilesHere || compiling.length > 0)) {
      const names = listed(workshop.flatMap(({ packages }) => packages));
      const message = `${names}: kept in the image, which starts a shell, tests or nothing of its own and may be there to build in.`;
      this.done.push({ span: sourceSpan(run.run, installation.call.span), message });
    }
  }

  /** Python in a node image only builds addons, unless something names it, or there is no compiler that it could call. */
  #servesNodeGyp({ packages }: PackageUnit): boolean {
    return (
      this.context.family === "node" &&
      (this.#installs.some((name) => compiler.test(name)) || imageHolds("make", this.context)) &&
      !this.runs.some(({ run }) => pythonArchive.test(run.script.text)) &&
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
}

const compiler = /^(gcc|g\+\+|make|build-base|alpine-sdk|clang\d*)$/;
/** Programs that are one file of Python, which a RUN downloads: their first line asks for python3 in the container. */
const pythonArchive = /\b(yt-dlp|youtube-dl)\b/;

/** From an offset in its script on, the RUN calls a program of the packages. */
function callsFrom(from: number, unit: PackageUnit, run: RunConversion): boolean {
  return programCalls([unit], run).some(({ span }) => span.start >= from);
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

/** Each package once; the text of a unit may name several. */
function listed(texts: readonly string[]): string {
  return [...new Set(texts.flatMap((text) => text.split(/\s+/)))].filter((name) => name !== "").join(", ");
}
