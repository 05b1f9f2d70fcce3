import type { Facts, Size, SizeLine, StageSizes } from "../alpinize";
import type { Instruction } from "../dockerfile/types";
import { otherPlatform } from "../model/architecture";
import type { Build, Stage } from "../model/build";
import { distributionOf, rootImage } from "../model/platform";
import { textOf } from "../model/variables";
import { Ledger } from "./ledger";
import { asSibling, isUnknown, ofTheTables, type Part, sumOf, unknownPart } from "./part";

/** A stage's sizes, and what the stages built FROM it go on with. */
interface Reckoned {
  readonly sizes: StageSizes;
  readonly ledger: Ledger;
  /** All that is in it: the image first, then what was added. */
  readonly parts: readonly Part[];
}

/**
 * What each layer of each stage adds, one entry per stage, in order. Never throws.
 * A total is the sum of what is known, and says in `why` what it leaves out; it is unknown when the base image is,
 * or when the stage cannot be built.
 */
export function stageSizes(build: Build, facts: Facts): readonly StageSizes[] {
  const done = new Map<Stage, Reckoned>();
  for (const stage of build.stages) {
    const isNear = otherPlatform(stage, build) !== undefined;
    done.set(stage, reckon(stage, done, facts, isNear ? near : (part) => part));
  }
  return [...done.values()].map(({ sizes }) => sizes);
}

/** All figures are for x86_64. */
function near({ name, disk, download }: Part): Part {
  return { name, disk: asSibling(disk, ofTheTables), download: asSibling(download, ofTheTables) };
}

function reckon(stage: Stage, done: ReadonlyMap<Stage, Reckoned>, facts: Facts, here: (part: Part) => Part): Reckoned {
  const before = stage.base.stage && done.get(stage.base.stage);
  const ledger = before?.ledger.copy() ?? Ledger.of(rootImage(stage), distributionOf(stage, facts), facts);
  const base = here(basePart(stage, before, facts));
  const layers = stage.instructions.flatMap((instruction) => layer(instruction, stage, ledger, here) ?? []);
  const parts = [...(before?.parts ?? [base]), ...layers.flatMap((one) => one.parts)];
  const [image] = parts;
  const total = (size: (part: Part) => Size): Size => {
    if (ledger.failure !== undefined) return { bytes: undefined, basis: "unknown", why: ledger.failure };
    return image && isUnknown(size(image)) ? size(image) : sumOf(parts, size);
  };
  const sizes: StageSizes = {
    stage: stage.name ?? String(stage.index),
    lines: [lineOf(stage.from, base.name, [], base), ...layers.map(({ line }) => line)],
    disk: total(({ disk }) => disk),
    download: total(({ download }) => download),
  };
  return { sizes, ledger, parts };
}

function basePart(stage: Stage, before: Reckoned | undefined, facts: Facts): Part {
  const { base } = stage;
  const name = `FROM ${base.segments ? textOf(base.segments) : (base.word?.value ?? "")}`.trim();
  if (before) return { name, disk: before.sizes.disk, download: before.sizes.download };
  if (base.reference?.path === "scratch" && base.reference.registry === undefined) {
    const nothing = { bytes: 0, basis: "exact" } as const;
    return { name, disk: nothing, download: nothing };
  }
  const root = rootImage(stage);
  const size = root && facts.images.size(root.image, root.tag);
  const why = base.reference ? "the tables have no reading of this image" : "the image's name is not known";
  return size ? { name, ...size } : unknownPart(name, why);
}

interface Layer {
  readonly line: SizeLine;
  readonly parts: readonly Part[];
}

/** @returns undefined for what adds nothing worth counting. */
function layer(instruction: Instruction, stage: Stage, ledger: Ledger, here: (part: Part) => Part): Layer | undefined {
  if (instruction.name === "COPY" || instruction.name === "ADD") {
    const part = unknownPart(instruction.name, "it depends on the files");
    return { line: lineOf(instruction, labelOf(instruction), [], part), parts: [part] };
  }
  // ONBUILD runs in the images built from this one.
  const run = instruction.name === "RUN" && stage.runs.find((one) => one.instruction === instruction);
  const parts = run
    ? ledger
        .add(run)
        .map(here)
        .sort((a, b) => (b.disk.bytes ?? -1) - (a.disk.bytes ?? -1))
    : [];
  if (parts.length === 0) return undefined;
  const whole = { disk: sumOf(parts, ({ disk }) => disk), download: sumOf(parts, ({ download }) => download) };
  return { line: lineOf(instruction, labelOf(instruction), parts, whole), parts };
}

/** In one line, without the mounts and the body of a heredoc. */
function labelOf({ name, args, flags, heredocs }: Instruction): string {
  const from = flags.find((flag) => flag.name === "from");
  const text = heredocs.length > 0 && args.text.length < 20 ? `${args.text} …` : args.text;
  return `${name} ${from ? `--from=${from.value} ` : ""}${text}`.replace(/\s+/g, " ").trim();
}

function lineOf({ span }: Instruction, label: string, parts: readonly Part[], whole: Omit<Part, "name">): SizeLine {
  const { disk, download } = whole;
  return { span, label, disk, download, items: parts.map((part) => ({ name: part.name, disk: part.disk })) };
}
