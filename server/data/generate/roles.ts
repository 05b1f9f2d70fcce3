import type { Role } from "../../src/facts/types";

/** Programs people call while building and while running; which it is, only the use tells. */
const toolSections = new Set(["editors", "utils", "vcs", "text", "admin", "net", "mail", "comm"]);
const buildSections = new Set(["libdevel", "devel", "haskell", "ocaml", "golang", "rust", "kernel"]);

/** What a Debian package is for, by its name and the section Debian puts it in. */
export function role(debian: string, section: string | undefined): Role {
  if (/-(dev|dbg|headers|source|src)$/.test(debian) || /-jdk(-headless)?$/.test(debian)) return "build";
  if (/^(libc-client|libc6)-dev/.test(debian)) return "build";
  if (/^lib.*[0-9](t64)?$/.test(debian)) return "run";
  if (/-server$|^(nginx|apache2|cron)/.test(debian)) return "run";
  if (section !== undefined && buildSections.has(section)) return "build";
  if (section !== undefined && toolSections.has(section)) return "tool";
  return "run";
}
