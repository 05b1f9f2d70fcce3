import { accountsBefore, requireAccounts } from "./account-steps";
import { withKnownWords } from "./account-uses";
import { CallRewrite } from "./call-rewrite";
import type { Outcome, Translation } from "./translation";

/** Who files are given to, and as whom programs run: a user or group that every Debian image has and Alpine lacks is made before. */
export const accountOwners: Translation = {
  programs: ["chown", "chgrp", "install", "su", "runuser", "gosu", "su-exec"],
  translate(call, context): Outcome | undefined {
    const rewrite = new CallRewrite(call, context.run.script.text);
    const check = requireAccounts(rewrite, withKnownWords(call, context.run), accountsBefore(call, context));
    const outcome = rewrite.outcome({ check });
    return outcome.edits?.length ? outcome : undefined;
  },
};
