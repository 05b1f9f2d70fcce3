import type { Span } from "../text/edits";
import type { ImageFile } from "./image-files";
import type { Requirement } from "./requirement";

/** Where an installer runs, for what reads its command. */
export interface Place {
  /** A file at a path relative to the command's folder, as it lies in the image then. */
  read(path: string): ImageFile | undefined;
  /** `3.13`, when the image tells. */
  readonly python: string | undefined;
  /** The value of an environment variable, where it is known. */
  variable(name: string): string | undefined;
}

/** One package, and the word in the script that brings it. */
export interface Read {
  readonly requirement: Requirement;
  readonly span: Span;
}
