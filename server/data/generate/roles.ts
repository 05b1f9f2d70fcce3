import type { Role } from "../../src/facts/types";
import { isBuildPackage } from "../../src/model/build-packages";

/** Programs people call while building and while running; which it is, only the use tells. */
const toolSections = new Set("editors utils vcs text admin net mail comm devel haskell ocaml golang rust".split(" "));

/** What a Debian package is for, by its name and the section Debian puts it in. */
export function role(debian: string, section: string | undefined): Role {
  if (/-(dev|dbg|headers|source|src)$/.test(debian) || /-jdk(-headless)?$/.test(debian)) return "build";
  if (/^(libc-client|libc6)-dev/.test(debian)) return "build";
  if (/^lib.*[0-9](t64)?$/.test(debian)) return "run";
  // In Debian's sections servers stand among the tools.
  if (/-server$|-daemon$|^(nginx|apache2|cron|dovecot|exim|icinga|postfix|samba|strongswan|syslog-ng)/.test(debian))
    return "run";
  if (/d$/.test(debian) && ["net", "mail", "admin"].includes(section ?? "")) return "run";
  // Debian's section devel holds checkers, debuggers and clients besides: only what is surely needed to build alone is taken for that.
  if (isBuildPackage(debian)) return "build";
  if (section !== undefined && toolSections.has(section)) return "tool";
  return "run";
}
