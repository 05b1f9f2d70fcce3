import { shellOf } from "../../model/run";
import { parseShell } from "../../shell/parse";
import type { ShellCommand, ShellWord } from "../../shell/types";
import type { Context, Outcome, Translation } from "../translation";

/** What the echo of dash, which is Debian's `sh`, takes for another character; that of ash and bash leaves it as it is. */
const escaped = /\\[abcefnrtv0-7\\]/;

/** `echo "a\nb"` as dash means it. */
export const dashEcho: Translation = {
  programs: ["echo"],
  translate({ command, program, args, nameSpan }, { run }: Context): Outcome | undefined {
    const isBuiltIn = program === "echo" && command.nameSpan.start === nameSpan.start;
    if (!isBuiltIn || !isDash(shellOf(run))) return undefined;
    const [first] = args;
    if (first && /^-[neE]*[eE][neE]*$/.test(first.value)) return { check: writesOption(first.value) };
    const words = first?.value === "-n" ? args.slice(1) : args;
    if (!words.some(hasEscapes)) return undefined;
    // `%b` reads hexadecimal digits, and dash does not.
    if (words.some(({ value }) => /\\x[0-9a-fA-F]/.test(value))) return { check: leavesEscapes };
    const end = words === args ? nameSpan.end : (first?.span.end ?? nameSpan.end);
    // How many words an expansion becomes is not known, and a format would be used again for each.
    const text = words.some(mayBeSeveral)
      ? `echo ${words === args ? "-e" : "-ne"}`
      : `printf '${words.map(() => "%b").join(" ")}${words === args ? "\\n" : ""}'`;
    return { edits: [{ span: { start: nameSpan.start, end }, newText: text }] };
  },
};

const leavesEscapes =
  "Debian's `echo` reads `\\n` and the like, and busybox's leaves them as they are. Use `printf` here.";

function writesOption(option: string): string {
  return `Debian's \`sh\` writes \`${option}\` itself with this \`echo\`, and busybox's does not. Check what reads the text.`;
}

/** Escapes within a substitution are its own commands' business. */
function hasEscapes({ value }: ShellWord): boolean {
  let own = value;
  for (let before = ""; own !== before; ) {
    before = own;
    own = own.replace(/\$\([^()]*\)|`[^`]*`/g, "");
  }
  return escaped.test(own);
}

/** True when a script for `sh` counts on the echo of dash. */
export function countsOnDashEcho(text: string): boolean {
  if (!/^#!\s*\/bin\/(da)?sh\b/.test(text)) return false;
  return parseShell(text).commands.some(({ name, args }: ShellCommand) => name === "echo" && args.some(hasEscapes));
}

function isDash(shell: string): boolean {
  return shell === "sh" || shell === "dash";
}

/** An expansion without quotes around it. */
function mayBeSeveral({ literal, text }: ShellWord): boolean {
  return !literal && !/^"(?:[^"\\]|\\[\s\S])*"$/.test(text);
}
