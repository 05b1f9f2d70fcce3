import type { Workspace } from "../../alpinize";
import type { Stage } from "../../model/build";
import { ignoredIn } from "../dockerignore";

/** A project file that a stage copies, or that a command of `dotnet` names. */
export interface Project {
  readonly path: string;
  readonly text: string;
  /** The packages it refers to, in lower case. */
  readonly packages: readonly string[];
  /** What it says of `InvariantGlobalization`. */
  readonly invariant: boolean | undefined;
}

/** The projects of a stage: those it names, and with `COPY . .` those at the root of the build context. */
export function projectsOf({ instructions }: Stage, workspace: Workspace | undefined): Project[] {
  if (!workspace) return [];
  const isIgnored = ignoredIn(workspace);
  const words = instructions
    .filter(({ name, flags }) => /^(COPY|ADD|RUN)$/.test(name) && !flags.some((flag) => flag.name === "from"))
    .flatMap(({ name, json, words }) => (json ?? words).slice(0, name === "RUN" ? undefined : -1))
    .map(({ value }) => value.replace(/^(\.?\/)+/, "").replace(/\/+$/, ""));
  const named = words.filter((word) => isProject(word) && !/[*?[$]/.test(word));
  const all = words.some((word) => word === "" || word === "." || /^\*/.test(word));
  const root = all ? (workspace.list(".") ?? []).filter(isProject) : [];
  return [...new Set([...named, ...root])].flatMap((path) => {
    const text = isIgnored(path) ? undefined : workspace.readText(path);
    return text === undefined ? [] : [readProject(path, text)];
  });
}

export function readProject(path: string, text: string): Project {
  const [, invariant] = /<InvariantGlobalization>\s*(true|false)\s*</i.exec(text) ?? [];
  return {
    path,
    text,
    packages: [...text.matchAll(/<PackageReference\s+(?:Include|Update)="([\w.-]+)"/g)].map(([, name = ""]) =>
      name.toLowerCase(),
    ),
    invariant: invariant === undefined ? undefined : invariant.toLowerCase() === "true",
  };
}

function isProject(path: string): boolean {
  return /\.(cs|fs|vb)proj$/.test(path);
}
