import { isRoot } from "../../model/run";
import type { Invocation } from "../../shell/invocation";
import { CallRewrite } from "../call-rewrite";
import { textsBefore } from "../texts-before";
import type { Context, Outcome } from "../translation";

const debian = "/etc/bash.bashrc";
/** Debian's bash reads the one before each interactive session, Alpine's the other. */
const alpine = "/etc/bash/bashrc";

/** `echo 'alias ll="ls -l"' >> /etc/bash.bashrc`. */
export function bashSettings(call: Invocation, context: Context): Outcome | undefined {
  const { run } = context;
  const { command } = call;
  if (run.command.name !== "RUN" || run.quoting === "json") return undefined;
  const spans = [...command.args, ...command.redirects.flatMap(({ target }) => target ?? [])]
    .filter(({ value }) => value === debian)
    .map(({ span }) => span);
  if (spans.length === 0) return undefined;
  const edits = spans.map((span) => ({ span, newText: alpine }));
  const isWritten = command.redirects.some(({ target }) => target?.value === debian) || call.name === "tee";
  const isThere = textsBefore(call, context).some((text) => text.includes(debian));
  if (!isWritten || isThere || !(isRoot(run.user) || call.asRoot)) return { edits };
  const rewrite = new CallRewrite(call, run.script.text);
  // The folder comes with bash, which may not be there yet.
  rewrite.before("mkdir -p /etc/bash");
  return { edits: [...edits, ...(rewrite.outcome().edits ?? [])] };
}
