import type { Invocation } from "../shell/invocation";
import { useraddOptions } from "./account-options";
import {
  accountsBefore,
  freeId,
  freeName,
  groupJoins,
  groupName,
  knownValue,
  missingParent,
  requireAccounts,
  sudoCheck,
} from "./account-steps";
import type { Accounts } from "./accounts";
import { CallRewrite } from "./call-rewrite";
import { loginShell } from "./login-shell";
import { type Options, type OptionValue, readOptions } from "./options";
import type { Context, Outcome, Translation } from "./translation";
import { withShadow } from "./usermod";

/** What only shadow's own program does. */
const onlyShadow = ["D", "e", "f", "K", "P", "R", "Z", "F", "btrfs-subvolume-home"];

/**
 * `useradd` as busybox's `adduser`: no home without `-m`, a group of the user's own unless one is given, /bin/sh as shell,
 * and no question for a password.
 */
export const useradd: Translation = {
  programs: ["useradd"],
  translate(call, context): Outcome {
    const options = readOptions(call.args, useraddOptions);
    return asAdduser(call, options, context) ?? withShadow(call, options, context);
  },
};

function asAdduser(call: Invocation, options: Options, context: Context): Outcome | undefined {
  const [name, ...others] = options.operands;
  if (!name || others.length > 0 || options.unknown.length > 0) return undefined;
  if (onlyShadow.some((option) => options.has(option))) return undefined;
  const accounts = accountsBefore(call, context);
  const uid = options.get("u")?.value;
  if (options.has("o") && uid && !isFree(uid.literal ? uid.value : undefined, accounts)) return undefined;

  const rewrite = new CallRewrite(call, context.run.script.text);
  const check = requireAccounts(rewrite, call, accounts);
  const system = options.has("r");
  const makesHome = options.has("m");
  freeName(rewrite, "user", name, accounts);
  freeId(rewrite, "user", uid, accounts, context);

  const program = ["adduser", "-D"];
  if (system) program.push("-S");
  if (!makesHome) program.push("-H");
  const group = options.get("g")?.value;
  if (!group) {
    if (options.has("N")) program.push("-G users");
    else {
      freeName(rewrite, "group", name, accounts);
      freeId(rewrite, "group", uid, accounts, context);
      // A system user of busybox gets no group of its own; a number that another group has, busybox does not replace by a free one.
      const isTaken = hasGroupId(uid, accounts, context);
      if (system || isTaken) {
        const id = uid && !isTaken ? `-g ${uid.text} ` : "";
        rewrite.before(`addgroup ${system ? "-S " : ""}${id}${name.text}`);
        program.push(`-G ${name.text}`);
      }
    }
  }
  // A system user of busybox has no login shell.
  if (system && !options.has("s")) program.push("-s /bin/sh");
  const base = options.get("b")?.value;
  if (base && !options.has("d")) program.push(`-h ${base.text}/${name.text}`);
  rewrite.rename(program);

  const home = options.get("d")?.value ?? base;
  const parent = makesHome && home ? missingParent(home, context) : undefined;
  if (parent !== undefined) rewrite.before(`mkdir -p ${parent}`);

  rewrite.options(options.options, (option) => {
    switch (option.name) {
      case "c":
        return { name: "-g" };
      case "d":
        return { name: "-h" };
      case "k":
      case "u":
        return { name: `-${option.name}` };
      case "s":
        return { name: "-s", value: option.value && loginShell(option.value, context) };
      case "g":
        return { name: "-G", value: option.value && groupName(option.value, accounts, context) };
      default:
        return "drop";
    }
  });
  const groups = options.get("G")?.value;
  const joins = groups ? groupJoins(name, groups, accounts, context) : [];
  if (!joins) return undefined;
  for (const join of joins) rewrite.after(join);
  const password = options.get("p")?.value;
  if (password) {
    if (call.asRoot) return undefined;
    rewrite.after(`printf '%s:%s\\n' ${name.text} ${password.text} | chpasswd -e`);
  }
  return rewrite.outcome({ check: check ?? sudoCheck(groups?.value, context) });
}

/** A group of that id was made before, and is no mere one of Alpine's that goes. */
function hasGroupId(id: OptionValue | undefined, accounts: Accounts, { run }: Context): boolean {
  const known = id && knownValue(id, run);
  return (
    known !== undefined &&
    accounts.named("group", known) !== undefined &&
    accounts.alpineOnly("group", { id: known }) === undefined
  );
}

/** An id that no user of the image is known to have. */
function isFree(id: string | undefined, accounts: Accounts): boolean {
  return id !== undefined && /^\d+$/.test(id) && accounts.named("user", id) === undefined;
}
