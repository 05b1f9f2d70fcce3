import type { Workspace } from "../alpinize";
import type { Dockerfile, Instruction } from "../dockerfile/types";
import { ignoredIn } from "./dockerignore";

/** What tells the texts of files. */
export interface FileSource {
  readonly file: Dockerfile;
  readonly workspace: Workspace | undefined;
}

/** A file that COPY or ADD brings. */
export interface CopiedFile {
  /** In the build context; undefined for what is written in place. */
  readonly path: string | undefined;
  readonly text: string;
}

/** The files that COPY or ADD names one by one; what comes with a folder, and what `.dockerignore` leaves out, is not among them. */
export function copiedFiles(instruction: Instruction, { file, workspace }: FileSource): readonly CopiedFile[] {
  const isIgnored = ignoredIn(workspace);
  return [
    ...instruction.heredocs.map(({ bodySpan: { start, end } }) => ({
      path: undefined,
      text: file.text.slice(start, end),
    })),
    ...sourcesOf(instruction).flatMap((path) => {
      const text = isIgnored(path) ? undefined : workspace?.readText(path);
      return text === undefined ? [] : [{ path, text }];
    }),
  ];
}

export function copiedTexts(instruction: Instruction, source: FileSource): readonly string[] {
  return copiedFiles(instruction, source).map(({ text }) => text);
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
