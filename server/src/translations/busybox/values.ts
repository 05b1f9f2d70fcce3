import type { ShellWord } from "../../shell/types";
import type { Options } from "../options";

/** True when busybox's program refuses what the words say, or makes something else of it, although it knows the options. */
type Check = (options: Options) => boolean;

/** The forms of a date that busybox reads. */
const plainDate =
  /^@\S+$|^(\d{4}-\d\d-\d\d|\d{4}-\d\d-\d\d \d\d?:\d\d(:\d\d)?|\d\d?:\d\d(:\d\d)?|\d{4}\.\d\d\.\d\d-\d\d:\d\d(:\d\d)?)$/;

function refusesDate(options: Options): boolean {
  const value = options.get("d")?.value;
  return value !== undefined && !plainDate.test(value.value);
}

const date: Check = (options) =>
  refusesDate(options) ||
  // busybox prints nothing for fractions of a second, and for `%:z`.
  options.operands.some(({ value }) => value.startsWith("+") && /%([-_0^#]*\d*N|:+z)/.test(value));

/** Commands, addresses and replacements that only GNU sed has; `\\U` is a backslash and a letter. */
const gnuScripts: readonly RegExp[] = [
  /(?<!\\)(?:\\\\)*\\[ULulE]/,
  /(?:^|[;{}\n])\s*0,\//,
  /(?:^|[;{}\n,])\s*\d+~\d+/,
  /(?:^|[;{}\n])\s*(?:\d+|\$|\/[^/]*\/)?\s*(?:[eFzWRv](?:\s|;|}|$)|[qQ]\s*\d)/,
  // `s/a/b/m`: busybox calls the flags that it lacks a bad option.
  /(?:^|[;{}\n]|\d|\$|\/|!)\s*s([^\w\s\\])(?:(?!\1)[^\\\n]|\\[\s\S])*\1(?:(?!\1)[^\\]|\\[\s\S])*\1[gpiI0-9]*[mMe](?=[gpiImMe0-9]*(?:[\s;}]|$))/,
];

const sed: Check = (options) => {
  const given = options.options.flatMap(({ name, value }) => (name === "e" && value ? [value] : []));
  const hasScript = given.length > 0 || options.has("f");
  const scripts = hasScript ? given : options.operands.slice(0, 1);
  return scripts.some(({ value }) => gnuScripts.some((pattern) => pattern.test(value)));
};

/** busybox wants the X at the end; how many, can be mended. */
const mktemp: Check = ({ operands }) => operands.some(({ value }) => !/X{3}$/.test(value));

const columns: ReadonlySet<string> = new Set(
  "user group comm args pid ppid pgid etime nice rgroup ruser time tty vsz sid stat rss".split(" "),
);

/** `ps aux`, `ps -ef` and `-o` with columns that busybox has; all else it refuses, or takes no notice of. */
export function psRefuses(args: readonly ShellWord[]): boolean {
  return args.some(({ value }, at) => {
    const previous = args[at - 1]?.value ?? "";
    if (/^-[aAdeflT]*o$/.test(previous)) return !knownColumns(value);
    const list = /^-[aAdeflT]*o(.+)$/.exec(value)?.[1];
    if (list !== undefined) return !knownColumns(list);
    return !/^-[aAdeflT]*o?$|^[aufxwl]+$/.test(value);
  });
}

function knownColumns(list: string): boolean {
  return list.split(",").every((column) => columns.has(column.replace(/=.*$/, "")));
}

export const valueChecks: ReadonlyMap<string, Check> = new Map([
  ["date", date],
  ["touch", refusesDate],
  ["sed", sed],
  ["mktemp", mktemp],
]);

/** Other words for options that busybox refuses, by what their values are; undefined: it has none. */
export const otherWords: ReadonlyMap<string, (value: string | undefined) => string | undefined> = new Map([
  ["cp preserve", (value) => (value === undefined || /^mode,ownership,timestamps$/.test(value) ? "-p" : undefined)],
  ["sort check", (value) => (value === undefined || value === "diagnose-first" ? "-c" : undefined)],
  [
    "sort sort",
    (value) =>
      new Map([
        ["version", "-V"],
        ["numeric", "-n"],
        ["human-numeric", "-h"],
        ["general-numeric", "-g"],
        ["month", "-M"],
      ]).get(value ?? ""),
  ],
  ["tail follow", (value) => (value === undefined || value === "descriptor" ? "-f" : undefined)],
  ["grep binary-files", (value) => (value === "text" ? "-a" : undefined)],
]);
