import type { Invocation } from "../../shell/invocation";
import { CallRewrite } from "../call-rewrite";
import type { Context, Outcome } from "../translation";

const conversions: ReadonlySet<string> = new Set(["notrunc", "noerror", "sync", "fsync", "swab"]);
/** They change how the data are stored, and not what they are. */
const needless: ReadonlySet<string> = new Set(["sparse", "fdatasync"]);

/** `dd` with words that busybox refuses. */
export function gnuDd(call: Invocation, { run }: Context): Outcome | undefined {
  const rewrite = new CallRewrite(call, run.script.text);
  for (const word of call.args) {
    const { value, literal } = word;
    if (value === "status=progress") rewrite.drop(word);
    if (!value.startsWith("conv=") || !literal) continue;
    const names = value.slice(5).split(",");
    if (names.some((name) => !conversions.has(name) && !needless.has(name))) return { needs: ["coreutils"] };
    const kept = names.filter((name) => !needless.has(name));
    if (kept.length < names.length) rewrite.replace(word, kept.length > 0 ? `conv=${kept.join(",")}` : "");
  }
  const outcome = rewrite.outcome();
  return outcome.edits ? outcome : undefined;
}
