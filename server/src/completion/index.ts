import { parseDockerfile } from "../dockerfile";
import type { Facts } from "../facts/types";
import { readBuild } from "../model/build";
import type { Span } from "../text/edits";
import { completeImage } from "./image";
import { completePackage } from "./package";

/** One word that may be meant. */
export interface Proposal {
  readonly label: string;
  readonly kind: "package" | "image" | "stage";
  /** Size and origin, in a few words. */
  readonly detail: string;
}

export interface Completion {
  /** What a proposal takes the place of: the word around the cursor, within one line. */
  readonly span: Span;
  /** The likeliest first. */
  readonly proposals: readonly Proposal[];
  /** There are more, which a longer word brings up. */
  readonly isCut: boolean;
}

/** Stands for the word that is about to be written. */
const placeholder = "x";

/**
 * The words that may be meant at `offset`; undefined where we have none to offer. What is written so far need not make
 * sense yet (`apk add \` and nothing behind it), so a word is put in at the cursor, and the text read with it.
 */
export function completeAt(text: string, offset: number, facts: Facts): Completion | undefined {
  const build = readBuild(parseDockerfile(text.slice(0, offset) + placeholder + text.slice(offset)));
  const stage = build.stages.findLast(({ from }) => from.span.start < offset);
  if (!stage) return undefined;
  const found = completeImage(build, stage, offset, facts) ?? completePackage(stage, offset, facts);
  if (!found || found.proposals.length === 0) return undefined;
  // All that is behind the cursor has moved on by the placeholder.
  const span = { start: found.span.start, end: found.span.end - placeholder.length };
  return /[\r\n]/.test(text.slice(span.start, span.end)) ? undefined : { ...found, span };
}
