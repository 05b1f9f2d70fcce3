/** What one file says about how an image is built. Paths are as written, relative to the folder of that file. */
export interface BuildDefinition {
  /** Who says it, for people: `compose.yaml (service web)`. */
  readonly by: string;
  /** The folder that COPY takes files from. */
  readonly context: string;
  /** Relative to the context, or to the file when `besideFile`. */
  readonly dockerfile: string;
  readonly besideFile?: true;
  readonly target: string | undefined;
  readonly args: Readonly<Record<string, string>>;
}
