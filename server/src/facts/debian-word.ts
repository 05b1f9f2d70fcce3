/** One word after `apt-get install`. */
export interface DebianWord {
  readonly name: string;
  /** A trailing `-`: apt removes the package instead. */
  readonly removes: boolean;
}

/**
 * Takes off what apt reads beside the name: `=version`, `/suite`, `:architecture`.
 * @param isKnown tells whether a name ends in `+` or `-` by itself, as `g++` does.
 */
export function readDebianWord(word: string, isKnown: (name: string) => boolean): DebianWord {
  const name = word.replace(/[=/].*$/, "").replace(/:[a-z0-9-]+$/, "");
  if (isKnown(name) || !/[a-z0-9][+-]$/.test(name)) return { name, removes: false };
  return { name: name.slice(0, -1), removes: name.endsWith("-") };
}
