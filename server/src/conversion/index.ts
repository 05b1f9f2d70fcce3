import type { Conversion, Facts, Level, Remark, StageResult, Workspace } from "../alpinize";
import type { Directive, Instruction } from "../dockerfile/types";
import type { Hazards, StageHit } from "../hazards/hazards";
import { isForSeveral, otherPlatform } from "../model/architecture";
import { type Build, type Stage, sourcesOf } from "../model/build";
import { mayCopyCompiled } from "../model/portable-files";
import { applyEdits, contains, distinctEdits, type Span, type TextEdit } from "../text/edits";
import { failuresOf } from "./base-failures";
import { commentAbove } from "./comments";
import { convertStage, type StageConversion, type StageStop } from "./stage";
import { nothingTaken } from "./taken-below";
import { isByteCode, isPortable, type Tree, treesOf, wantedTrees } from "./trees";

export interface ConversionOptions {
  readonly facts: Facts;
  readonly workspace: Workspace | undefined;
  readonly hazards: Hazards;
  readonly level: Level;
  /** Convert what can be, and leave a comment above what cannot. */
  readonly partial: boolean;
  /** Cache mounts in place of options that keep no cache. */
  readonly cacheMounts: boolean;
}

export function convertBuild(build: Build, options: ConversionOptions): Conversion {
  return new Converter(build, options).convert();
}

/** Why a tree stays as it is. */
interface Refusal {
  readonly stops: readonly StageStop[];
}

class Converter {
  readonly #trees: readonly Tree[];
  readonly #wanted: ReadonlySet<Tree>;
  readonly #converted = new Map<Tree, Map<Stage, StageConversion>>();
  readonly #refused = new Map<Tree, Refusal>();
  readonly #spared = new Map<Tree, Refusal>();

  constructor(
    private readonly build: Build,
    private readonly options: ConversionOptions,
  ) {
    this.#trees = treesOf(build, options.facts);
    this.#wanted = wantedTrees(this.#trees, build);
  }

  convert(): Conversion {
    const frontend = foreignFrontend(this.build);
    if (frontend !== undefined && this.build.stages.length > 0) return this.#readOnly(frontend);
    for (const tree of this.#trees) this.#attempt(tree);
    this.#joinTrees();
    this.#spareBuilders();
    const stages = this.build.stages.map((stage) => this.#result(stage));
    const remarks = this.#remarks();
    const complete = stages.every(({ outcome }) => outcome === "converted" || outcome === "unchanged");
    const { level } = this.options;
    const { text } = this.build.file;
    const edits = distinctEdits(this.#edits()).filter(
      ({ span, newText }) => text.slice(span.start, span.end) !== newText,
    );
    return { level, text: applyEdits(text, edits), edits, stages, remarks, complete };
  }

  /** The text belongs to a builder whose rules are not known here. */
  #readOnly(frontend: Directive): Conversion {
    const message = `The file is for the frontend ${frontend.value}, whose instructions may mean something else. It is read only; convert it by hand.`;
    const stages = this.build.stages.map((stage): StageResult => {
      const from = stage.base.word?.value ?? "";
      return { stage: stageName(stage), span: stage.from.span, outcome: "stopped", from, to: from };
    });
    const remarks: Remark[] = [{ kind: "stop", span: frontend.span, message }];
    return {
      level: this.options.level,
      text: this.build.file.text,
      edits: [],
      stages,
      remarks,
      complete: false,
    };
  }

  #attempt(tree: Tree): void {
    const { base } = tree;
    if (base.kind === "stop" && (this.#isLast(tree) || this.#feedsWanted(tree))) {
      this.#refuse(tree, base.why);
      return;
    }
    if (base.kind !== "alpine" || !this.#wanted.has(tree)) return;
    const { hazards, level, partial } = this.options;
    const blocks = base.already ? [] : tree.stages.flatMap((stage) => hazards.blocks(stage).map(hazardStop(stage)));
    if (blocks.length > 0) {
      this.#refused.set(tree, { stops: blocks });
      return;
    }
    if (base.php && level === "base") {
      this.#refuse(tree, onlyWithPackages(tree));
      return;
    }
    if (base.stop !== undefined && !partial) {
      this.#refuse(tree, base.stop);
      return;
    }
    const results = new Map<Stage, StageConversion>();
    const packages = new Map<Stage, Set<string>>();
    for (const stage of tree.stages) {
      const earlier = new Set(stage.base.stage && packages.get(stage.base.stage));
      packages.set(stage, earlier);
      if (level === "base") results.set(stage, baseOnly());
      else {
        const below = stage.base.stage && results.get(stage.base.stage)?.taken;
        const result = convertStage(stage, base, earlier, { ...this.options, build: this.build, below });
        results.set(stage, base.already ? result : withHazards(result, stage, hazards.in(stage)));
      }
    }
    const stops = [...results.values()].flatMap((result) => result.stops);
    const broken = this.#trial(tree, results);
    if (broken !== undefined) this.#refuse(tree, broken);
    else if (stops.length > 0 && !partial) this.#refused.set(tree, { stops });
    else this.#converted.set(tree, results);
  }

  /** Edits that cannot be applied, or would lose a comment, are given up as a whole. */
  #trial(tree: Tree, results: ReadonlyMap<Stage, StageConversion>): string | undefined {
    const edits = distinctEdits([...results.values()].flatMap(({ edits }) => edits));
    const { file } = this.build;
    const comments = tree.stages
      .flatMap(({ instructions }) => instructions)
      .flatMap((instruction) => instruction.comments);
    if (comments.some((comment) => edits.some(({ span }) => span.start < comment.end && comment.start < span.end))) {
      return "A comment stands in the middle of a command that would change. Move the comment above the instruction.";
    }
    try {
      applyEdits(file.text, edits);
      return undefined;
    } catch {
      return "Two changes of this stage touch the same text. Please report this Dockerfile.";
    }
  }

  #refuse(tree: Tree, message: string): void {
    this.#refused.set(tree, { stops: [stopAtBase(tree, message)] });
  }

