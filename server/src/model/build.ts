import type { Dockerfile, Instruction, Word } from "../dockerfile/types";
import { type ImageReference, officialName, parseImageReference } from "./image-reference";
import { userOfImage } from "./image-users";
import { type Run, readRun, readStart } from "./run";
import { Scope } from "./scope";
import { expand, type Segment, textOf } from "./variables";

/** What a Dockerfile means: stages in order, and how they are joined. */
export interface Build {
  readonly file: Dockerfile;
  readonly stages: readonly Stage[];
  /** The `ARG`s before the first FROM. */
  readonly globalArgs: readonly Instruction[];
  /** The stage that is built: the last one, or the last of those that are asked for. */
  readonly last: Stage | undefined;
  readonly given: Given;
}

/** What files around a Dockerfile say about its build. */
export interface Given {
  readonly args: readonly GivenArgument[];
  /** Names of stages that are built; undefined among them: the last stage. */
  readonly targets: readonly (string | undefined)[];
}

/** A value for an ARG. */
export interface GivenArgument {
  readonly name: string;
  readonly value: string;
  /** Who gives it: `compose.yaml (service web)`. */
  readonly by: string;
}

const nothingGiven: Given = { args: [], targets: [] };

export interface Stage {
  readonly index: number;
  /** Lower case, as COPY --from and FROM compare it. */
  readonly name: string | undefined;
  /** The FROM instruction. */
  readonly from: Instruction;
  readonly base: Base;
  /** What follows FROM. */
  readonly instructions: readonly Instruction[];
  readonly runs: readonly Run[];
  /** What CMD, ENTRYPOINT and HEALTHCHECK start. */
  readonly starts: readonly Run[];
  /** Stages whose files this stage copies or mounts. */
  readonly copiesFrom: readonly Stage[];
  /** The `ARG`s before the first FROM. */
  readonly globals: Scope;
}

export interface Base {
  /** The image word of FROM, as written. */
  readonly word: Word | undefined;
  /** The earlier stage FROM names. */
  readonly stage: Stage | undefined;
  /** The word with its ARGs expanded by their defaults; undefined when one has no default. */
  readonly segments: readonly Segment[] | undefined;
  readonly reference: ImageReference | undefined;
  /** The official family (`python`), when it is one by its name. */
  readonly official: string | undefined;
}

/** Never throws; text with holes gives a model with holes. */
export function readBuild(file: Dockerfile, given = nothingGiven): Build {
  const firstFrom = file.instructions.findIndex(({ name }) => name === "FROM");
  const globalArgs = file.instructions.slice(0, Math.max(firstFrom, 0)).filter(({ name }) => name === "ARG");
  const globals = new Scope();
  for (const arg of globalArgs) globals.declare(arg);
  // A default goes first, as it is what the file says by itself.
  for (const { name, value } of given.args) globals.give(name, value);
  const stages: Stage[] = [];
  for (const [index, from] of file.instructions.entries()) {
    if (from.name !== "FROM") continue;
    const next = file.instructions.findIndex(({ name }, at) => at > index && name === "FROM");
    const body = file.instructions.slice(index + 1, next < 0 ? undefined : next);
    stages.push(readStage(file, from, body, stages, globals));
  }
  return { file, stages, globalArgs, last: lastOf(stages, given), given };
}

function lastOf(stages: readonly Stage[], { targets }: Given): Stage | undefined {
  const last = stages.at(-1);
  if (targets.length === 0 || targets.includes(undefined)) return last;
  return (
    stages.findLast(({ name }) => name !== undefined && targets.some((one) => one?.toLowerCase() === name)) ?? last
  );
}

function readStage(
  file: Dockerfile,
  from: Instruction,
  instructions: readonly Instruction[],
  earlier: readonly Stage[],
  globals: Scope,
): Stage {
  const [image, as, name] = from.words;
  const base = readBase(image, earlier, globals);
  const scope = scopeAtStart({ base, globals });
  const runs: Run[] = [];
  const starts: Run[] = [];
  for (const instruction of instructions) {
    const run = readRun(file, instruction, scope);
    if (run) runs.push(run);
    const start = readStart(instruction, scope);
    if (start) starts.push(start);
    scope.apply(instruction);
  }
  return {
    index: earlier.length,
    name: as?.value.toLowerCase() === "as" ? name?.value.toLowerCase() : undefined,
    from,
    base,
    instructions,
    runs,
    starts,
    copiesFrom: instructions.flatMap((instruction) => sourcesOf(instruction, earlier)),
    globals,
  };
}

/** What holds behind FROM. */
export function scopeAtStart({ base, globals }: Pick<Stage, "base" | "globals">): Scope {
  if (!base.stage) {
    const scope = new Scope(globals);
    scope.user = userOfImage(base.reference);
    return scope;
  }
  const scope = scopeAtStart(base.stage);
  for (const instruction of base.stage.instructions) scope.apply(instruction);
  return scope;
}

function readBase(word: Word | undefined, earlier: readonly Stage[], globals: Scope): Base {
  const segments = word && expand(word.value, (name) => globals.value(name));
  const text = segments && textOf(segments);
  const stage = text === undefined ? undefined : findStage(text, earlier, false);
  const reference = stage || text === undefined ? undefined : parseImageReference(text);
  return { word, stage, segments, reference, official: reference && officialName(reference) };
}

/** The stage a name or number means; FROM knows names only. */
function findStage(text: string, stages: readonly Stage[], numbers: boolean): Stage | undefined {
  const name = text.toLowerCase();
  const named = stages.findLast((stage) => stage.name === name);
  return named ?? (numbers && /^\d+$/.test(name) ? stages[Number(name)] : undefined);
}

/** The stages an instruction takes files from, by `--from` or a mount. */
export function sourcesOf(instruction: Instruction, stages: readonly Stage[]): Stage[] {
  const trigger = instruction.trigger ?? instruction;
  const names = trigger.flags.flatMap(({ name, value = "" }) => {
    if (name === "from") return [value];
    if (name !== "mount") return [];
    return value.split(",").flatMap((field) => (field.startsWith("from=") ? [field.slice(5)] : []));
  });
  return names.flatMap((name) => findStage(name, stages, true) ?? []);
}

/** The stages that end up in the last stage: by FROM (`layers`), or only by copied files (`files`). */
export function useOf(stage: Stage, build: Build): "layers" | "files" | "nothing" {
  const { last } = build;
  if (!last) return "nothing";
  for (let at: Stage | undefined = last; at; at = at.base.stage) if (at === stage) return "layers";
  const seen = new Set<Stage>();
  const queue: Stage[] = [last];
  for (let at = queue.pop(); at; at = queue.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    if (at.base.stage) queue.push(at.base.stage);
    queue.push(...at.copiesFrom);
  }
  return seen.has(stage) ? "files" : "nothing";
}
