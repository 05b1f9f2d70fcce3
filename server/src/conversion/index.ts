import type { Conversion, Facts, Level, Workspace } from "../alpinize";
import type { Build } from "../model/build";

export interface ConversionOptions {
  readonly facts: Facts;
  readonly workspace: Workspace | undefined;
  readonly level: Level;
  /** Convert what can be, and leave a comment above what cannot. */
  readonly partial: boolean;
}

export function convertBuild(build: Build, { level }: ConversionOptions): Conversion {
  return { level, text: build.file.text, edits: [], stages: [], remarks: [], complete: true };
}
