import type { Invocation } from "../shell/invocation";
import { chshOptions, gpasswdOptions, usermodOptions } from "./account-options";
import { accountsBefore, groupJoins, requireAccounts, sudoCheck } from "./account-steps";
import { hasBash } from "./bash/installed-bash";
import { CallRewrite } from "./call-rewrite";
import { bash, loginShell } from "./login-shell";
import { type Options, type OptionTable, readOptions } from "./options";
import type { Context, Outcome, Translation } from "./translation";

/** `usermod -aG docker,video app`: busybox's `addgroup` puts a user into a group; all else is left to shadow. */
export const usermod: Translation = {
  programs: ["usermod"],
  translate(call, context): Outcome {
    const options = readOptions(call.args, usermodOptions);
    return joins(call, options, context) ?? withShadow(call, options, context);
  },
};

/** `-G` without `-a` takes the user out of other groups: only users of the base image are in any. */
function joins(call: Invocation, options: Options, context: Context): Outcome | undefined {
  const [user, ...others] = options.operands;
  const groups = options.get("G")?.value;
  if (!user || others.length > 0 || options.unknown.length > 0 || !groups) return undefined;
  if (options.options.some(({ name }) => name !== "a" && name !== "G")) return undefined;
  if (!options.has("a") && user.value === "root") return undefined;
  const accounts = accountsBefore(call, context);
  const commands = groupJoins(user, groups, accounts, context);
  if (!commands) return undefined;
  const [first, ...rest] = commands;
  if (first === undefined) return { remove: true };
  const rewrite = new CallRewrite(call, context.run.script.text);
  const check = requireAccounts(rewrite, call, accounts);
  rewrite.rename([first]);
  rewrite.drop(...call.args);
  for (const command of rest) rewrite.after(command);
  return rewrite.outcome({ check: check ?? sudoCheck(groups.value, context) });
}

/** The command stays with shadow's program; the accounts it names and the shell it sets must be there. */
export function withShadow(call: Invocation, options: Options, context: Context): Outcome {
  const rewrite = new CallRewrite(call, context.run.script.text);
  const check = requireAccounts(rewrite, call, accountsBefore(call, context));
  const shell = options.get("s")?.value;
  if (shell && shell.word.text === shell.text) {
    const now = loginShell(shell, context);
    if (now !== shell.text) rewrite.replace(shell.word, now);
  }
  return rewrite.outcome({ needs: ["shadow"], check });
}

/** `gpasswd -a app docker`, `gpasswd -d app docker`. */
export const gpasswd: Translation = {
  programs: ["gpasswd"],
  translate(call, context): Outcome {
    const options = readOptions(call.args, gpasswdOptions);
    const [option, ...further] = options.options;
    const [group, ...others] = options.operands;
    const user = option?.value;
    const program = option?.name === "a" ? "addgroup" : option?.name === "d" ? "delgroup" : undefined;
    if (!program || !user || !group || further.length + others.length + options.unknown.length > 0) {
      return withShadow(call, options, context);
    }
    const rewrite = new CallRewrite(call, context.run.script.text);
    const check = requireAccounts(rewrite, call, accountsBefore(call, context));
    rewrite.rename([program, user.text, group.text]);
    rewrite.drop(...call.args);
    return rewrite.outcome({ check: check ?? sudoCheck(group.value, context) });
  },
};

/** `chsh -s /bin/bash root`: without bash the shell stays what it is. */
export const chsh: Translation = {
  programs: ["chsh"],
  translate(call, context): Outcome {
    const options = readOptions(call.args, chshOptions);
    const shell = options.get("s")?.value;
    if (shell && bash.test(shell.value) && !hasBash(context)) return { remove: true };
    return withShadow(call, options, context);
  },
};

function onlyShadow(programs: readonly string[], table: OptionTable): Translation {
  return { programs, translate: (call, context) => withShadow(call, readOptions(call.args, table), context) };
}

/** What busybox has nothing for. */
export const shadowOnly: Translation = onlyShadow(
  ["groupmod", "chage", "chfn", "newusers", "newgidmap", "newuidmap", "vipw", "vigr", "grpck", "pwck", "lastlog"],
  usermodOptions,
);
