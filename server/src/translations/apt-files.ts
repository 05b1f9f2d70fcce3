import type { ShellWord } from "../shell/types";
import { dropWords } from "./outcomes";
import type { Outcome, Translation } from "./translation";

/** Files that only apt and dpkg keep; on Alpine there is nothing to clean there. */
const aptFile =
  /^\/(?:var\/(?:lib\/(?:apt|dpkg\/info)|cache\/(?:apt|debconf|ldconfig)|log\/(?:apt|dpkg\.log|alternatives\.log))|etc\/apt)(?:\/|$|\*|\.)/;

/** `rm -rf /var/lib/apt/lists/*`, `sed -i ... /etc/apt/sources.list`: the words that name apt's files go, the others stay. */
export const aptFiles: Translation = {
  programs: ["rm", "sed"],
  translate({ args }, { run }): Outcome | undefined {
    const paths = args.filter(({ value }) => !value.startsWith("-"));
    const ours = paths.filter(isAptFile);
    if (ours.length === 0) return undefined;
    // Of sed's words, one at least is no file; where no other file is named, the whole step goes as one of apt's settings.
    return ours.length === paths.length ? { remove: true } : dropWords(ours, run.script.text);
  },
};

export function isAptFile({ value }: ShellWord): boolean {
  return aptFile.test(value);
}

/** `find /var/lib/apt/lists -delete` and the like. */
export const aptFind: Translation = {
  programs: ["find"],
  translate({ args }): Outcome | undefined {
    const firstTest = args.findIndex(({ value }) => value.startsWith("-") || value === "(" || value === "!");
    const roots = args.slice(0, firstTest < 0 ? undefined : firstTest);
    return roots.length > 0 && roots.every(isAptFile) ? { remove: true } : undefined;
  },
};

/** `export DEBIAN_FRONTEND=noninteractive` tells debconf, which Alpine lacks, not to ask. */
export const debianFrontend: Translation = {
  programs: ["export"],
  translate({ args }, { run }): Outcome | undefined {
    const ours = args.filter(({ value }) => /^DEBIAN_(FRONTEND|PRIORITY)(=|$)/.test(value));
    if (ours.length === 0) return undefined;
    return ours.length === args.length ? { remove: true } : dropWords(ours, run.script.text);
  },
};
