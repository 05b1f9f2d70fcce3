import { aptCall } from "../model/apt-call";
import type { Outcome, Translation } from "./translation";

/** Verbs that only keep apt's own house: nothing of them is needed with `apk add --no-cache`. */
const housekeeping: ReadonlySet<string> = new Set([
  "update",
  "clean",
  "autoclean",
  "autoremove",
  "auto-remove",
  "autopurge",
  "check",
]);
const installs: ReadonlySet<string> = new Set(["install", "reinstall", "satisfy"]);
const removals: ReadonlySet<string> = new Set(["remove", "purge"]);
const upgrades: ReadonlySet<string> = new Set(["upgrade", "dist-upgrade", "full-upgrade", "safe-upgrade"]);

export const apt: Translation = {
  programs: ["apt-get", "apt", "aptitude"],
  translate(call): Outcome | undefined {
    const apt = aptCall(call);
    if (!apt)
      return { kind: "stop", message: `\`${call.name}\` without a command has no meaning on Alpine. Remove it.` };
    const { verb, operands, options, verbWord } = apt;
    const words = { words: operands, options, verbEnd: verbWord.span.end };
    if (housekeeping.has(verb) && operands.length === 0) return { kind: "remove" };
    if (installs.has(verb)) return operands.length > 0 ? { kind: "install", ...words } : { kind: "remove" };
    if (
      removals.has(verb) ||
      ((verb === "autoremove" || verb === "auto-remove" || verb === "autopurge") && operands.length > 0)
    ) {
      return operands.length > 0 ? { kind: "uninstall", ...words } : { kind: "remove" };
    }
    if (upgrades.has(verb)) return { kind: "replace", text: "apk upgrade --no-cache" };
    return {
      kind: "stop",
      message: `\`${call.name} ${verb}\` has no counterpart in apk. Install what the image needs with \`apk add\` instead.`,
    };
  },
};
