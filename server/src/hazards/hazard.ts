import type { Facts, Fix, Workspace } from "../alpinize";
import type { Release } from "../facts/types";
import type { Build, Stage } from "../model/build";
import type { Example, LookAlike } from "../rules/rule";
import type { Span } from "../text/edits";

/**
 * `block`: cannot work on Alpine; the stage is never converted, and Alpine is not suggested for it.
 * `error`: fails there until somebody changes it; the stage is converted only when asked for what can be done.
 * `warning`: works, but slower, larger or otherwise than before; `information`: good to know.
 */
export type HazardSeverity = "block" | "error" | "warning" | "information";

/** A stage that stands on Alpine, or would after a conversion. */
export interface Place {
  readonly build: Build;
  readonly stage: Stage;
  readonly facts: Facts;
  readonly workspace: Workspace | undefined;
  /** It stands on Alpine as it is. */
  readonly onAlpine: boolean;
  /** The release it stands on, or would. */
  readonly release: Release;
  /** The official family of its Alpine image (`python`); undefined on Alpine itself. */
  readonly family: string | undefined;
}

/** One place in a stage where a hazard was found. */
export interface Hit {
  readonly span: Span;
  /**
   * What fails on Alpine, why, and what to do, in at most two sentences. It is read by those who are on Alpine already and
   * by those who only think of it, so it names Alpine: "Alpine has no ...", "On Alpine, ...".
   */
  readonly message: string;
  /** When it differs from the hazard's own. */
  readonly severity?: HazardSeverity;
  readonly fix?: () => Omit<Fix, "safety">;
}

/**
 * One thing that breaks, slows down or bloats on Alpine and that no conversion solves by itself. What a translation takes
 * care of is no hazard while the stage stands on Debian: `find` looks at `onAlpine`.
 * From the same fields come a rule with its documentation, its setting and its tests, and what stops a conversion.
 */
export interface Hazard {
  /** Kebab-case, names the flaw, and is the file's name. */
  readonly name: string;
  readonly severity: HazardSeverity;
  /** One line for tables. */
  readonly summary: string;
  /** Markdown paragraphs: what happens, why, and the ways out. */
  readonly why: string;
  /** Rules of other linters about the same thing: `hadolint DL3018`. */
  readonly related: readonly string[];
  /** True when some hits have a fix, which is always one to be reviewed. */
  readonly fixable?: true;
  readonly examples: readonly [Example, ...Example[]];
  /** What looks like the examples and must not be accused. */
  readonly leftAlone: readonly [LookAlike, ...LookAlike[]];
  find(place: Place): Iterable<Hit>;
}
