import type { Invocation } from "../shell/invocation";
import { groupaddOptions } from "./account-options";
import { accountsBefore, freeId, freeName, requireAccounts } from "./account-steps";
import { CallRewrite } from "./call-rewrite";
import { type Options, quoted, readOptions } from "./options";
import type { Context, Outcome, Translation } from "./translation";

/** `groupadd -r -g 999 app` is busybox's `addgroup -S -g 999 app`. */
export const groupadd: Translation = {
  programs: ["groupadd"],
  translate(call, context): Outcome {
    return asAddgroup(call, readOptions(call.args, groupaddOptions), context) ?? { needs: ["shadow"] };
  },
};

function asAddgroup(call: Invocation, options: Options, context: Context): Outcome | undefined {
  const [name, ...others] = options.operands;
  if (!name || others.length > 0 || options.unknown.length > 0) return undefined;
  if (["K", "p", "R", "P"].some((option) => options.has(option))) return undefined;
  const accounts = accountsBefore(call, context);
  const id = options.get("g")?.value;
  const members = options.get("U")?.value;
  if (members && !members.literal) return undefined;
  // Another id is taken where this one is in use, and nobody knows which one it is.
  if (options.has("f") && id && !id.literal) return undefined;
  if (options.has("o") && id && !(id.literal && accounts.named("group", id.value) === undefined)) return undefined;
  // The group is there already, and nothing is asked of it.
  const there = accounts.alpineOnly("group", { name: name.value }) !== undefined;
  if (!id && !members && (there || (options.has("f") && name.literal && accounts.has("group", name.value)))) {
    return { remove: true };
  }
  const rewrite = new CallRewrite(call, context.run.script.text);
  const check = requireAccounts(rewrite, call, accounts);
  freeName(rewrite, "group", name, accounts);
  freeId(rewrite, "group", id, accounts, context);
  if (options.has("f") && (!name.literal || accounts.has("group", name.value))) {
    rewrite.unless(`getent group ${name.text} > /dev/null`);
  }
  rewrite.rename(["addgroup"]);
  rewrite.options(options.options, (option) => {
    switch (option.name) {
      case "r":
        return { name: "-S" };
      case "g":
        return { name: "-g" };
      default:
        return "drop";
    }
  });
  for (const user of members?.value.split(",").filter(Boolean) ?? []) {
    rewrite.after(`addgroup ${quoted(user)} ${name.text}`);
  }
  return rewrite.outcome({ check });
}