  #feedsWanted(tree: Tree): boolean {
    return !isPortable(tree) && [...this.#wanted].some((other) => this.#copies(other, [tree]).length > 0);
  }

  /** Files that were compiled for glibc never go into a stage on musl, nor the other way round. */
  #joinTrees(): void {
    for (let changed = true; changed; ) {
      changed = false;
      for (const tree of [...this.#converted.keys()]) {
        const [foreign] = this.#foreignCopies(tree);
        if (foreign && !this.options.partial) {
          this.#converted.delete(tree);
          this.#refuse(tree, foreignFiles(foreign.source));
          changed = true;
        } else if (!this.#reachesConverted(tree)) {
          this.#converted.delete(tree);
          changed = true;
        }
      }
    }
  }

  /** What only hands over files that run on Alpine as well may stay on Debian: the last image is no larger for it. */
  #spareBuilders(): void {
    if (this.options.partial) return;
    for (const tree of [...this.#trees].reverse()) {
      const refusal = this.#refused.get(tree);
      const takers = this.#trees.filter(({ copiesFrom }) => copiesFrom.includes(tree));
      const mayStay = takers.every(
        (taker) =>
          !this.#refused.has(taker) &&
          (!this.#converted.has(taker) || isByteCode(tree) || this.#copies(taker, [tree]).length === 0),
      );
      if (!refusal || takers.length === 0 || !mayStay || this.#isLast(tree)) continue;
      this.#refused.delete(tree);
      this.#spared.set(tree, refusal);
    }
  }

  #isLast(tree: Tree): boolean {
    return tree.stages.includes(this.build.last as Stage);
  }

  /** What stands in the way of a converted tree outside of its own steps; only a partial conversion goes on in spite of it. */
  #ownStops(tree: Tree): StageStop[] {
    if (tree.base.kind !== "alpine") return [];
    const stops = tree.base.stop === undefined ? [] : [stopAtBase(tree, tree.base.stop)];
    for (const { instruction, source } of this.#foreignCopies(tree)) {
      if (keepsImage(source) && keepsImage(tree)) continue;
      stops.push({ instruction, span: instruction.span, message: foreignFiles(source), leftOut: undefined });
    }
    return stops;
  }

  /** What may take compiled files from a stage that stays on glibc. */
  #foreignCopies(tree: Tree): { readonly instruction: Instruction; readonly source: Tree }[] {
    const foreign = tree.copiesFrom.filter((source) => this.#staysOnGlibc(source));
    return this.#copies(tree, foreign);
  }

