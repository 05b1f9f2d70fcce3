import type { Facts, Release, VersionChange } from "../facts/types";
import type { Stage } from "../model/build";
import { invocation } from "../shell/invocation";
import type { Span } from "../text/edits";
import type { Note } from "./run-conversion";

/** One product that changes its series with a stage, and the first word that installs it. */
export interface PlacedChange {
  readonly change: VersionChange;
  readonly span: Span;
}

/**
 * What to check because a language, server or client changes its version; one for each product, at its first place.
 */
export function versionChecks(
  changes: readonly PlacedChange[],
  { stage, release, isPlain, facts }: VersionContext,
): Note[] {
  const first = new Map<string, PlacedChange>();
  for (const placed of changes) if (!first.has(placed.change.product)) first.set(placed.change.product, placed);
  return [...first.values()]
    .filter(({ change }) => change.product !== "GCC" || change.isNamed || compiles(stage))
    .map(({ change, span }) => ({
      span,
      message: `${whatChanges(change, release)} ${whatToDo(change, isPlain, facts)}`,
    }));
}

/** The stage compiles code of its own; what pip or npm compiles is written for many compilers. */
function compiles({ runs }: Stage): boolean {
  return runs.some(({ script }) => script.commands.some((command) => compilers.test(invocation(command).name)));
}

const compilers =
  /^(?:cc|c\+\+|gcc|g\+\+|gfortran|make|cmake|ninja|meson|scons|configure|autoreconf|autogen\.sh|bootstrap)(?:-[\d.]+)?$/;

interface VersionContext {
  readonly stage: Stage;
  readonly release: Release;
  /** The stage stands on no image of a language, so that one could take its place. */
  readonly isPlain: boolean;
  readonly facts: Facts;
}

function whatChanges({ product, before, where, after, becomes }: VersionChange, release: Release): string {
  const there = `Alpine ${release}`;
  if (becomes !== undefined) {
    const old = before === undefined ? `${product} (${where})` : `${product} ${before} (${where})`;
    return `${old} becomes ${becomes}${after === undefined ? "" : ` ${after}`} (${there}).`;
  }
  if (before === undefined && after === undefined)
    return `Which ${product} ${where} and ${there} have is not known here.`;
  if (before === undefined) return `${product} is ${after} on ${there}; what ${where} has is not known here.`;
  if (after === undefined) return `${product} was ${before} (${where}); what ${there} has is not known here.`;
  return `${product} goes from ${before} (${where}) to ${after} (${there}).`;
}

function whatToDo({ before, image, becomes }: VersionChange, isPlain: boolean, { images }: Facts): string {
  const kept = isPlain && becomes === undefined && image && before !== undefined ? `${before}-alpine` : undefined;
  if (image === undefined || kept === undefined || !images.knownTags(image).includes(kept))
    return "Check what uses it.";
  return `Check what uses it, or start from ${image}:${kept}.`;
}
