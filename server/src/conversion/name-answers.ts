import type { NameAnswer } from "../facts/types";
import type { Context } from "../translations/translation";
import { isPython2 } from "./python-2";

export function answerFor(
  name: string,
  { facts, release, family, source }: Pick<Context, "facts" | "release" | "family" | "source">,
): NameAnswer {
  return facts.names.toAlpine(name, { release, family, source });
}

/** What becomes of a package of Python 2 that the stage gets on without. */
export function withoutPython2(name: string, answer: NameAnswer, { python2 }: Context): NameAnswer {
  if (python2 === undefined || answer.kind !== "no-equivalent" || !isPython2(name)) return answer;
  if (python2 === "own") return { kind: "none-needed", why: "the image runs a Python of its own" };
  if (python2 === "left out") return { kind: "none-needed", why: "nothing is seen to run Python 2" };
  const packages = /-dev$/.test(name) ? ["python3-dev"] : ["python3"];
  return { kind: "packages", packages, role: "build", evidence: "for node-gyp", confidence: 0.8 };
}