  /** What may take compiled files from those stages; one that is on Alpine already is as its author made it. */
  #copies(tree: Tree, from: readonly Tree[]): { readonly instruction: Instruction; readonly source: Tree }[] {
    if (isAlready(tree) || from.length === 0) return [];
    return tree.stages
      .flatMap(({ instructions }) => instructions)
      .flatMap((instruction) => {
        const sources = mayCopyCompiled(instruction) ? sourcesOf(instruction, this.build.stages) : [];
        const source = from.find(({ stages }) => sources.some((stage) => stages.includes(stage)));
        return source ? [{ instruction, source }] : [];
      });
  }

  #staysOnGlibc(source: Tree): boolean {
    if ((this.#converted.has(source) && !keepsImage(source)) || isPortable(source)) return false;
    return source.base.kind === "stop" || (source.base.kind === "alpine" && !source.base.already);
  }

  #reachesConverted(tree: Tree): boolean {
    return this.#isLast(tree) || [...this.#converted.keys()].some(({ copiesFrom }) => copiesFrom.includes(tree));
  }

  #edits(): TextEdit[] {
    const edits: TextEdit[] = [];
    for (const [tree, results] of this.#converted) {
      if (tree.base.kind === "alpine") edits.push(...tree.base.edits);
      edits.push(...this.#comments([...this.#ownStops(tree), ...[...results.values()].flatMap(({ stops }) => stops)]));
      for (const { edits: own } of results.values()) edits.push(...own);
    }
    if (this.options.partial) for (const { stops } of this.#refused.values()) edits.push(...this.#comments(stops));
    return edits;
  }

  #comments(stops: readonly StageStop[]): TextEdit[] {
    return commentAbove(this.build.file, stops);
  }

  #result(stage: Stage): StageResult {
    const tree = this.#trees.find(({ stages }) => stages.includes(stage)) as Tree;
    const results = this.#converted.get(tree);
    const from = stage.base.word?.value ?? "";
    const to = results && tree.base.kind === "alpine" && !stage.base.stage ? tree.base.to : from;
    const stops = (results?.get(stage)?.stops.length ?? 0) + (results ? this.#ownStops(tree).length : 0);
    const changes = results !== undefined && (!isAlready(tree) || (results.get(stage)?.edits.length ?? 0) + stops > 0);
    const outcome = changes ? (stops > 0 ? "partly" : "converted") : this.#refused.has(tree) ? "stopped" : "unchanged";
    return { stage: stageName(stage), span: stage.from.span, outcome, from, to };
  }

  #remarks(): Remark[] {
    const remarks: Remark[] = [];
    for (const tree of this.#trees) {
      const results = this.#converted.get(tree);
      const refused = this.#refused.get(tree);
      const span = spanOfBase(tree.root);
      if (results && tree.base.kind === "alpine") {
        if (!tree.base.already && !keepsImage(tree)) {
          remarks.push({ kind: "done", span, message: `${tree.root.base.word?.value} becomes ${tree.base.to}.` });
        }
        for (const message of tree.base.notes) remarks.push({ kind: "check", span, message });
        if (!tree.base.already) remarks.push(...this.#givenFromOutside(tree), ...this.#otherProcessors(tree));
        remarks.push(...this.#ownStops(tree).map(stopRemark));
        for (const { stops, checks, notes, done } of results.values()) {
          remarks.push(...done.map((note): Remark => ({ kind: "done", ...note })));
          remarks.push(...stops.map(stopRemark));
          remarks.push(...checks.map((check): Remark => ({ kind: "check", span: check.span, message: check.message })));
          remarks.push(...notes.map((note): Remark => ({ kind: "check", span: note.span, message: note.message })));
        }
        if (this.options.level === "base") remarks.push(...failuresOf(tree, this.build, this.options));
      } else if (refused) {
        remarks.push(...refused.stops.map(stopRemark));
      } else if (this.#spared.has(tree)) {
        remarks.push(...(this.#spared.get(tree)?.stops ?? []).map((stop) => sparedRemark(tree, stop)));
      } else if (tree.base.kind === "alpine" && !tree.base.already) {
        const message = `Stage ${stageName(tree.root)} is left alone: what it stands on is no part of the last image, so there is nothing to gain.`;
        remarks.push({ kind: "done", span, message });
      }
    }
    return unique(remarks).sort((a, b) => a.span.start - b.span.start);
  }

  /** The tables are of x86_64: nothing is promised for other processors. */
  #otherProcessors({ root, stages }: Tree): Remark[] {
    const platform = otherPlatform(root, this.build);
    if (platform === undefined && !stages.some(isForSeveral)) return [];
    const known = "what is known of packages, images and builds for musl is of x86_64";
    const message =
      platform === undefined
        ? `The steps ask which processor they are for, and ${known}. Build it for each before you rely on it.`
        : `This stage is for ${platform}, and ${known}. Build it there before you rely on it.`;
    return [{ kind: "check", span: spanOfBase(root), message }];
  }

  /** Files around the Dockerfile may give the ARGs in FROM other values than it has itself. */
  #givenFromOutside({ root, base }: Tree): Remark[] {
    const { segments = [] } = root.base;
    const span = spanOfBase(root);
    const now = base.kind === "alpine" ? base.to : "";
    return this.build.given.args.flatMap(({ name, value, by }): Remark[] => {
      const segment = segments.find(({ variable }) => variable === name);
      if (!segment || now.includes(value)) return [];
      const message =
        base.kind === "alpine" && base.php
          ? `${by} gives ${name} the value ${value}, which has no effect any more: the packages are those of PHP ${base.php.series}. Convert the file with that value as its default.`
          : `${by} gives ${name} the value ${value}, which goes before what this file says. Change it there too, so that it leads to ${now}.`;
      return [{ kind: "check", span, message }];
    });
  }
}

