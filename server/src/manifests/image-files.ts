import type { Workspace } from "../alpinize";
import type { Dockerfile, Instruction } from "../dockerfile/types";
import type { Build, Stage } from "../model/build";
import { scopeAtStart, sourcesOf } from "../model/build";
import { chain } from "../model/layers";
import type { Run } from "../model/run";
import type { Scope } from "../model/scope";
import { expand, textOf } from "../model/variables";
import { ignoredIn, matcher } from "./dockerignore";

/** A file as it lies in an image at some step, with where it came from. */
export interface ImageFile {
  readonly text: string;
  /** In the build context; for a heredoc the path in the image. */
  readonly path: string;
}

/** What one instruction puts into an image. */
interface Copy {
  readonly at: number;
  readonly sources: readonly string[];
  /** Absolute, without a slash at its end. */
  readonly target: string;
  /** The target is a folder for sure. */
  readonly intoFolder: boolean;
  readonly from: Stage | undefined;
  readonly text: string | undefined;
}

/** The files of the build context, as COPY, ADD and bind mounts bring them into the stages. */
export class ImageFiles {
  readonly #copies = new Map<Stage, readonly Copy[]>();
  /** Files as they lie in the finished image. */
  readonly #last = new Map<Stage, Map<string, ImageFile | undefined>>();
  readonly #isIgnored: (path: string) => boolean;

  constructor(
    private readonly build: Build,
    private readonly workspace: Workspace | undefined,
  ) {
    this.#isIgnored = ignoredIn(workspace);
  }

  /**
   * @param path in the image, relative to the working folder of the run.
   * @returns undefined when nothing is known to bring the file, or there is none.
   */
  read(path: string, run: Run, stage: Stage, folder = run.workdir): ImageFile | undefined {
    if (!this.workspace) return undefined;
    const target = absolute(path, folder);
    return this.#mounted(target, run) ?? this.#find(target, stage, run.instruction.span.start, new Set());
  }

  /** Like `read`, for a file that an instruction such as ENTRYPOINT names. */
  readAt(path: string, stage: Stage): ImageFile | undefined {
    if (this.#copiesOf(stage).length === 0) return undefined;
    const target = absolute(path, path.startsWith("/") ? "/" : workdirOf(stage));
    // Each command of a stage is looked for, in each folder of programs.
    const known = this.#last.get(stage) ?? new Map<string, ImageFile | undefined>();
    this.#last.set(stage, known);
    if (!known.has(target)) known.set(target, this.#find(target, stage, Number.POSITIVE_INFINITY, new Set()));
    return known.get(target);
  }

  /**
   * An instruction brings the file from the build context, or would if it were there.
   * @param path in the image, relative to the working folder of the run.
   */
  comesFromContext(path: string, { instruction }: Run, stage: Stage, folder: string): boolean {
    const { workspace } = this;
    if (!workspace) return false;
    const file = absolute(path, folder);
    return this.#copiesOf(stage).some(({ at, sources, target, intoFolder, from, text }) => {
      if (at > instruction.span.start || from || text !== undefined) return false;
      if (target === file && !intoFolder) return true;
      if (!file.startsWith(target === "/" ? "/" : `${target}/`)) return false;
      return sources.some((source) => {
        const clean = normal(source);
        const isFolder = workspace.list(clean) !== undefined || !baseOf(clean).slice(1).includes(".");
        return isFolder || baseOf(clean) === baseOf(file);
      });
    });
  }

