import type { Workspace } from "../alpinize";
import { compareReleases } from "../facts/releases";
import type { Release } from "../facts/types";
import type { Build, Stage } from "../model/build";
import type { Call } from "../model/calls";
import { pipCall } from "../model/pip-call";
import { rootImage } from "../model/platform";
import { type Run, sourceSpan } from "../model/run";
import { workingFolder } from "../model/working-folder";
import { type Invocation, invocation } from "../shell/invocation";
import type { Span } from "../text/edits";
import { goInstalls } from "./go/installs";
import { absolute, ImageFiles } from "./image-files";
import { javaInstalls } from "./java/installs";
import type { Installer } from "./needs";
import { nodeInstalls } from "./node/installs";
import { composerInstalls } from "./php/installs";
import type { Place, Read } from "./place";
import { pythonInstalls } from "./python/installs";
import { compareVersions } from "./python/version";
import type { Requirement } from "./requirement";
import { rubyInstalls } from "./ruby/installs";
import { cargoInstalls } from "./rust/installs";

/** One package that a command of a RUN installs. */
export interface Install {
  readonly requirement: Requirement;
  readonly run: Run;
  readonly call: Invocation;
  /** In the document: the word that brings the package. */
  readonly span: Span;
}

type Reader = (call: Invocation, place: Place) => Read[] | undefined;

const readers: readonly Reader[] = [
  pythonInstalls,
  nodeInstalls,
  rubyInstalls,
  goInstalls,
  cargoInstalls,
  composerInstalls,
  javaInstalls,
];

/** What the commands of a Dockerfile install, each read once. */
export class Installs {
  readonly files: ImageFiles;
  readonly #known = new Map<Run, readonly Install[]>();

  constructor(build: Build, workspace: Workspace | undefined) {
    this.files = new ImageFiles(build, workspace);
  }

  in(stage: Stage): readonly Install[] {
    return stage.runs.flatMap((run) => this.of(run, stage));
  }

  of(run: Run, stage: Stage): readonly Install[] {
    const known = this.#known.get(run);
    if (known) return known;
    const installs = run.script.commands.map(invocation).flatMap((call) => {
      const place = this.placeOf(call, run, stage);
      const read = readers.map((reader) => reader(call, place)).find((found) => found !== undefined) ?? [];
      return read.map(({ requirement, span }) => ({ requirement, run, call, span: sourceSpan(run, span) }));
    });
    this.#known.set(run, installs);
    return installs;
  }

  /** The build context is said to have the file, whether or not it was found there. */
  comesFromContext(path: string, call: Call, stage: Stage): boolean {
    return this.files.comesFromContext(path, call.within, stage, folderOf(call.within, call));
  }

  placeOf(call: Invocation, run: Run, stage: Stage): Place {
    const folder = folderOf(run, call);
    return {
      python: pythonOf(stage),
      variable: (name) => variableAt(name, call, run),
      read: (path) => (/[$`]/.test(path) ? undefined : this.files.read(path, run, stage, folder)),
    };
  }
}

const known = new WeakMap<Build, Installs>();

/** The same for every question about one Dockerfile. */
export function installsOf(build: Build, workspace: Workspace | undefined): Installs {
  const installs = known.get(build) ?? new Installs(build, workspace);
  known.set(build, installs);
  return installs;
}

/** What tells the texts of files in an image. */
export interface ImageSource {
  readonly build: Build;
  readonly workspace: Workspace | undefined;
}

/**
 * The text that a file of an image has, as far as the Dockerfile and its build context tell.
 * @param path absolute, in the image.
 */
export function textOfImageFile(path: string, stage: Stage, { build, workspace }: ImageSource): string | undefined {
  return installsOf(build, workspace).files.readAt(path, stage)?.text;
}

/** `3.13`, from the tag of an official python image. */
export function pythonOf(stage: Stage): string | undefined {
  const root = rootImage(stage);
  return root?.image === "python" ? /^\d+\.\d+/.exec(root.tag)?.[0] : undefined;
}

/** What the installers of a stage take. The official python images bring a pip that is as old as they are. */
export function installerOf(stage: Stage, family: string | undefined, release: Release): Installer {
  const python = pythonOf(stage);
  const isOldPip =
    python === undefined
      ? family === undefined && compareReleases(release, renewsPip(stage) ? "3.8" : "3.16") < 0
      : compareVersions(python, "3.6") < 0;
  return { python, isOldPip };
}

/** `pip install --upgrade pip` brings the newest that the Python takes; Alpine 3.8 has Python 3.6, which takes one that is new enough. */
function renewsPip({ runs }: Stage): boolean {
  return runs.some(({ script }) =>
    script.commands.some((command) => {
      const pip = pipCall(invocation(command));
      return pip?.verb === "install" && pip.rest.some(({ value }) => value === "pip");
    }),
  );
}

/** What ENV, ARG, `export` and assignments before the command have set. */
function variableAt(name: string, { nameSpan }: Invocation, { script, variables }: Run): string | undefined {
  const before = script.text.slice(0, nameSpan.start);
  const [, value] = [...before.matchAll(new RegExp(`\\b${name}=["']?([^\\s"';&|]*)`, "g"))].at(-1) ?? [];
  return value ?? variables.get(name);
}

/** Where a command works; what cannot be told is taken for where the RUN starts. */
function folderOf(run: Run, { span }: Invocation): string {
  const folder = workingFolder(run, span.start);
  return folder === undefined || /^[~$]/.test(folder) ? run.workdir : absolute(folder, run.workdir);
}