/** Frontends that read a Dockerfile as Docker does: Docker's own, also from a mirror. */
const ownFrontend = /(?:^|\/)docker\/dockerfile(?:-upstream)?(?:[:@]|$)/;

function foreignFrontend({ file }: Build): Directive | undefined {
  return file.directives.find(({ name, value }) => name === "syntax" && !ownFrontend.test(value));
}

function stopRemark({ span, message }: StageStop): Remark {
  return { kind: "stop", span, message };
}

function sparedRemark({ root }: Tree, { span, message }: StageStop): Remark {
  const kept = `Stage ${stageName(root)} is left alone, as what is taken from it runs on Alpine as it is.`;
  return { kind: "done", span, message: `${kept} It could not be converted: ${message}` };
}

function hazardStop(stage: Stage): (hit: StageHit) => StageStop {
  return ({ span, message }) => {
    const at = stage.instructions.find((instruction) => contains(instruction.span, span.start));
    return { instruction: at ?? stage.from, span, message, leftOut: undefined };
  };
}

/** What will fail stops the stage, as what cannot be translated does; what will only be different is to be checked. */
function withHazards(result: StageConversion, stage: Stage, hits: readonly StageHit[]): StageConversion {
  const failing = hits.filter(({ severity }) => severity === "error").map(hazardStop(stage));
  const checks = hits.filter(({ severity }) => severity === "warning");
  return { ...result, stops: [...result.stops, ...failing], checks: [...result.checks, ...checks] };
}

function isAlready({ base }: Tree): boolean {
  return base.kind === "alpine" && base.already;
}

/** The image is not known, so that only the steps are translated. */
function keepsImage({ base }: Tree): boolean {
  return base.kind === "alpine" && !base.already && base.edits.length === 0;
}

function stopAtBase({ root }: Tree, message: string): StageStop {
  return { instruction: root.from, span: spanOfBase(root), message, leftOut: undefined };
}

function onlyWithPackages({ root }: Tree): string {
  return `${root.base.word?.value} has no Alpine variant: it serves with Apache, which only Debian's variants have. The level packages puts Alpine's own packages of PHP and Apache in its place.`;
}

function foreignFiles({ root }: Tree): string {
  return `Files from stage ${stageName(root)} are copied in, which stays on glibc; what is compiled there does not run on Alpine. Convert both stages, or copy only what is not compiled.`;
}

function baseOnly(): StageConversion {
  return { edits: [], stops: [], checks: [], notes: [], done: [], lacks: [], taken: nothingTaken };
}

function spanOfBase(stage: Stage): Span {
  return stage.base.word?.span ?? stage.from.nameSpan;
}

function stageName({ name, index }: Stage): string {
  return name ?? String(index);
}

function unique(remarks: readonly Remark[]): Remark[] {
  const seen = new Set<string>();
  return remarks.filter(({ span, message }) => {
    const key = `${span.start} ${message}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
