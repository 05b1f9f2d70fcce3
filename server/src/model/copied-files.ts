import type { Dockerfile, Instruction } from "../dockerfile/types";
import type { Stage } from "./build";
import { chain } from "./layers";
import { Scope } from "./scope";

/** What tells the texts of files. */
export interface FileSource {
  readonly file: Dockerfile;
  /** The build context; `readText` answers undefined for what is not there. */
  readonly workspace: { readText(path: string): string | undefined } | undefined;
}

/**
 * The text that a file of the image has, as far as the Dockerfile and its build context tell: a file that COPY or ADD brought
 * in, or wrote from a heredoc.
 * @param path absolute, in the image.
 */
export function textOfImageFile(path: string, stage: Stage, source: FileSource): string | undefined {
  for (const { instruction, workdir } of copiesOf(stage).reverse()) {
    const text = textBy(instruction, workdir, path, source);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** A file that COPY or ADD brings. */
export interface CopiedFile {
  /** In the build context; undefined for what is written in place. */
  readonly path: string | undefined;
  readonly text: string;
}

/** The files that COPY or ADD names one by one; what comes with a folder is left out. */
export function copiedFiles(instruction: Instruction, { file, workspace }: FileSource): readonly CopiedFile[] {
  return [
    ...instruction.heredocs.map(({ bodySpan: { start, end } }) => ({
      path: undefined,
      text: file.text.slice(start, end),
    })),
    ...sourcesOf(instruction).flatMap((path) => {
      const text = workspace?.readText(path);
      return text === undefined ? [] : [{ path, text }];
    }),
  ];
}

export function copiedTexts(instruction: Instruction, source: FileSource): readonly string[] {
  return copiedFiles(instruction, source).map(({ text }) => text);
}

interface Copy {
  readonly instruction: Instruction;
  readonly workdir: string;
}

/** All of the stage and of those it is built from, in order. */
function copiesOf(stage: Stage): Copy[] {
  const copies: Copy[] = [];
  const scope = new Scope();
  for (const instruction of chain(stage).flatMap(({ instructions }) => instructions)) {
    if (instruction.name === "COPY" || instruction.name === "ADD") copies.push({ instruction, workdir: scope.workdir });
    scope.apply(instruction);
  }
  return copies;
}

function textBy(
  instruction: Instruction,
  workdir: string,
  path: string,
  { file, workspace }: FileSource,
): string | undefined {
  const read = (source: string) => workspace?.readText(source);
  const target = targetOf(instruction);
  if (target === undefined || instruction.flags.some(({ name }) => name === "from")) return undefined;
  const folder = absolute(target, workdir);
  const [heredoc] = instruction.heredocs;
  if (heredoc) {
    const isIt = instruction.heredocs.length === 1 && folder === path;
    return isIt ? file.text.slice(heredoc.bodySpan.start, heredoc.bodySpan.end) : undefined;
  }
  for (const source of sourcesOf(instruction)) {
    const name = source.slice(source.lastIndexOf("/") + 1);
    // A single file, by its own name or by another.
    const whole = folder === path || `${folder}/${name}` === path ? read(source) : undefined;
    if (whole !== undefined) return whole;
    const below = path.startsWith(`${folder === "/" ? "" : folder}/`)
      ? path.slice(folder === "/" ? 1 : folder.length + 1)
      : undefined;
    const text = below === undefined ? undefined : read(source === "" ? below : `${source}/${below}`);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** Paths below the build context, without `./`; addresses and patterns are left out. */
function sourcesOf({ json, words, flags, heredocs }: Instruction): string[] {
  if (flags.some(({ name }) => name === "from") || heredocs.length > 0) return [];
  return (json ?? words)
    .slice(0, -1)
    .map(({ value }) => value)
    .filter((value) => !/^\w+:\/\/|[*?[$]/.test(value))
    .map((value) => value.replace(/^(\.?\/)+|\/+$/g, "").replace(/^\.$/, ""));
}

function absolute(path: string, workdir: string): string {
  const whole = path.startsWith("/") ? path : `${workdir}/${path}`;
  const parts = whole.split("/").filter((part) => part !== "" && part !== ".");
  return `/${parts.join("/")}`;
}

function targetOf({ json, words }: Instruction): string | undefined {
  return (json ?? words).at(-1)?.value;
}
