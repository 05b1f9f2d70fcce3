import type { Instruction } from "../dockerfile/types";
import type { Run } from "../model/run";
import { expandKnown } from "../model/shell-variables";
import type { Invocation } from "../shell/invocation";
import type { ShellWord } from "../shell/types";
import {
  busyboxAdduserOptions,
  debianAdduserOptions,
  gpasswdOptions,
  groupaddOptions,
  groupmodOptions,
  useraddOptions,
  usermodOptions,
} from "./account-options";
import { OptionTable, readOptions } from "./options";

/** A user or group that must exist. */
export interface Use {
  readonly kind: "user" | "group";
  readonly name: string;
}

export const chownOptions = new OptionTable(
  "R,recursive c,changes f,silent,quiet v,verbose h,no-dereference dereference from= no-preserve-root preserve-root reference= H L P",
);
const installOptions = new OptionTable(
  "b backup[=] c C,compare d,directory D g,group= m,mode= o,owner= p,preserve-timestamps s,strip strip-program= S,suffix= t,target-directory= T,no-target-directory v,verbose preserve-context Z context[=]",
);
const suOptions = new OptionTable(
  "c,command= session-command= f,fast g,group= G,supp-group= l,login m,p,preserve-environment P,pty s,shell= w,whitelist-environment= u,user=",
);

/** The command with the variables in its words that have one known value, such as `chown $APP_USER` behind ENV. */
export function withKnownWords(call: Invocation, run: Run): Invocation {
  const args = call.args.map((word) => {
    const value = word.literal ? word.value : expandKnown(run, word);
    return word.literal || /[$`]/.test(value) ? word : { ...word, value, literal: true };
  });
  return { ...call, args };
}

/** The users and groups a command names and does not make; variables are left out. */
export function namesUsedBy(call: Invocation): Use[] {
  const { name, args } = call;
  switch (name) {
    case "chown":
    case "chgrp": {
      const options = readOptions(args, chownOptions);
      const [owner] = options.operands;
      if (!owner || options.has("reference")) return [];
      return name === "chgrp" ? group(owner) : ownership(owner);
    }
    case "install": {
      const options = readOptions(args, installOptions);
      return [...user(options.get("o")?.value), ...group(options.get("g")?.value)];
    }
    case "su":
    case "runuser": {
      const options = readOptions(args, suOptions);
      return user(options.get("u")?.value ?? options.operands.find(({ value }) => value !== "-"));
    }
    case "gosu":
    case "su-exec":
      return args[0] ? ownership(args[0]) : [];
    case "useradd": {
      const options = readOptions(args, useraddOptions);
      return [...group(options.get("g")?.value), ...groups(options.get("G")?.value)];
    }
    case "groupadd": {
      const options = readOptions(args, groupaddOptions);
      return options.has("U") ? names("user", options.get("U")?.value) : [];
    }
    case "adduser": {
      const debian = readOptions(args, debianAdduserOptions);
      const options = debian.unknown.length === 0 ? debian : readOptions(args, busyboxAdduserOptions);
      const [account, joined] = options.operands;
      return [
        ...group((options.get("ingroup") ?? options.get("G"))?.value),
        ...(joined ? [...user(account), ...group(joined)] : []),
      ];
    }
    case "addgroup":
      return args.length === 2 && !args.some(({ value }) => value.startsWith("-"))
        ? [...user(args[0]), ...group(args[1])]
        : [];
    case "usermod": {
      const options = readOptions(args, usermodOptions);
      return [...user(options.operands[0]), ...group(options.get("g")?.value), ...groups(options.get("G")?.value)];
    }
    case "groupmod":
      return group(readOptions(args, groupmodOptions).operands[0]);
    case "gpasswd": {
      const options = readOptions(args, gpasswdOptions);
      return [...user(options.get("a")?.value), ...group(options.operands[0])];
    }
    case "passwd":
    case "chsh":
    case "chage":
      return user(args.findLast(({ value }) => !value.startsWith("-")));
    default:
      return [];
  }
}

/** The users and groups that USER and the `--chown` of COPY and ADD name. */
export function namesUsedByInstruction(instruction: Instruction): Use[] {
  const [word] = instruction.words;
  switch (instruction.name) {
    case "USER":
      return word ? ownershipOf(word.value) : [];
    case "COPY":
    case "ADD":
      return instruction.flags.flatMap(({ name, value }) => (name === "chown" && value ? ownershipOf(value) : []));
    default:
      return [];
  }
}

type Text = Pick<ShellWord, "value" | "literal"> | undefined;

function user(word: Text): Use[] {
  return one("user", word);
}

function group(word: Text): Use[] {
  return one("group", word);
}

function groups(word: Text): Use[] {
  return names("group", word);
}

function names(kind: Use["kind"], word: Text): Use[] {
  return (word?.value ?? "").split(",").flatMap((name) => one(kind, { value: name, literal: word?.literal ?? false }));
}

function one(kind: Use["kind"], word: Text): Use[] {
  return word?.literal && isName(word.value) ? [{ kind, name: word.value }] : [];
}

function ownership({ value, literal }: Pick<ShellWord, "value" | "literal">): Use[] {
  return literal ? ownershipOf(value) : [];
}

/** `user`, `user:group`, `:group`, and `user.group` as chown still takes it. */
function ownershipOf(value: string): Use[] {
  const separator = /[:.]/.exec(value);
  const owner = separator ? value.slice(0, separator.index) : value;
  const rest = separator ? value.slice(separator.index + 1) : "";
  return [
    ...(isName(owner) ? [{ kind: "user" as const, name: owner }] : []),
    ...(isName(rest) ? [{ kind: "group" as const, name: rest }] : []),
  ];
}

function isName(text: string): boolean {
  return /^[A-Za-z_][\w.-]*$/.test(text);
}
