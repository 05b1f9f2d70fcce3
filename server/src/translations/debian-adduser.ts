import type { Invocation } from "../shell/invocation";
import type { ShellWord } from "../shell/types";
import { busyboxAdduserOptions, debianAddgroupOptions, debianAdduserOptions } from "./account-options";
import {
  accountsBefore,
  freeId,
  freeName,
  groupName,
  missingParent,
  requireAccounts,
  sudoCheck,
} from "./account-steps";
import type { Accounts } from "./accounts";
import { hasBash } from "./bash/installed-bash";
import { CallRewrite } from "./call-rewrite";
import { loginShell } from "./login-shell";
import { type Option, type Options, readOptions } from "./options";
import type { Context, Outcome, Translation } from "./translation";

/** Options that only say how Debian's program goes about it. */
const idle: ReadonlySet<string> = new Set(["q", "debug", "force-badname", "add_extra_groups", "group"]);
/** Options that busybox's adduser knows by the same long name, or that become others. */
const known: ReadonlySet<string> = new Set([
  "system",
  "no-create-home",
  "disabled-password",
  "ingroup",
  "uid",
  "home",
  "shell",
  "gecos",
  "gid",
  "disabled-login",
  ...idle,
]);

/** Debian's `adduser`, which shares its name with busybox's and some of its options. */
export const debianAdduser: Translation = {
  programs: ["adduser"],
  translate(call, context): Outcome | undefined {
    const options = readOptions(call.args, debianAdduserOptions);
    if (options.unknown.length > 0) {
      const busybox = readOptions(call.args, busyboxAdduserOptions);
      return busybox.unknown.length === 0 ? undefined : unknownOption(call, options.unknown[0]);
    }
    const [name, group, ...others] = options.operands;
    if (!name || others.length > 0) return undefined;
    if (group) return join(call, options, context);
    if (options.has("group") && !options.has("system")) return asAddgroup(call, options, context);
    const odd = options.options.find((option) => !known.has(option.name));
    return odd ? unknownOption(call, odd.word) : create(call, options, name, context);
  },
};

/** `addgroup --system --gid 999 app`; `addgroup user group` is the same on Alpine. */
export const debianAddgroup: Translation = {
  programs: ["addgroup"],
  translate(call, context): Outcome | undefined {
    const options = readOptions(call.args, debianAddgroupOptions);
    if (options.unknown.length > 0) return undefined;
    const [name, group] = options.operands;
    if (!name) return undefined;
    return group ? join(call, options, context) : asAddgroup(call, options, context);
  },
};

function create(call: Invocation, options: Options, name: ShellWord, context: Context): Outcome {
  const accounts = accountsBefore(call, context);
  const rewrite = new CallRewrite(call, context.run.script.text);
  const check = requireAccounts(rewrite, call, accounts);
  const system = options.has("system");
  const uid = options.get("uid")?.value;
  const gid = options.get("gid")?.value;
  freeName(rewrite, "user", name, accounts);
  freeId(rewrite, "user", uid, accounts, context);

  const program = ["adduser"];
  const asksNoPassword = options.has("disabled-password") || system;
  if (!asksNoPassword && !options.has("disabled-login") && !isAnswered(call)) program.push("-D");
  let group: string | undefined;
  if (options.has("group")) {
    // Debian's program is content with a group that is there.
    if (!accounts.has("group", name.value) || isBrought(name, accounts)) {
      freeName(rewrite, "group", name, accounts);
      const id = gid ?? uid;
      freeId(rewrite, "group", id, accounts, context);
      rewrite.before(`addgroup -S ${id ? `-g ${id.text} ` : ""}${name.text}`);
    }
    group = name.text;
  } else if (!options.has("ingroup") && gid) group = groupName(gid, accounts, context);
  else if (!options.has("ingroup") && !system) {
    freeName(rewrite, "group", name, accounts);
    freeId(rewrite, "group", uid, accounts, context);
  }
  const groupOption = options.get("group") ?? options.get("gid");
  if (!options.has("shell") && !system && hasBash(context)) program.push("-s /bin/bash");
  if (program.length > 1) rewrite.rename(program);

  const home = options.get("home")?.value;
  const parent = home && !options.has("no-create-home") ? missingParent(home, context) : undefined;
  if (parent !== undefined) rewrite.before(`mkdir -p ${parent}`);

  rewrite.options(options.options, (option) => {
    if (option === groupOption && group !== undefined) return { name: "-G", value: group };
    switch (option.name) {
      case "disabled-login":
        return asksNoPassword ? "drop" : { name: "-D" };
      case "ingroup":
        return { name: "--ingroup", value: option.value && groupName(option.value, accounts, context) };
      case "shell":
        return { name: "--shell", value: option.value && loginShell(option.value, context) };
      case "gid":
        return "drop";
      default:
        return idle.has(option.name) ? "drop" : spelledOut(option);
    }
  });
  return rewrite.outcome({ check });
}

function asAddgroup(call: Invocation, options: Options, context: Context): Outcome | undefined {
  const [name] = options.operands;
  if (!name) return undefined;
  const odd = options.options.find((option) => !known.has(option.name));
  if (odd) return unknownOption(call, odd.word);
  const accounts = accountsBefore(call, context);
  const id = options.get("gid")?.value;
  // Debian's program is content with a group that is there.
  if (!id && (options.has("system") ? accounts.has("group", name.value) : isBrought(name, accounts))) {
    return { remove: true };
  }
  const rewrite = new CallRewrite(call, context.run.script.text);
  freeName(rewrite, "group", name, accounts);
  freeId(rewrite, "group", id, accounts, context);
  if (call.name === "adduser") rewrite.rename(["addgroup"]);
  // The id of a user says nothing of a group, and Debian's program passes over it.
  rewrite.options(options.options, (option) =>
    idle.has(option.name) || option.name === "uid" ? "drop" : spelledOut(option),
  );
  return changed(rewrite.outcome());
}

function isBrought({ value }: ShellWord, accounts: Accounts): boolean {
  return accounts.alpineOnly("group", { name: value }) !== undefined;
}

/** `adduser user group` means the same to both. */
function join(call: Invocation, options: Options, context: Context): Outcome | undefined {
  const rewrite = new CallRewrite(call, context.run.script.text);
  const check = requireAccounts(rewrite, call, accountsBefore(call, context));
  rewrite.options(options.options, () => "drop");
  return changed(rewrite.outcome({ check: check ?? sudoCheck(options.operands[1]?.value, context) }));
}

function changed(outcome: Outcome): Outcome | undefined {
  return outcome.edits || outcome.check !== undefined ? outcome : undefined;
}

/** busybox knows no `-uid`, which it reads as `-u id`. */
function spelledOut(option: Option): "keep" | { name: string } {
  const name = `--${option.name}`;
  return option.written.startsWith("--") && name.startsWith(option.written) ? "keep" : { name };
}

/** What stands behind a pipe answers the questions for a password; `yes` answers anything. */
function isAnswered({ command }: Invocation): boolean {
  const { pipeline } = command.step;
  const source = pipeline[pipeline.indexOf(command) - 1];
  return source !== undefined && source.name !== "yes";
}

function unknownOption({ name }: Invocation, word: ShellWord | undefined): Outcome {
  return {
    stop: `\`${name} ${word?.text ?? ""}\` is unknown to Alpine's ${name}. Say it with its options (\`${name} --help\`), or install \`shadow\` and use \`useradd\`.`,
  };
}
