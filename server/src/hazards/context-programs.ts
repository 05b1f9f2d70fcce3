import type { Workspace } from "../alpinize";
import type { Instruction } from "../dockerfile/types";
import { ignoredIn, matcher } from "../manifests/dockerignore";
import { libcOf, readElf } from "../model/elf";
import type { Span } from "../text/edits";

/** A file of the build context that COPY or ADD brings, and that is linked with glibc. */
export interface ContextProgram {
  readonly path: string;
  /** The word of the instruction that brings it. */
  readonly span: Span;
  readonly isLibrary: boolean;
}

/** Files that are looked into for one word of an instruction, and how deep: a whole project is not searched. */
const mostFiles = 200;
const deepest = 3;

export function glibcProgramsOf(copy: Instruction, workspace: Workspace): ContextProgram[] {
  if ((copy.name !== "COPY" && copy.name !== "ADD") || copy.flags.some(({ name }) => name === "from")) return [];
  const isIgnored = ignoredIn(workspace);
  const words = (copy.json ?? copy.words).slice(0, -1).filter(({ value }) => !/^<<|^(https?|git|ftp):|\$/.test(value));
  return words.flatMap(({ value, span }) => {
    const files = filesOf(workspace, value.replace(/^(\.?\/)+/, "").replace(/\/+$/, "") || ".");
    return files.flatMap((path) => {
      if (isIgnored(path)) return [];
      const elf = readElf((offset, length) => workspace.readBytes(path, offset, length));
      return elf && libcOf(elf) === "glibc" ? [{ path, span, isLibrary: elf.interpreter === undefined }] : [];
    });
  });
}

function filesOf(workspace: Workspace, source: string): string[] {
  const files: string[] = [];
  for (const path of expand(workspace, source)) collect(workspace, path, 0, files);
  return files;
}

function expand(workspace: Workspace, source: string): readonly string[] {
  if (!/[*?[]/.test(source)) return [source];
  const slash = source.lastIndexOf("/");
  const folder = slash < 0 ? "" : source.slice(0, slash + 1);
  if (/[*?[]/.test(folder)) return [];
  return (workspace.list(folder || ".") ?? []).filter(matcher(source.slice(slash + 1))).map((name) => folder + name);
}

function collect(workspace: Workspace, path: string, depth: number, files: string[]): void {
  if (files.length >= mostFiles) return;
  const names = workspace.list(path);
  if (!names) {
    // Named by the instruction itself, any file may be a program.
    if (depth === 0 || mayBeProgram(path)) files.push(path);
    return;
  }
  if (depth >= deepest) return;
  for (const name of names) {
    if (!skipped.has(name)) collect(workspace, path === "." ? name : `${path}/${name}`, depth + 1, files);
  }
}

/** Large, and never brought on purpose, or looked at by other rules. */
const skipped: ReadonlySet<string> = new Set([".git", "node_modules", ".venv", "venv", "vendor", ".cache"]);

/** Programs have no extension, libraries have theirs. */
function mayBeProgram(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return /^[^.]+$|\.so(\.\d+)*$|\.(node|bin|run|exe|AppImage)$|[-_.](amd64|x86_64|x64|linux|linux64|arm64)$/.test(name);
}
