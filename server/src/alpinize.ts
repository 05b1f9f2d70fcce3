import { type Completion, completeAt } from "./completion";
import { convertBuild } from "./conversion";
import { placesOf } from "./conversion/places";
import { parseDockerfile } from "./dockerfile";
import type { Facts, Size } from "./facts/types";
import { hazards as allHazards } from "./hazards";
import { Hazards } from "./hazards/hazards";
import { hoverAt } from "./hover";
import { type Given, readBuild } from "./model/build";
import { alpineRelease } from "./model/platform";
import { findAll } from "./rules/find";
import { Ignored } from "./rules/ignored";
import type { Context } from "./rules/rule";
import type { RuleSettings } from "./rules/settings";
import { stageSizes } from "./size/sizes";
import type { Span, TextEdit } from "./text/edits";
import { verdictOf } from "./verdict";

export type { Completion } from "./completion";
export type { Facts, Release, Size } from "./facts/types";
export type { Span, TextEdit } from "./text/edits";

/** How far a conversion goes; each level contains the one before. */
export const levels = ["base", "packages", "single-run", "multi-stage"] as const;
export type Level = (typeof levels)[number];

export type Severity = "error" | "warning" | "information" | "hint";

/** `safe`: the same running image, only smaller or cleaner. `review`: behaviour may change. */
export type Safety = "safe" | "review";

export interface Fix {
  readonly title: string;
  readonly safety: Safety;
  readonly edits: readonly TextEdit[];
}

export interface Finding {
  /** Kebab-case name of the rule, which names the flaw. */
  readonly rule: string;
  readonly severity: Severity;
  readonly span: Span;
  /** What, why, and what to do, in at most two sentences. */
  readonly message: string;
  /** Computed when asked for: code actions resolve lazily. */
  readonly fix: (() => Fix) | undefined;
}

/** One remark about a conversion. `stop`: this could not be converted. `check`: look at this by hand. `done`: what changed and why. */
export interface Remark {
  readonly kind: "stop" | "check" | "done";
  readonly span: Span;
  readonly message: string;
}

export interface StageResult {
  /** The stage's name, or its number as text. */
  readonly stage: string;
  /** Where its FROM stands. */
  readonly span: Span;
  readonly outcome: "converted" | "partly" | "stopped" | "unchanged";
  readonly from: string;
  readonly to: string;
}

export interface ConvertOptions {
  /** Convert what can be, and leave a comment above what cannot. */
  readonly partial?: boolean | undefined;
  /** Cache mounts (BuildKit) in place of options that keep no cache. */
  readonly cacheMounts?: boolean | undefined;
}

export interface Conversion {
  readonly level: Level;
  /** The whole new Dockerfile; equal to the old one when nothing was to be done. */
  readonly text: string;
  readonly edits: readonly TextEdit[];
  readonly stages: readonly StageResult[];
  readonly remarks: readonly Remark[];
  /** False when a stage, or part of one, could not be converted. */
  readonly complete: boolean;
}

/** Whether the image is to be converted. */
export interface Verdict {
  /** `check`: something is to be looked at, before or after. `stay`: it cannot work, or there is no Alpine image. */
  readonly kind: "convert" | "check" | "stay";
  /** One line that goes on from "Alpine:", without a full stop. */
  readonly text: string;
  /** The FROM of the image that is shipped. */
  readonly span: Span;
}

/** What one image or layer adds. */
export interface SizeLine {
  readonly span: Span;
  readonly label: string;
  readonly disk: Size;
  readonly download: Size;
  /** Package by package, largest first, when known. */
  readonly items: readonly { readonly name: string; readonly disk: Size }[];
}

export interface StageSizes {
  readonly stage: string;
  readonly lines: readonly SizeLine[];
  readonly disk: Size;
  readonly download: Size;
}

export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

/** Files of the build context, confined to one folder and bounded in size by whoever implements it. */
export interface Workspace {
  /** The Dockerfile's own path relative to the context, for what is named after it; undefined when it has none. */
  readonly dockerfile?: string;
  /** Path relative to the context, `/`-separated; undefined when absent, outside, or too large. */
  readText(path: string): string | undefined;
  /** At most 64 kB from `offset` on, of a file of any size; undefined when it is absent or outside. */
  readBytes(path: string, offset: number, length: number): Uint8Array | undefined;
  list(path: string): readonly string[] | undefined;
}

export interface Options {
  readonly facts: Facts;
  readonly workspace?: Workspace | undefined;
  /** What compose files and the like say about the build. */
  readonly given?: Given | undefined;
  /** How severe the findings of a rule are, where it is not what the rule says itself. */
  readonly rules?: RuleSettings | undefined;
}

/** One Dockerfile, read once; every answer is computed when asked for. */
export interface Analysis {
  readonly findings: readonly Finding[];
  convert(level: Level, options?: ConvertOptions): Conversion;
  /** Undefined where nobody asks: no stage, on Alpine already, or nothing to convert. */
  verdict(): Verdict | undefined;
  /** One entry per stage, in order. */
  sizes(): readonly StageSizes[];
  hover(offset: number): Hover | undefined;
  /** Words that may be meant at the offset. */
  complete(offset: number): Completion | undefined;
}

/** The one door of the core. Never throws on any text. */
export function analyze(text: string, options: Options): Analysis {
  const { facts, workspace } = options;
  const build = readBuild(parseDockerfile(text), options.given);
  const ignored = new Ignored(build.file);
  const hazards = new Hazards(
    allHazards.filter(({ name }) => options.rules?.[name] !== "off"),
    () => placesOf(build, facts, workspace),
    (hazard, { span }) => ignored.has(hazard, span),
  );
  const conversions = new Map<string, Conversion>();
  const convert = (level: Level, { partial = false, cacheMounts = false }: ConvertOptions = {}): Conversion => {
    const key = `${level} ${partial} ${cacheMounts}`;
    const known =
      conversions.get(key) ?? convertBuild(build, { facts, workspace, hazards, level, partial, cacheMounts });
    conversions.set(key, known);
    return known;
  };
  const context: Context = {
    build,
    facts,
    workspace,
    convert,
    hazards,
    alpineRelease: (stage) => alpineRelease(stage, facts),
  };
  let findings: readonly Finding[] | undefined;
  return {
    get findings() {
      findings ??= findAll(context, { settings: options.rules });
      return findings;
    },
    convert,
    verdict: () => verdictOf({ build, facts, hazards, conversion: convert("single-run") }),
    sizes: () => stageSizes(build, facts),
    hover: (offset) => hoverAt(build, offset, facts, hazards),
    complete: (offset) => completeAt(text, offset, facts),
  };
}
