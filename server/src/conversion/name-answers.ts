import type { NameAnswer } from "../facts/types";
import { callsOf } from "../model/calls";
import { usesCronie } from "../translations/cronie";
import { isForExtensions } from "../translations/php-image/compiled";
import { phpImageOf } from "../translations/php-image/php-image";
import { needsNoVips } from "../translations/sharp";
import type { Context } from "../translations/translation";
import { withoutHeaders } from "../translations/without-compiler";
import { isPython2 } from "./python-2";

/** What nothing needs is left out too, as PHP and its extensions come from packages in place of an image that compiles them. */
export function answerFor(name: string, context: Context): NameAnswer {
  const { facts, release, family, source, stage } = context;
  // The image's own PHP never loads what Debian's packages bring.
  if (/^(libapache2-mod-)?php[\d.]*(-|$)/.test(name) && phpImageOf(stage, facts))
    return { kind: "none-needed", why: "the image brings its own PHP" };
  if (name === "cron" && usesCronie(context))
    return { kind: "packages", packages: ["cronie"], role: "run", evidence: "reads /etc/cron.d", confidence: 1 };
  // Rails' generator writes both.
  if (name === "node-gyp" && stage.runs.flatMap(callsOf).some((call) => call.name === "node-build"))
    return { kind: "none-needed", why: "the npm of node-build brings it" };
  if (needsNoVips(name, context)) return { kind: "none-needed", why: "sharp brings its own libvips" };
  const answer = facts.names.toAlpine(name, { release, family, source });
  return isForExtensions(name, answer, context)
    ? { kind: "none-needed", why: "PHP's extensions come from packages" }
    : withoutHeaders(answer, context);
}

/** What becomes of a package of Python 2 that the stage gets on without. */
export function withoutPython2(name: string, answer: NameAnswer, { python2 }: Context): NameAnswer {
  const isPackage = answer.kind !== "no-equivalent" && !(answer.kind === "packages" && answer.module);
  if (python2 === undefined || isPackage || !isPython2(name)) return answer;
  if (python2 === "own") return { kind: "none-needed", why: "the image runs a Python of its own" };
  if (python2 === "left out") return { kind: "none-needed", why: "nothing is seen to run Python 2" };
  const packages = /-dev$/.test(name) ? ["python3-dev"] : ["python3"];
  return { kind: "packages", packages, role: "build", evidence: "for node-gyp", confidence: 0.8 };
}
