import type { Invocation } from "../shell/invocation";
import type { ShellWord } from "../shell/types";

/** One call of pip, as `pip`, `pip3.12` or `python -m pip`. */
export interface PipCall {
  readonly verb: string;
  readonly verbWord: ShellWord;
  /** Every word but the verb. */
  readonly rest: readonly ShellWord[];
}

export function pipCall({ name, args }: Invocation): PipCall | undefined {
  const words = /^pip\d*(\.\d+)?$/.test(name)
    ? args
    : /^python\d*(\.\d+)?$/.test(name)
      ? moduleArguments(args)
      : undefined;
  const at = words?.findIndex(({ value }) => !value.startsWith("-")) ?? -1;
  const verbWord = words?.[at];
  if (!words || !verbWord) return undefined;
  return { verb: verbWord.value, verbWord, rest: [...words.slice(0, at), ...words.slice(at + 1)] };
}

/** The call itself says where its cache is, or that there is none; pip takes `--no-cache` for its option that begins so. */
export function choosesPipCache(words: readonly ShellWord[]): boolean {
  return words.some(({ value }) => /^--(no-cache(-dir)?|cache-dir)(=|$)/.test(value));
}

/** What follows `-m pip`. */
function moduleArguments(args: readonly ShellWord[]): readonly ShellWord[] | undefined {
  const at = args.findIndex(({ value }) => !value.startsWith("-") || value === "-m");
  return args[at]?.value === "-m" && args[at + 1]?.value === "pip" ? args.slice(at + 2) : undefined;
}
