import type { Workspace } from "../alpinize";
import { cutInstruction, lineStart } from "../dockerfile/cut";
import type { Instruction } from "../dockerfile/types";
import type { Build, Stage } from "../model/build";
import { isBuildPackage } from "../model/build-packages";
import { consumersOf } from "../model/consumers";
import { isRoot } from "../model/run";
import { invocation } from "../shell/invocation";
import { applyEdits, encloses, type Span, type TextEdit } from "../text/edits";
import { pipInstall } from "../translations/language-tools";
import { keepRuntimeLibraries } from "../translations/runtime-libraries";
import { builtFolders, virtualEnvironment } from "./built-files";
import type { Plan } from "./groups";
import { hasLayoutSteps } from "./layouts";
import type { Note, RunConversion } from "./run-conversion";
import { namesSystemPython } from "./system-python";

/** A stage of its own that holds the build dependencies, and what is copied out of it. */
export interface Builder {
  /** On the document: the new stage. It stands before the last one, so that no stage's number changes that a step could name. */
  readonly edits: readonly TextEdit[];
  /** What stands in place of RUNs whose result the builder makes. */
  readonly replaced: ReadonlyMap<RunConversion, readonly TextEdit[]>;
  readonly done: readonly Note[];
}

interface Options {
  readonly stage: Stage;
  readonly build: Build;
  readonly workspace: Workspace | undefined;
  readonly runs: readonly RunConversion[];
  readonly plan: Plan;
  readonly family: string | undefined;
  /** Packages that are in the image when the stage begins. */
  readonly present: ReadonlySet<string>;
  /** What the stage becomes with all its packages, its FROM included. */
  readonly converted: readonly TextEdit[];
}

/** The list of run-time packages goes from the builder to the last stage in this file. */
const listFile = "/opt/run-deps";

/** @returns the reason, as part of a sentence, when the stage is better left a single one; undefined when there is nothing to divide. */
export function planBuilder(options: Options): Builder | string | undefined {
  const { stage, build, runs, plan, family } = options;
  const builders = runs.filter((run) => compilesWithGroup(run, options));
  const [first, last] = [builders[0], builders.at(-1)];
  if (!first || !last) return undefined;
  const obstacle = obstacleTo(options, last);
  if (obstacle !== undefined) return obstacle;
  const folders = new Map<RunConversion, readonly string[]>();
  for (const run of builders) {
    if (hasLayoutSteps(run)) return `line ${lineOf(build, run)} also sets up what runs in the container`;
    const made = builtFolders(run, consumersOf(run.run, family), family);
    if (!made)
      return `line ${lineOf(build, run)} does more than the files of a package manager, and what it makes is not known`;
    folders.set(run, made);
  }
  const all = [...new Set([...folders.values()].flat())];
  const inVenv = all.includes(virtualEnvironment);
  if (inVenv && bringsItsPython(options)) return "the step that calls pip installs Python itself";
  const named = inVenv ? namesSystemPython(stage, options) : undefined;
  if (named) return `${named} names what pip installs by its path below /usr/local`;
  const name = freeName(build);
  return {
    edits: [
      insertion(
        options,
        name,
        last,
        all,
        builders.flatMap((run) => plan.roots(run)),
      ),
    ],
    replaced: replacements(options, name, folders),
    done: [
      {
        span: stage.from.nameSpan,
        message: `The build dependencies stay in the stage ${name}; ${all.join(", ")} and the run-time libraries are taken from it.`,
      },
    ],
  };
}

/** A step that only fetches something with packages that it deletes again is no reason for a stage of its own, and stays. */
function compilesWithGroup(run: RunConversion, { plan, family, present, runs }: Options): boolean {
  if (plan.moved(run).length > 0) return true;
  const own = run.installations.some(({ units }) => units.some((unit) => plan.place(unit) === "group"));
  const units = runs.flatMap(({ installations }) => installations.flatMap((one) => one.units));
  const isWorkshop = units.some((unit) => plan.place(unit) === "stay" && unit.packages.some(isBuildPackage));
  const tools = !isWorkshop && [...run.needs.keys()].some((name) => isBuildPackage(name) && !present.has(name));
  return (own || tools) && consumersOf(run.run, family).length > 0;
}

function obstacleTo({ stage, build, runs, family }: Options, last: RunConversion): string | undefined {
  const left = runs.slice(0, runs.indexOf(last) + 1).find(({ stops }) => stops.length > 0);
  if (left) return `line ${lineOf(build, left)} could not be converted`;
  if (stage.base.stage) return "it is built from another stage";
  if (build.stages.some((other) => other.base.stage === stage)) return "other stages are built from it";
  const before = stage.instructions.filter(({ span }) => span.end <= last.run.instruction.span.start);
  if (before.some(({ name, args }) => name === "USER" && !isRoot(args.text)))
    return "it builds as another user than root";
  if (family === "python" && /^2\b/.test(stage.base.reference?.tag ?? "")) return "Python 2 has no venv";
  return undefined;
}

function lineOf({ file }: Build, { run }: RunConversion): number {
  return file.text.slice(0, run.instruction.span.start).split("\n").length;
}

function freeName({ stages }: Build): string {
  const taken = new Set(stages.map(({ name }) => name));
  for (let count = 1; ; count++) {
    const name = count === 1 ? "build" : `build-${count}`;
    if (!taken.has(name)) return name;
  }
}

/** Instructions that what is built may depend on. */
const needed = /^(ARG|ENV|WORKDIR|SHELL|COPY|ADD|RUN)$/;

