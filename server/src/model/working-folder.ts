import { posix } from "node:path";
import type { ShellCommand } from "../shell/types";
import { contains } from "../text/edits";
import type { Run } from "./run";

/**
 * The folder that a RUN's shell is in at a place of its text, after the `cd`s before it.
 * @param at an offset into the script's text.
 * @returns an absolute path; one relative to where the RUN starts (`.` is that itself) when WORKDIR is not known; or
 *   what starts with a variable. Undefined: it cannot be told (`cd "$(mktemp -d)"`).
 */
export function workingFolder({ script, workdir }: Run, at: number): string | undefined {
  const start = workdir === "/" ? "." : workdir;
  let before: string | undefined = start;
  let folder: string | undefined = start;
  for (const command of script.commands) {
    if (command.name !== "cd" || command.span.end > at || command.substituted || isLeft(command, script.text, at)) {
      continue;
    }
    const target = command.args.find(({ value }) => !/^-[LPe]+$/.test(value))?.value ?? "$HOME";
    [before, folder] = [folder, target === "-" ? before : entered(folder, target)];
  }
  return folder;
}

/** The parentheses around it have ended there. */
function isLeft({ step }: ShellCommand, text: string, at: number): boolean {
  for (let parent = step.list.parent; parent; parent = parent.list.parent) {
    if (text[parent.span.start] === "(" && !contains(parent.span, at)) return true;
  }
  return false;
}

function entered(folder: string | undefined, target: string): string | undefined {
  if (/\$\(|`/.test(target)) return undefined;
  if (/^[/~$]/.test(target)) return withoutSlash(posix.normalize(target));
  if (folder === undefined) return undefined;
  // What a variable holds may have folders of its own, or be none.
  if (/^[~$]/.test(folder) && target.startsWith("..")) return undefined;
  return withoutSlash(posix.join(folder, target));
}

function withoutSlash(path: string): string {
  return path.length > 1 ? path.replace(/\/$/, "") : path;
}

/** How the shell names paths at a place of the RUN's text, all as `workingFolder` tells them. */
export function namedAt(at: number, paths: readonly string[], run: Run): string[] {
  const folder = workingFolder(run, at);
  return paths.map((path) => fromFolder(path, folder, run));
}

/** How a shell that is in `folder` names a path, both as `workingFolder` tells them. */
export function fromFolder(path: string, folder: string | undefined, { workdir }: Run): string {
  if (/^["/~]/.test(path) || folder === ".") return path;
  if (path === folder) return ".";
  if (path.startsWith("$")) return path;
  const isRelative = folder !== undefined && !/^[/~$]/.test(folder) && !/\$/.test(folder);
  return isRelative ? posix.relative(folder, path) || "." : posix.join(workdir, path);
}
