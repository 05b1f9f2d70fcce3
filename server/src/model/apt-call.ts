import type { Invocation } from "../shell/invocation";
import type { ShellWord } from "../shell/types";

/** One call of apt-get, apt or aptitude, taken apart. */
export interface AptCall {
  readonly verb: string;
  readonly verbWord: ShellWord;
  /** Every word that is an option or an option's value. */
  readonly options: readonly ShellWord[];
  /** What the verb is applied to: package names for `install`. */
  readonly operands: readonly ShellWord[];
  /** False with --no-install-recommends. */
  readonly recommends: boolean;
}

/** Options of apt that take the next word as their value. */
const valued: ReadonlySet<string> = new Set([
  "-o",
  "--option",
  "-c",
  "--config-file",
  "-t",
  "--target-release",
  "--default-release",
  "-a",
  "--host-architecture",
  "-P",
  "--build-profiles",
  "--with-source",
]);

/** minideb's script: `apt-get update`, then `apt-get install -y --no-install-recommends`, then the lists go. */
const minidebInstall = "install_packages";

/** What installs packages of Debian's from repositories. */
export const aptPrograms: ReadonlySet<string> = new Set(["apt-get", "apt", "aptitude", minidebInstall]);

export function aptCall({ name, program, args, nameSpan }: Invocation): AptCall | undefined {
  if (name === minidebInstall) {
    const verbWord = { text: program, value: "install", literal: true, span: nameSpan };
    return { verb: "install", verbWord, options: [], operands: args, recommends: false };
  }
  if (!aptPrograms.has(name)) return undefined;
  const options: ShellWord[] = [];
  const plain: ShellWord[] = [];
  for (let at = 0; at < args.length; at++) {
    const word = args[at] as ShellWord;
    if (!word.value.startsWith("-") || word.value === "-") {
      plain.push(word);
      continue;
    }
    options.push(word);
    const value = args[at + 1];
    if (valued.has(word.value) && value) {
      options.push(value);
      at++;
    }
  }
  const [verbWord, ...operands] = plain;
  if (!verbWord) return undefined;
  return { verb: verbWord.value, verbWord, options, operands, recommends: !refusesRecommends(options) };
}

function refusesRecommends(options: readonly ShellWord[]): boolean {
  return options.some(
    ({ value }) =>
      value === "--no-install-recommends" ||
      value === "--without-recommends" ||
      value === "-R" ||
      /install-recommends=(0|false|no)$/i.test(value),
  );
}
