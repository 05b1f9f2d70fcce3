import type { Invocation } from "../../shell/invocation";
import type { ShellWord } from "../../shell/types";
import { CallRewrite } from "../call-rewrite";
import type { Context, Outcome } from "../translation";

/** Tests and actions of busybox's `find`, and how many words follow each. */
const known: ReadonlyMap<string, number> = counts(
  "-atime:1 -ctime:1 -delete -depth -empty -executable -follow -group:1 -iname:1 -inum:1 -ipath:1 -links:1 -maxdepth:1 -mindepth:1 -mmin:1 -mtime:1 -name:1 -newer:1 -path:1 -perm:1 -print -print0 -prune -quit -regex:1 -size:1 -type:1 -user:1 -wholename:1 -xdev -a -and -o -or -not ! ( )",
);

/** Those that only GNU's `find` has. */
const refused: ReadonlyMap<string, number> = counts(
  "-amin:1 -anewer:1 -cmin:1 -cnewer:1 -context:1 -daystart -false -fls:1 -fprint:1 -fprint0:1 -fprintf:2 -fstype:1 -ilname:1 -iregex:1 -lname:1 -ls -newermt:1 -newerat:1 -newerct:1 -newermm:1 -newerma:1 -newermc:1 -newerBt:1 -newerct:1 -neweraa:1 -neweram:1 -newerac:1 -newercc:1 -newerca:1 -newercm:1 -nogroup -nouser -printf:1 -readable -regextype:1 -samefile:1 -used:1 -writable -xtype:1 -files0-from:1 ,",
);

/** What another word of busybox's says just as well; nothing: what GNU's `find` does anyway. */
const others: ReadonlyMap<string, readonly [word: string, count: number]> = new Map([
  ["-d", ["-depth", 0]],
  ["-iwholename", ["-ipath", 1]],
  ["-mount", ["-xdev", 0]],
  ["-uid", ["-user", 1]],
  ["-gid", ["-group", 1]],
  ["-noleaf", ["", 0]],
  ["-nowarn", ["", 0]],
  ["-warn", ["", 0]],
  ["-ignore_readdir_race", ["", 0]],
  ["-noignore_readdir_race", ["", 0]],
]);

/** Formats that are actions of their own. */
const formats: ReadonlyMap<string, string> = new Map([
  ["%p\\n", "-print"],
  ["%p\\0", "-print0"],
]);

/** `find` with tests that busybox lacks: in other words, or findutils is needed. */
export function gnuFind(call: Invocation, { run }: Context): Outcome | undefined {
  const rewrite = new CallRewrite(call, run.script.text);
  const { args } = call;
  let at = 0;
  for (; at < args.length && /^-[HLPOD]/.test(args[at]?.value ?? ""); at++) {
    if (/^-O/.test(args[at]?.value ?? "")) rewrite.drop(args[at] as ShellWord);
    else if (args[at]?.value === "-D") return needsFindutils;
  }
  while (at < args.length && !/^[-!(,]/.test(args[at]?.value ?? "")) at++;
  for (; at < args.length; at++) {
    const word = args[at] as ShellWord;
    const { value } = word;
    const next = args[at + 1];
    const other = others.get(value);
    if (value === "-exec" || value === "-ok") at = endOfCommand(args, at);
    else if (value === "-execdir" || value === "-okdir") return needsFindutils;
    else if (other) {
      rewrite.replace(word, other[0]);
      at += other[1];
    } else if (value === "-printf" && next?.literal && formats.has(next.value)) {
      rewrite.replace(word, formats.get(next.value) ?? "");
      rewrite.drop(next);
      at++;
    } else if (value === "-size" && next) {
      const size = sizeFor(next);
      if (size === undefined) return needsFindutils;
      if (size !== next.text) rewrite.replace(next, size);
      at++;
    } else if (value === "-type" && next?.value.includes(",")) return needsFindutils;
    else if (refused.has(value)) return needsFindutils;
    else at += known.get(value) ?? 0;
  }
  const outcome = rewrite.outcome();
  return outcome.edits ? outcome : undefined;
}

const needsFindutils: Outcome = { needs: ["findutils"] };

function endOfCommand(args: readonly ShellWord[], from: number): number {
  const end = args.findIndex(
    ({ value }, at) => at > from && (value === ";" || (value === "+" && args[at - 1]?.value === "{}")),
  );
  return end < 0 ? args.length : end;
}

/** busybox knows no mebibytes. More than a number of them is more than the same in kibibytes; less is not, as GNU rounds up. */
function sizeFor({ value, text, literal }: ShellWord): string | undefined {
  const [, sign, number = "", unit] = /^([+-]?)(\d+)([MG])$/.exec(value) ?? [];
  if (!unit || !literal) return text;
  return sign === "+" ? `+${Number(number) * (unit === "M" ? 1024 : 1048576)}k` : undefined;
}

function counts(list: string): ReadonlyMap<string, number> {
  return new Map(
    list.split(" ").map((entry) => {
      const [name = "", count] = entry.split(":");
      return [name, Number(count ?? 0)] as const;
    }),
  );
}
