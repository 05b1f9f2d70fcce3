import { hasBashScripts } from "./bash/bash-files";
import { hasBash } from "./bash/installed-bash";
import type { OptionValue } from "./options";
import type { StageContext } from "./translation";

export const bash = /^(?:\/usr)?\/bin\/bash$|^[`"]?\$?\(?\s*(?:which|command -v) bash\s*\)?[`"]?$/;

/** Where Alpine keeps what Debian's passwd entries name. */
const moved: ReadonlyMap<string, string> = new Map([
  ["/usr/sbin/nologin", "/sbin/nologin"],
  ["/usr/bin/nologin", "/sbin/nologin"],
  ["/bin/nologin", "/sbin/nologin"],
  ["/usr/bin/false", "/bin/false"],
  ["/usr/bin/sh", "/bin/sh"],
  ["/bin/dash", "/bin/sh"],
  ["/usr/bin/dash", "/bin/sh"],
]);

/** A login shell that Alpine has: with one that is not there, `su` and `login` fail. */
export function loginShell({ value, text }: OptionValue, context: StageContext): string {
  if (bash.test(value)) return hasBash(context) || hasBashScripts(context) ? text : "/bin/sh";
  return moved.get(value) ?? text;
}
