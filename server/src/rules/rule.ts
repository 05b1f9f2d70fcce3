import type { Conversion, Facts, Fix, Level, Safety, Severity, Workspace } from "../alpinize";
import type { Release } from "../facts/types";
import type { HazardSeverity } from "../hazards/hazard";
import type { Hazards } from "../hazards/hazards";
import type { Build, Stage } from "../model/build";
import type { Span } from "../text/edits";

/** What a rule may ask. All of it is computed when it is first asked for. */
export interface Context {
  readonly build: Build;
  readonly facts: Facts;
  readonly workspace: Workspace | undefined;
  /** The Alpine release the stage stands on; undefined when it is no Alpine, or when nobody knows. */
  alpineRelease(stage: Stage): Release | undefined;
  convert(level: Level): Conversion;
  readonly hazards: Hazards;
}

/** One place where a rule's flaw was found. */
export interface Found {
  readonly span: Span;
  /** What, why, and what to do, in at most two sentences. */
  readonly message: string;
  /** When it differs from the rule's own. */
  readonly severity?: Severity;
  readonly fix?: () => Omit<Fix, "safety">;
}

/** `before` is a whole Dockerfile; `after` is what the fix makes of it, and has no finding of the rule. */
export interface Example {
  readonly before: string;
  /** Absent for a rule without a fix. */
  readonly after?: string;
  /** Files of the build context that the rule reads, by their paths. */
  readonly files?: Readonly<Record<string, string>>;
}

/** What must not be accused, and why not. */
export interface LookAlike {
  /** A phrase that goes on from "left alone:". */
  readonly why: string;
  readonly text: string;
  readonly files?: Readonly<Record<string, string>>;
}

/** One flaw: how it is found, said and fixed. From the same fields come docs/rules.md, settings and tests. */
export interface Rule {
  /** Kebab-case, names the flaw, and is the file's name. */
  readonly name: string;
  readonly severity: Severity;
  /** For a rule that tells of a hazard: what it means for Alpine. Told to those on Debian, it is no more than information. */
  readonly hazard?: HazardSeverity;
  /** One line for tables. */
  readonly summary: string;
  /** Markdown paragraphs: what it costs, and when it does not matter. */
  readonly why: string;
  /** Rules of other linters about the same thing: `hadolint DL3018`. */
  readonly related: readonly string[];
  /** What is said of its fixes; `none`: said, not fixed. */
  readonly fix: Safety | "none";
  readonly examples: readonly [Example, ...Example[]];
  /** Dockerfiles that look like the examples and have no finding of the rule. */
  readonly leftAlone: readonly [LookAlike, ...LookAlike[]];
  check(context: Context): Iterable<Found>;
}
