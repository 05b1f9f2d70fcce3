import { absolute } from "../manifests/image-files";
import { textOfImageFile } from "../manifests/installs";
import { expandKnown } from "../model/shell-variables";
import type { ShellCommand } from "../shell/types";
import type { Context } from "./translation";

/** Names of packages that a file of the build context lists. */
export interface ListedNames {
  /** As the commands name it. */
  readonly file: string;
  readonly names: readonly string[];
}

/** To be said where the names of a file now stand in the Dockerfile. */
export function writtenHere({ file }: ListedNames): string {
  return `The names that ${file} lists are written here now, as apk knows them. What is added to that file is not installed any more.`;
}

/**
 * The names that commands read out of a file, such as `cat packages.txt` and `grep -v '^#' packages.txt | tr '\n' ' '`.
 * @returns undefined when they do more than leave out comments and blank lines, or the file is not there.
 */
export function listedNames(commands: readonly ShellCommand[], context: Context): ListedNames | undefined {
  const files = commands.map((command) => fileOf(command, context));
  if (files.some((file) => file === undefined)) return undefined;
  const [file, ...others] = files.filter((one) => one !== "");
  if (!file || others.length > 0) return undefined;
  const text = textOfImageFile(absolute(file, context.run.workdir), context.stage, context);
  const names = text?.replace(/#.*$/gm, "").split(/\s+/).filter(Boolean);
  return names?.every((name) => /^[a-z0-9][a-z0-9+.:=~*-]*$/i.test(name)) ? { file, names } : undefined;
}

/** The file a command reads; empty when it reads what the one before it says, undefined when its meaning is not known. */
function fileOf({ name, args, redirects }: ShellCommand, { run }: Context): string | undefined {
  const words = args.map((word) => expandKnown(run, word));
  const operands = words.filter((word) => !word.startsWith("-"));
  const [input] = redirects.flatMap(({ operator, target }) => (operator === "<" && target ? [target] : []));
  const redirected = input ? expandKnown(run, input) : "";
  if (redirects.length > (input ? 1 : 0)) return undefined;
  switch (name) {
    case "cat":
      return operands.length > 1 ? undefined : (operands[0] ?? redirected);
    case "tr":
    case "sort":
    case "uniq":
      return redirected;
    case "grep":
    case "egrep":
      // Only what leaves lines out, and only comments and blank ones.
      return words.some((word) => /^-[a-zA-Z]*v/.test(word)) && isAboutComments(operands[0])
        ? (operands[1] ?? redirected)
        : undefined;
    case "sed":
      return isAboutComments(operands[0]) ? (operands[1] ?? redirected) : undefined;
    default:
      return undefined;
  }
}

/** `^#`, `^\s*$`, `(^#|^$)`, `s/#.*$//`, `/^#/d`. */
function isAboutComments(pattern: string | undefined): boolean {
  return pattern !== undefined && /[#$]/.test(pattern) && !/[a-rt-z0-9]/.test(pattern.replace(/\[[^\]]*\]|\/d$/g, ""));
}
