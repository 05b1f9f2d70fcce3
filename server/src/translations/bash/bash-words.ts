import { textOfImageFile } from "../../manifests/installs";
import { readForAsh } from "../../shell/bashisms";
import type { Span } from "../../text/edits";
import type { StageContext } from "../translation";

/** A word of a command, of shell text or of the JSON form. */
export interface CommandWord {
  readonly value: string;
  readonly span: Span;
}

/** What a command needs of bash: it must be installed, or busybox's shell does as well. */
export type BashUse = "bash" | "sh" | "none";

/** Options of bash that ash has too; `-o` with its value. */
const plainOptions = /^-[ceuxfnvs]+$|^-[ceuxfnv]*o$/;
const plainNames: ReadonlySet<string> = new Set(["pipefail", "errexit", "nounset", "xtrace", "noglob", "verbose"]);

/** What comes of a command: `bash -c "..."`, `bash FILE`, or a script by its path. */
export function bashUse([program, ...args]: readonly CommandWord[], workdir: string, context: StageContext): BashUse {
  if (!program) return "none";
  const name = program.value.slice(program.value.lastIndexOf("/") + 1);
  if (name !== "bash") return startsWithBash(fileText(program.value, workdir, context)) ? "bash" : "none";
  let at = 0;
  let takesText = false;
  for (; at < args.length && /^[-+]./.test(args[at]?.value ?? ""); at++) {
    const { value } = args[at] as CommandWord;
    if (!plainOptions.test(value)) return "bash";
    takesText ||= value.includes("c");
    if (value.endsWith("o") && !plainNames.has(args[++at]?.value ?? "")) return "bash";
  }
  const first = args[at]?.value;
  // At a prompt, or with text from elsewhere, nobody knows what it will be asked.
  if (first === undefined || first === "-") return "bash";
  const text = takesText ? first : fileText(first, workdir, context, true);
  return text !== undefined && isForAsh(text) ? "sh" : "bash";
}

/** True when busybox's shell runs the text as bash would, without a change. */
export function isForAsh(text: string): boolean {
  const { bashisms, unquoted } = readForAsh(text);
  return bashisms.length + unquoted.length === 0;
}

/** `#!/bin/bash`, `#!/usr/bin/env bash`. */
export function startsWithBash(text: string | undefined): boolean {
  return text !== undefined && /^#!\s*(\/\S+\/)?(env\s+(-\S+\s+)*)?(\/\S+\/)?bash\b/.test(text);
}

const folders = ["/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin"];

/** @param isFile a plain name is a file of the working folder, and no program of the search path. */
function fileText(path: string, workdir: string, context: StageContext, isFile = false): string | undefined {
  if (/[$*?]/.test(path)) return undefined;
  const paths =
    path.startsWith("/") || (!isFile && !path.includes("/"))
      ? path.startsWith("/")
        ? [path]
        : folders.map((folder) => `${folder}/${path}`)
      : [`${workdir.replace(/\/$/, "")}/${path.replace(/^\.\//, "")}`];
  return paths.map((one) => textOfImageFile(one, context.stage, context)).find((text) => text !== undefined);
}
