import type { Invocation } from "../shell/invocation";
import type { ShellWord } from "../shell/types";

/** One call of apk, taken apart. */
export interface ApkCall {
  readonly action: "add" | "remove" | "update" | "upgrade" | "clean";
  readonly verbWord: ShellWord;
  /** Every word that is an option or an option's value. */
  readonly options: readonly ShellWord[];
  readonly operands: readonly ShellWord[];
  /** `--virtual NAME`, `-t NAME`. */
  readonly virtual: string | undefined;
  readonly noCache: boolean;
}

/** Options of apk that take the next word as their value. */
const valued: ReadonlySet<string> = new Set([
  "-t",
  "--virtual",
  "-X",
  "--repository",
  "-p",
  "--root",
  "--arch",
  "--cache-dir",
  "--cache-max-age",
  "--keys-dir",
  "--repositories-file",
  "--progress-fd",
  "--wait",
  "--timeout",
]);

const actions: ReadonlyMap<string, ApkCall["action"]> = new Map([
  ["add", "add"],
  ["del", "remove"],
  ["update", "update"],
  ["upgrade", "upgrade"],
  ["cache", "clean"],
]);

export function apkCall({ name, args }: Invocation): ApkCall | undefined {
  if (name !== "apk") return undefined;
  const options: ShellWord[] = [];
  const plain: ShellWord[] = [];
  let virtual: string | undefined;
  for (let at = 0; at < args.length; at++) {
    const word = args[at] as ShellWord;
    if (!word.value.startsWith("-")) {
      plain.push(word);
      continue;
    }
    options.push(word);
    const [option = "", inline] = word.value.split("=", 2);
    const next = args[at + 1];
    const takesNext =
      inline === undefined && next !== undefined && (valued.has(option) || /^-[a-zA-Z]*[tXp]$/.test(option));
    if (takesNext) {
      options.push(next);
      at++;
    }
    if (option === "--virtual" || /^-[a-zA-Z]*t$/.test(option)) virtual = inline ?? next?.value;
  }
  const [verbWord, ...operands] = plain;
  const action = verbWord && actions.get(verbWord.value);
  if (!verbWord || !action) return undefined;
  return { action, verbWord, options, operands, virtual, noCache: options.some(({ value }) => value === "--no-cache") };
}
