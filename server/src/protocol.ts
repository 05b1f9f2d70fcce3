/**
 * What our client and server say to each other beyond the standard protocol: names and shapes only,
 * plain JSON, no library. Other editors may use the same requests.
 */
import type { Level, Remark, StageResult } from "./alpinize";
import type { Basis } from "./facts/types";

export type { Level } from "./alpinize";

/** Request `ConvertParams` -> `ConvertResult`: one conversion of an open Dockerfile. Changes nothing. */
export const convertRequest = "alpinize/convert";

/** Request `LevelsParams` -> `LevelsResult`: what each level would give, for choosing one. */
export const levelsRequest = "alpinize/levels";

/** As in the Language Server Protocol: zero-based lines, UTF-16 characters. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

export interface DocumentId {
  readonly uri: string;
}

export interface ConvertParams {
  readonly textDocument: DocumentId;
  readonly level: Level;
  /** Convert what can be, and leave a comment above what cannot. */
  readonly partial?: boolean;
  /** Cache mounts (BuildKit) in place of options that keep no cache. */
  readonly cacheMounts?: boolean;
}

export interface ConvertResult {
  /** Version of the document the edits belong to; apply them to no other. */
  readonly version: number | null;
  /** The whole new Dockerfile, equal to the old one when nothing was to be done. */
  readonly text: string;
  /** Disjoint edits that lead from the old text to `text`. */
  readonly edits: readonly TextEdit[];
  /** False when a stage, or part of one, could not be converted. */
  readonly complete: boolean;
  readonly stages: readonly Located<StageResult>[];
  /** Ranges are those of the old text. */
  readonly remarks: readonly Located<Remark>[];
  readonly sizes: SizesBeforeAndAfter;
}

export interface LevelsParams {
  readonly textDocument: DocumentId;
}

export interface LevelsResult {
  readonly version: number | null;
  /** From the smallest change to the largest. */
  readonly levels: readonly LevelOffer[];
}

export interface LevelOffer {
  readonly level: Level;
  /** What a menu shows, e.g. `Base image only`. */
  readonly title: string;
  /** One line that says what the level does. */
  readonly summary: string;
  /** False when this level would leave the file as it is. */
  readonly changes: boolean;
  readonly complete: boolean;
  readonly sizes: SizesBeforeAndAfter;
}

/** One entry per stage, in the order of the file; the last one is the image that is built by default. */
export interface SizesBeforeAndAfter {
  readonly before: readonly StageTotal[];
  readonly after: readonly StageTotal[];
}

export interface StageTotal {
  /** The stage's name, or its number as text. */
  readonly stage: string;
  /** What `docker images` shows: uncompressed layers. */
  readonly disk: Figure;
  /** What a pull transfers: compressed layers. */
  readonly download: Figure;
}

/** A size as it is shown to people, together with the figure it was made from. */
export interface Figure {
  /** Null exactly when the basis is `unknown`. */
  readonly bytes: number | null;
  readonly basis: Basis;
  /** Formatted by the one function that formats sizes, e.g. `54.3 MB`, `about 54 MB`, `unknown`. */
  readonly text: string;
}

/** A value of the core with its offsets turned into a range of the document. */
export type Located<T extends { readonly span: unknown }> = Omit<T, "span"> & { readonly range: Range };