function insertion(
  options: Options,
  name: string,
  last: RunConversion,
  folders: readonly string[],
  roots: readonly string[],
): TextEdit {
  const { stage, build, converted, runs } = options;
  const { text, eol, escape: continuation } = build.file;
  const lines = [`${fromLine(options)} AS ${name}`];
  const inside = stage.instructions.filter(
    ({ name: keyword, span }) => needed.test(keyword) && span.end <= last.run.instruction.span.end,
  );
  const venv = folders.includes(virtualEnvironment) ? venvLines(options) : [];
  for (const instruction of inside) {
    // The environment is made before the first step that may install into it.
    if (venv.length > 0 && isPipRun(instruction, runs)) lines.push(...venv.splice(0));
    const own = convertedText(text, instruction.span, converted).trimEnd();
    // A file that breaks off behind a continuation does not go on in the line that follows here.
    const ended = own.endsWith(continuation) ? own.slice(0, -continuation.length).trimEnd() : own;
    if (ended.trim() !== "") lines.push(ended);
  }
  const list = keepRuntimeLibraries({ roots: [...folders, ...roots], indent: "    ", into: listFile });
  lines.push(`RUN ${list.join(` ${continuation}${eol}`)}`);
  const at = lineStart(text, stage.from.span.start);
  return { span: { start: at, end: at }, newText: `${lines.join(eol)}${eol}${eol}` };
}

/** `FROM --platform=... IMAGE` of the stage, without its name. */
function fromLine({ stage, build, converted }: Options): string {
  const { from, base } = stage;
  const end = base.word?.span.end ?? from.span.end;
  return convertedText(build.file.text, { start: from.span.start, end }, converted);
}

function isPipRun(instruction: Instruction, runs: readonly RunConversion[]): boolean {
  const { script } = runs.find(({ run }) => run.instruction === instruction)?.run ?? {};
  return script?.commands.some((command) => pipInstall(invocation(command)) !== undefined) ?? false;
}

/** The step that first calls pip installs Python itself, so that no environment can be made before it. */
function bringsItsPython({ runs, family }: Options): boolean {
  if (family === "python") return false;
  const first = runs.find(({ run }) => isPipRun(run.instruction, runs));
  const brings = ({ installations }: RunConversion) =>
    installations.some(({ units }) =>
      units.some(({ packages }) => packages.some((name) => /^(python3|py3-pip)$/.test(name))),
    );
  return !first || brings(first) || !runs.slice(0, runs.indexOf(first)).some(brings);
}

function venvLines({ family, runs }: Options): string[] {
  const python = family === "python" ? "python" : "python3";
  const names = runs.flatMap(({ installations }) =>
    installations.flatMap(({ units }) => units.flatMap(({ packages }) => packages)),
  );
  const system = names.some((one) => /^py3-(?!(pip|setuptools|wheel|virtualenv)$)/.test(one))
    ? " --system-site-packages"
    : "";
  return [`RUN ${python} -m venv${system} ${virtualEnvironment}`, pathLine];
}

const pathLine = `ENV PATH=${virtualEnvironment}/bin:$PATH`;

/** The text of a range with the edits in it; nothing when an edit takes it out as a whole. */
function convertedText(text: string, range: Span, edits: readonly TextEdit[]): string {
  if (edits.some(({ span, newText }) => newText === "" && encloses(span, range))) return "";
  const { start, end } = range;
  const own = edits
    .filter(({ span }) => encloses(range, span))
    .map(({ span, newText }) => ({ span: { start: span.start - start, end: span.end - start }, newText }));
  return applyEdits(text.slice(start, end), own);
}

function replacements(
  { build, plan, present }: Options,
  name: string,
  folders: ReadonlyMap<RunConversion, readonly string[]>,
): Map<RunConversion, readonly TextEdit[]> {
  const { file } = build;
  const copied = new Set<string>();
  const replaced = new Map<RunConversion, readonly TextEdit[]>();
  for (const [run, made] of folders) {
    const isFirst = replaced.size === 0;
    const own = run.installations.flatMap(({ units }) =>
      units.flatMap((unit) => (plan.place(unit) === "stay" && unit.packages.length > 0 ? [unit.text] : [])),
    );
    const staying = [...new Set([...own, ...[...run.stays].filter((name) => !present.has(name))])];
    const fresh = made.filter((folder) => !copied.has(folder));
    for (const folder of fresh) copied.add(folder);
    const lines = [
      ...(staying.length > 0 ? [`RUN apk add --no-cache ${staying.join(" ")}`] : []),
      ...(isFirst
        ? [`COPY --from=${name} ${listFile} ${listFile}`, `RUN xargs -rt apk add --no-cache < ${listFile}`]
        : []),
      ...(fresh.includes(virtualEnvironment) ? [pathLine] : []),
      ...fresh.map((folder) => `COPY --from=${name} ${folder} ${folder}`),
    ];
    const { instruction } = run.run;
    const { comments, span } = instruction;
    const text = lines.join(file.eol);
    if (lines.length === 0) replaced.set(run, cutInstruction(file, instruction));
    else if (comments.length === 0) replaced.set(run, [{ span, newText: text }]);
    else
      replaced.set(run, [
        ...cutInstruction(file, instruction),
        insertAt(lineStart(file.text, span.start), text + file.eol),
      ]);
  }
  return replaced;
}

function insertAt(at: number, newText: string): TextEdit {
  return { span: { start: at, end: at }, newText };
}
