import { callsOf } from "../model/calls";
import { instructionsOf, runsOf } from "../model/layers";
import { type Invocation, written } from "../shell/invocation";
import { choosesBash } from "./bash/shell-link";
import { withoutLocales } from "./debian-only";
import { replaceCall } from "./outcomes";
import type { Context, Outcome, Translation } from "./translation";

/** What Debian's packages do when their questions are asked again, of those that leave something behind. */
export const dpkgReconfigure: Translation = {
  programs: ["dpkg-reconfigure"],
  translate(call, context): Outcome | undefined {
    const [name, ...others] = packagesOf(call);
    switch (others.length > 0 ? undefined : name) {
      // New host keys, of those that are missing.
      case "openssh-server":
        return replaceCall(call, "ssh-keygen -A");
      case "dash":
        return bashForSh(call, context);
      case "locales":
        return { remove: true, check: withoutLocales(call.name) };
      case "tzdata":
        return zone(call, context);
      default:
        return undefined;
    }
  },
};

/** Options take their value behind `=`, as the next word, or glued (`-fnoninteractive`). */
function packagesOf({ args }: Invocation): string[] {
  const words = args.map(({ value }) => value);
  return words.filter(
    (word, at) => !word.startsWith("-") && !/^(-f|-p|--frontend|--priority)$/.test(words[at - 1] ?? ""),
  );
}

/** Debian's `sh` is dash, unless the question of its package is answered with no: then it is bash. */
function bashForSh(call: Invocation, { stage }: Context): Outcome | undefined {
  return choosesBash(stage) ? replaceCall(call, "ln -sf /bin/bash /bin/sh") : undefined;
}

/** Seen with the tzdata of bookworm. */
const overridden =
  "The zone of /etc/timezone is set here. Debian's tzdata has kept that of /etc/localtime since 2016, so that the image may have had UTC; check which is wanted.";

/** tzdata takes the zone that /etc/localtime leads to, or else the one of /etc/timezone, which nothing on Alpine reads. */
function zone(call: Invocation, { stage, run }: Context): Outcome {
  const before = runsOf(stage)
    .filter(({ instruction }) => instruction.span.start <= run.instruction.span.start)
    .flatMap(callsOf)
    .filter(({ within, span }) => within.instruction !== run.instruction || span.end <= call.span.start);
  const isLinked = before.some(
    ({ name, args }) => /^(ln|cp|install)$/.test(name) && args.at(-1)?.value === "/etc/localtime",
  );
  const isNamed =
    before.some(writesZone) ||
    instructionsOf(stage).some(
      ({ name, args }) => /^(COPY|ADD)$/.test(name) && /\/etc\/timezone["\]\s]*$/.test(args.text),
    );
  if (isLinked || !isNamed) return { remove: true };
  const isRemoved = before.some(
    ({ name, args }) => name === "rm" && args.some(({ value }) => value === "/etc/localtime"),
  );
  return {
    ...replaceCall(call, 'ln -sf "/usr/share/zoneinfo/$(cat /etc/timezone)" /etc/localtime'),
    keeps: ["tzdata"],
    ...(isRemoved ? {} : { check: overridden }),
  };
}

function writesZone({ name, args, command }: Invocation): boolean {
  const last = /^(tee|cp|mv|ln|install)$/.test(name) ? args.slice(-1) : [];
  return [...written(command), ...last.map(({ value }) => value)].includes("/etc/timezone");
}
