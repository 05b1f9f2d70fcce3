import { aptCall, aptPrograms } from "../model/apt-call";
import { replaceCall } from "./outcomes";
import type { Outcome, Translation } from "./translation";

/** Verbs that only keep apt's own house: nothing of them is needed with `apk add --no-cache`. */
const housekeeping: ReadonlySet<string> = new Set([
  "update",
  "clean",
  "autoclean",
  "check",
  "dist-clean",
  "distclean",
  "moo",
]);
const installs: ReadonlySet<string> = new Set(["install", "reinstall", "satisfy"]);
const removals: ReadonlySet<string> = new Set(["remove", "purge", "autoremove", "auto-remove", "autopurge"]);
const upgrades: ReadonlySet<string> = new Set(["upgrade", "dist-upgrade", "full-upgrade", "safe-upgrade"]);

export const apt: Translation = {
  programs: [...aptPrograms],
  translate(call): Outcome | undefined {
    const apt = aptCall(call);
    if (!apt) return { stop: `\`${call.name}\` without a command has no meaning on Alpine. Remove it.` };
    const { verb, operands: words, options, verbWord } = apt;
    // `apt-get clean all`: what stands behind it means nothing.
    if (housekeeping.has(verb)) return { remove: true };
    const packages = { words, options, verbEnd: verbWord.span.end };
    if (installs.has(verb)) return words.length > 0 ? { packages: { action: "add", ...packages } } : { remove: true };
    if (removals.has(verb))
      return words.length > 0 ? { packages: { action: "remove", ...packages } } : { remove: true };
    if (upgrades.has(verb)) return replaceCall(call, "apk upgrade --no-cache");
    return {
      stop: `\`${call.name} ${verb}\` has no counterpart in apk. Install what the image needs with \`apk add\` instead.`,
    };
  },
};
