import type { Instruction } from "../dockerfile/types";
import type { Facts } from "../facts/types";
import { type Build, type Stage, sourcesOf } from "../model/build";
import { officialName, parseImageReference } from "../model/image-reference";
import { imageName, rootImage } from "../model/platform";
import { newReference } from "./base-image";
import type { InstructionOutcome, InstructionTranslation, StageContext } from "./translation";

/** A program that others copy out of its image, where the Alpine variant has it in the same place. */
interface CopiedProgram {
  readonly image: string;
  /** The program, or a folder with it. */
  readonly held: RegExp;
  /** Where both variants have the same files. */
  readonly alike: RegExp;
  /** Alpine packages that it is linked to; the variant brings them. */
  readonly packages: readonly string[];
}

const usrLocal = /^\/usr\/local(?:\/bin)?\/?$/;

/** nodejs/docker-node, Dockerfile-alpine.template, and oven-sh/bun, dockerhub/alpine/Dockerfile, read 2026-11-27. */
const programs: readonly CopiedProgram[] = [
  {
    image: "node",
    held: new RegExp(`^/usr/local/bin/node(?:js)?$|${usrLocal.source}`),
    alike: /^\/(?:usr\/local|opt)(?:\/|$)/,
    packages: ["libstdc++"],
  },
  {
    image: "oven/bun",
    held: new RegExp(`^/usr/local/bin/bunx?$|${usrLocal.source}`),
    alike: /^\/usr\/local\/bin(?:\/|$)/,
    packages: ["libgcc", "libstdc++"],
  },
];

/**
 * `COPY --from=node:22-slim /usr/local/bin/node ...`: the same of the Alpine variant.
 * @returns undefined where the image is no such one, or what is copied may differ there.
 */
export function copyOfVariant(copy: Instruction, stage: Stage, build: Build, facts: Facts): string | undefined {
  const from = copy.name === "COPY" ? copy.flags.find(({ name }) => name === "from")?.value : undefined;
  const reference = from === undefined ? undefined : parseImageReference(from);
  if (!reference || reference.digest || sourcesOf(copy, build.stages.slice(0, stage.index)).length > 0)
    return undefined;
  const official = officialName(reference);
  const image = official ?? imageName(reference);
  const tag = reference.tag ?? "latest";
  const known = programs.find((one) => one.image === image);
  const isAlike = pathsOf(copy).every((path) => known?.alike.test(path));
  if (!known || !isAlike || !/^(debian|ubuntu)$/.test(facts.images.distribution(image, tag)?.name ?? ""))
    return undefined;
  const variant = facts.images.alpineVariant(image, tag);
  return variant.kind === "variant" ? newReference(reference, variant.image, variant.tag, official) : undefined;
}

export const copiedPrograms: InstructionTranslation = {
  instructions: ["COPY"],
  translate(copy, { stage, build, facts, already }: StageContext): InstructionOutcome | undefined {
    const to = already || !stage.instructions.includes(copy) ? undefined : copyOfVariant(copy, stage, build, facts);
    const span = copy.flags.find(({ name }) => name === "from")?.valueSpan;
    return to === undefined || !span ? undefined : { edits: [{ span, newText: to }] };
  },
};

/** Packages for the programs that a stage copies from other stages and images, each with the COPY that brings the program. */
export function needsOfCopies({ stage, build, present }: StageContext): { name: string; before: Instruction }[] {
  const own = rootImage(stage)?.image;
  return stage.instructions
    .filter(({ name }) => name === "COPY")
    .flatMap((copy) => {
      const image = sourceImage(copy, stage, build);
      const known = image === own ? undefined : programs.find((one) => one.image === image);
      if (!known || !pathsOf(copy).some((path) => known.held.test(path))) return [];
      return known.packages.filter((name) => !present.includes(name)).map((name) => ({ name, before: copy }));
    });
}

function sourceImage(copy: Instruction, stage: Stage, { stages }: Build): string | undefined {
  const from = copy.flags.find(({ name }) => name === "from")?.value;
  if (from === undefined) return undefined;
  const [source] = sourcesOf(copy, stages.slice(0, stage.index));
  if (source) return rootImage(source)?.image;
  const reference = parseImageReference(from);
  return reference && (officialName(reference) ?? imageName(reference));
}

function pathsOf({ json, words }: Instruction): readonly string[] {
  return (json ?? words).slice(0, -1).map(({ value }) => value);
}
