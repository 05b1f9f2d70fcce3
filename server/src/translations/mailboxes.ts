import { chain } from "../model/layers";
import { invocation } from "../shell/invocation";
import { accountsBefore } from "./account-steps";
import type { Context, Outcome, Translation } from "./translation";

/**
 * `touch /var/mail/ubuntu && chown ubuntu /var/mail/ubuntu && userdel -r ubuntu`: the mailbox is only made for `userdel -r`, which
 * complains without it. Where Alpine has no such user to be deleted, nothing is to be made for it.
 */
export const mailboxes: Translation = {
  programs: ["touch", "chown"],
  translate(call, context): Outcome | undefined {
    const words = call.args.filter(({ value }) => !value.startsWith("-")).map(({ value }) => value);
    const [owner, ...boxes] = call.name === "chown" ? words : ["", ...words];
    const name = /^(?:\/var(?:\/spool)?\/mail\/)([\w-]+)$/.exec(boxes[0] ?? "")?.[1];
    if (name === undefined || boxes.length !== 1 || (owner !== "" && owner?.replace(/:.*/, "") !== name))
      return undefined;
    const isThere = accountsBefore(call, context).has("user", name);
    return !isThere && isDeletedLater(name, context) ? { remove: true } : undefined;
  },
};

function isDeletedLater(name: string, { stage, run }: Context): boolean {
  const runs = chain(stage)
    .flatMap((one) => one.runs)
    .filter(({ instruction }) => instruction.span.start >= run.instruction.span.start);
  return runs
    .flatMap(({ script }) => script.commands.map(invocation))
    .some((call) => /^(userdel|deluser)$/.test(call.name) && call.args.some(({ value }) => value === name));
}
