import type { Invocation } from "../shell/invocation";
import type { ShellWord } from "../shell/types";
import { isDebianAccount } from "./account-data";
import { debianDeluserOptions, groupdelOptions, userdelOptions } from "./account-options";
import { accountsBefore } from "./account-steps";
import type { Kind } from "./accounts";
import { CallRewrite } from "./call-rewrite";
import { readOptions } from "./options";
import type { Context, Outcome, Translation } from "./translation";

/** `userdel -r app` is `deluser --remove-home app`. */
export const userdel: Translation = {
  programs: ["userdel"],
  translate(call, context): Outcome {
    const options = readOptions(call.args, userdelOptions);
    const [name] = options.operands;
    if (!name || options.unknown.length > 0 || ["R", "P", "Z"].some((option) => options.has(option))) {
      return { needs: ["shadow"] };
    }
    if (isAbsent("user", name, call, context)) return { remove: true };
    const rewrite = new CallRewrite(call, context.run.script.text);
    rewrite.rename(["deluser"]);
    rewrite.options(options.options, ({ name }) => (name === "r" ? { name: "--remove-home" } : "drop"));
    return rewrite.outcome();
  },
};

export const groupdel: Translation = {
  programs: ["groupdel"],
  translate(call, context): Outcome {
    const options = readOptions(call.args, groupdelOptions);
    const [name] = options.operands;
    if (!name || options.unknown.length > 0 || ["R", "P"].some((option) => options.has(option))) {
      return { needs: ["shadow"] };
    }
    if (isAbsent("group", name, call, context)) return { remove: true };
    const rewrite = new CallRewrite(call, context.run.script.text);
    rewrite.rename(["delgroup"]);
    rewrite.options(options.options, () => "drop");
    return rewrite.outcome();
  },
};

/** Debian's `deluser` and `delgroup`; busybox's know one option, and `delgroup USER GROUP`. */
export const debianDeluser: Translation = {
  programs: ["deluser", "delgroup"],
  translate(call, context): Outcome | undefined {
    const options = readOptions(call.args, debianDeluserOptions);
    const [name, group] = options.operands;
    if (!name || options.unknown.length > 0) return undefined;
    const ofGroup = call.name === "delgroup" || options.has("group");
    if (!group && isAbsent(ofGroup ? "group" : "user", name, call, context)) return { remove: true };
    const rewrite = new CallRewrite(call, context.run.script.text);
    if (group || ofGroup) {
      if (call.name !== "delgroup") rewrite.rename(["delgroup"]);
    }
    const removesHome = ["remove-home", "remove-all-files"].find((option) => options.has(option));
    rewrite.options(options.options, ({ name, written }) => {
      if (name !== removesHome || group || ofGroup) return "drop";
      return written === "--remove-home" ? "keep" : { name: "--remove-home" };
    });
    const outcome = rewrite.outcome();
    return outcome.edits ? outcome : undefined;
  },
};

/** An account of Debian's or Ubuntu's base that Alpine never had. */
function isAbsent(kind: Kind, { value }: ShellWord, call: Invocation, context: Context): boolean {
  const brought = isDebianAccount(kind, value) || value === "ubuntu";
  return brought && !accountsBefore(call, context).has(kind, value);
}
