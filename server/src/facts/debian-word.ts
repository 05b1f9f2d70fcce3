/** One word after `apt-get install`. */
export interface DebianWord {
  readonly name: string;
  /** Behind a colon, when it is not the machine's own by its name (`any`, `native`). */
  readonly architecture: string | undefined;
  /** A trailing `-`: apt removes the package instead. */
  readonly removes: boolean;
}

/**
 * Takes off what apt reads beside the name: `=version`, `/suite`, `:architecture`.
 * @param isKnown tells whether a name ends in `+` or `-` by itself, as `g++` does.
 */
export function readDebianWord(word: string, isKnown: (name: string) => boolean): DebianWord {
  const [name = "", colon] = word.replace(/[=/].*$/, "").split(/:(?=[a-z0-9-]+$)/);
  const architecture = colon === "any" || colon === "native" || colon === "all" ? undefined : colon;
  if (isKnown(name) || !/[a-z0-9][+-]$/.test(name)) return { name, architecture, removes: false };
  return { name: name.slice(0, -1), architecture, removes: name.endsWith("-") };
}