  #mounted(path: string, { command, workdir }: Run): ImageFile | undefined {
    for (const { name, value = "" } of command.flags) {
      if (name !== "mount" || !/(^|,)type=bind(,|$)/.test(value) || /(^|,)from=/.test(value)) continue;
      const fields = new Map(value.split(",").map((field) => field.split("=", 2) as [string, string]));
      const source = fields.get("source") ?? fields.get("src") ?? ".";
      const target = absolute(fields.get("target") ?? fields.get("dst") ?? fields.get("destination") ?? ".", workdir);
      const file = this.#fromContext(source, target, false, path);
      if (file) return file;
    }
    return undefined;
  }

  #find(path: string, stage: Stage, before: number, seen: Set<Stage>): ImageFile | undefined {
    if (seen.has(stage)) return undefined;
    seen.add(stage);
    for (const copy of this.#copiesOf(stage).toReversed()) {
      if (copy.at >= before) continue;
      const { target, sources, intoFolder, from, text } = copy;
      if (text !== undefined && target === path) return { text, path };
      if (text !== undefined) continue;
      for (const source of sources) {
        const file = from
          ? this.#fromStage(source, target, intoFolder, path, from, seen)
          : this.#fromContext(source, target, intoFolder, path);
        if (file) return file;
      }
    }
    return undefined;
  }

  #fromContext(source: string, target: string, intoFolder: boolean, path: string): ImageFile | undefined {
    const clean = normal(source);
    for (const name of this.#expand(clean)) {
      // A folder brings what is in it; a file comes itself.
      const candidates = [
        ...(target === path && !intoFolder ? [name] : []),
        ...(`${target === "/" ? "" : target}/${baseOf(name)}` === path ? [name] : []),
        ...(path.startsWith(target === "/" ? "/" : `${target}/`)
          ? [
              [name, path.slice(target === "/" ? 1 : target.length + 1)]
                .filter((part) => part !== "" && part !== ".")
                .join("/"),
            ]
          : []),
      ];
      for (const candidate of candidates) {
        const text = this.#isIgnored(candidate) ? undefined : this.workspace?.readText(candidate);
        if (text !== undefined) return { text, path: candidate };
      }
    }
    return undefined;
  }

  #fromStage(
    source: string,
    target: string,
    intoFolder: boolean,
    path: string,
    from: Stage,
    seen: Set<Stage>,
  ): ImageFile | undefined {
    const origin = absolute(source, "/");
    const candidates = [
      ...(target === path && !intoFolder ? [origin] : []),
      ...(`${target === "/" ? "" : target}/${baseOf(origin)}` === path ? [origin] : []),
      ...(path.startsWith(`${target}/`) ? [`${origin === "/" ? "" : origin}${path.slice(target.length)}`] : []),
    ];
    for (const candidate of candidates) {
      const file = this.#find(candidate, from, Number.POSITIVE_INFINITY, new Set(seen));
      if (file) return file;
    }
    return undefined;
  }

  #expand(source: string): readonly string[] {
    if (!/[*?[]/.test(source)) return [source];
    const slash = source.lastIndexOf("/");
    const folder = source.slice(0, Math.max(slash, 0));
    if (/[*?[]/.test(folder)) return [];
    const fits = matcher(source.slice(slash + 1));
    const names = this.workspace?.list(folder === "" ? "." : folder) ?? [];
    return names.filter(fits).map((name) => (folder === "" ? name : `${folder}/${name}`));
  }

  #copiesOf(stage: Stage): readonly Copy[] {
    const known = this.#copies.get(stage);
    if (known) return known;
    const copies = chain(stage).flatMap((one) => this.#read(one));
    this.#copies.set(stage, copies);
    return copies;
  }

  #read(stage: Stage): Copy[] {
    const scope = scopeAtStart(stage);
    const copies: Copy[] = [];
    for (const instruction of stage.instructions) {
      if (instruction.name === "COPY" || instruction.name === "ADD")
        copies.push(...copiesOf(instruction, scope, this.build));
      scope.apply(instruction);
    }
    return copies;
  }
}

function copiesOf(instruction: Instruction, scope: Scope, { file, stages }: Build): Copy[] {
  const words = (instruction.json ?? instruction.words).map(({ value }) => {
    const segments = expand(value, (name) => scope.value(name));
    return segments ? textOf(segments) : value;
  });
  const last = words.at(-1);
  if (last === undefined || words.length < 2) return [];
  const isFromImage = instruction.flags.some(({ name }) => name === "from");
  const [from] = sourcesOf(instruction, stages);
  if (isFromImage && !from) return [];
  const heredocs = instruction.heredocs.map((heredoc) => bodyOf(file, heredoc));
  const sources = words.slice(0, -1).filter((word) => !word.startsWith("<<") && !/^(https?|git):/.test(word));
  const target = absolute(last, scope.workdir);
  const intoFolder = /(^|\/)\.{0,2}\/?$/.test(last) || sources.length > 1;
  const at = instruction.span.start;
  return [
    ...heredocs.map((text): Copy => ({ at, sources: [], target, intoFolder: false, from: undefined, text })),
    ...(sources.length > 0 ? [{ at, sources, target, intoFolder, from, text: undefined }] : []),
  ];
}

function bodyOf({ text }: Dockerfile, { bodySpan }: Instruction["heredocs"][number]): string {
  return text.slice(bodySpan.start, bodySpan.end);
}

function workdirOf(stage: Stage): string {
  const scope = scopeAtStart(stage);
  for (const instruction of stage.instructions) scope.apply(instruction);
  return scope.workdir;
}

function baseOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** Relative to the context, without `./`. */
function normal(path: string): string {
  return path.replace(/^(?:\.?\/)+/, "").replace(/\/+$/, "") || ".";
}

/** An absolute path without `.`, `..` and slashes at its end. */
export function absolute(path: string, folder: string): string {
  const parts: string[] = [];
  for (const part of (path.startsWith("/") ? path : `${folder}/${path}`).split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return `/${parts.join("/")}`;
}
