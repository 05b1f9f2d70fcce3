import type { Build, Stage } from "../model/build";
import { isBuildPackage } from "../model/build-packages";
import { callsOf, isScript } from "../model/calls";
import { variablesOf } from "../model/environment";
import { chain, standingOn, targets } from "../model/layers";
import { rootImage } from "../model/platform";
import { isWorkshop, startsNothing } from "../model/workshop";
import type { StageContext } from "../translations";
import type { PackageUnit } from "./package-units";

/** What the containers of a stage, and of those built from it, are seen to need once they run. */
export class ContainerUse {
  /** The image is there to build in, so that its compilers are no mere means. */
  readonly isWorkshop: boolean;
  readonly #words: ReadonlySet<string>;
  /** What ENV names as a library without a version: of `/usr/lib/libgdal.so`, `gdal`. */
  readonly #openedLibraries: readonly string[];
  /** CMD, ENTRYPOINT or HEALTHCHECK starts a script, or nothing in the file says what is started. */
  readonly #startsScript: boolean;

  constructor(private readonly context: StageContext) {
    const { stage, build } = context;
    const stages = standingOn(stage, build);
    this.#words = wordsOf(stages);
    this.#openedLibraries = stages
      .flatMap(variablesOf)
      .flatMap(({ value }) => [...value.matchAll(/\/lib\/(?:[\w*-]+\/)?lib([\w+-]+)\.so(?![.\w])/g)])
      .map(([, library = ""]) => library);
    const starts = stages.flatMap((one) => one.starts);
    this.#startsScript = starts.length === 0 || starts.flatMap(callsOf).some(isScript);
    this.isWorkshop = imagesOf(stage, build).some(
      (image) => isWorkshop(image) || (isPlainSystem(image) && startsNothing(image)),
    );
  }

  /** The packages are named by what is started, or have a library that ENV names. */
  names({ debian, packages }: PackageUnit): boolean {
    const words = this.#words;
    if (packages.includes("build-base") && ["make", "gcc", "g++", "cc"].some((word) => words.has(word))) return true;
    return [...debian, ...packages].some((name) => words.has(name)) || packages.some((name) => this.#opens(name));
  }

  /** Serves nothing but building. Maven or npm run too, and what a script starts in the container, nobody here knows. */
  isForBuilding({ role, debian, packages }: PackageUnit): boolean {
    if (role !== "build" || packages.some(isJdk)) return false;
    return (
      packages.every(isBuildPackage) || debian.every(isBuildPackage) || !(this.#startsScript || this.#starts(packages))
    );
  }

  /** `libgdal.so` without a version belongs to gdal-dev, and goes with it. */
  #opens(name: string): boolean {
    const stem = /^(?:lib)?(.+)-dev$/.exec(name)?.[1];
    return stem !== undefined && this.#openedLibraries.some((library) => library.startsWith(stem));
  }

  /** One of the programs that are started comes with these packages. */
  #starts(packages: readonly string[]): boolean {
    const { facts, release, present } = this.context;
    const brought = new Set([
      ...packages,
      ...facts.alpine.closure(packages, release, present).packages.map(({ name }) => name),
    ]);
    return [...this.#words].some((word) =>
      facts.alpine.providers(`cmd:${word}`, release).some((name) => brought.has(name)),
    );
  }
}

/** The words of CMD, ENTRYPOINT and HEALTHCHECK, programs without their folders. */
function wordsOf(stages: readonly Stage[]): ReadonlySet<string> {
  const words = stages
    .flatMap(({ instructions }) => instructions)
    .filter(({ name }) => name === "CMD" || name === "ENTRYPOINT" || name === "HEALTHCHECK")
    .flatMap(({ json, args }) => json?.map(({ value }) => value) ?? [args.text])
    .flatMap((text) => text.split(/[\s;&|()"']+/));
  return new Set(words.map((word) => word.slice(word.lastIndexOf("/") + 1)));
}

/** The stages that become images with the layers of this one. */
function imagesOf(stage: Stage, build: Build): readonly Stage[] {
  return targets(build).filter((target) => chain(target).includes(stage));
}

/** What such an image starts by itself is a shell. */
function isPlainSystem(stage: Stage): boolean {
  return /^(?:.*\/)?(?:debian|ubuntu|minideb|alpine|buildpack-deps)$/.test(rootImage(stage)?.image ?? "");
}

/** What it compiles needs a part of it to run, and `java` is called by scripts, where nobody sees it. */
function isJdk(name: string): boolean {
  return /^openjdk\d/.test(name);
}
