import type { Instruction, Word } from "../dockerfile/types";
import { chain } from "../model/layers";
import { isPlainJson } from "../model/nested";
import type { Invocation } from "../shell/invocation";
import type { InstructionOutcome, InstructionTranslation, Outcome, StageContext } from "./translation";

/**
 * Programs of a bare Alpine that lie in /bin or /sbin, as read in the root of 3.20, and bash. Debian, where /bin leads to /usr/bin
 * since bookworm, has them under both paths.
 */
const inBin = new Set(
  `ash bash base64 cat chgrp chmod chown cp date dd df dmesg echo egrep false fgrep grep gunzip gzip hostname kill link ln login ls
   mkdir mknod mktemp more mount mountpoint mv netstat nice pidof ping printenv ps pwd rev rm rmdir sed sh sleep stat stty su sync tar
   touch true umount uname watch zcat`.split(/\s+/),
);
const inSbin = new Set(
  "blkid fsck halt hwclock ip losetup mkswap modprobe reboot route swapoff swapon sysctl".split(" "),
);

function newPath(path: string, context: StageContext): string | undefined {
  const name = /^\/usr\/s?bin\/([\w-]+)$/.exec(path)?.[1] ?? "";
  const folder = inBin.has(name) ? "/bin" : inSbin.has(name) ? "/sbin" : undefined;
  return folder === undefined || isOwn(path, context) ? undefined : `${folder}/${name}`;
}

/** A file of that path is put there: it is somebody's own. */
function isOwn(path: string, { stage }: StageContext): boolean {
  const named = new RegExp(`\\b(?:COPY|ADD|ln|cp|mv|install|curl|wget|tee|cat)\\b[^\\n;&|]*[\\s>"']${path}(?![\\w.-])`);
  return chain(stage).some(({ instructions }) =>
    instructions.some(({ name, args }) => named.test(`${name} ${args.text}`)),
  );
}

/** `/usr/bin/bash script`: Alpine has it in /bin. */
export function mergedFolders({ program, nameSpan }: Invocation, context: StageContext): Outcome | undefined {
  const newText = newPath(program, context);
  return newText === undefined ? undefined : { edits: [{ span: nameSpan, newText }] };
}

function isReadAsText(json: readonly Word[]): boolean {
  return isPlainJson(json) && !/\/sh$/.test(json[0]?.value ?? "");
}

/** The same in SHELL, and in the JSON forms that are not read as shell text. */
export const mergedInstructions: InstructionTranslation = {
  instructions: ["CMD", "ENTRYPOINT", "HEALTHCHECK", "SHELL"],
  translate(instruction: Instruction, context): InstructionOutcome | undefined {
    const { json = [], name } = instruction;
    const [word] = json;
    // What becomes of bash hangs on what it is to read.
    if (!word || /\/bash$/.test(word.value) || (name !== "SHELL" && isReadAsText(json))) return undefined;
    const next = newPath(word.value, context);
    return next === undefined ? undefined : { edits: [{ span: word.span, newText: `"${next}"` }] };
  },
};
