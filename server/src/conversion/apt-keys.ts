import type { NameAnswer } from "../facts/types";
import type { Build, Stage } from "../model/build";
import { type Call, callsOf, isScript } from "../model/calls";
import { standingOn } from "../model/layers";
import type { Run } from "../model/run";
import { isShell } from "../shell/invocation";
import type { Step } from "../shell/types";
import { encloses } from "../text/edits";
import { aptRepository } from "../translations/apt-repository";
import type { Context } from "../translations/translation";

const keyPackage = /^(gnupg[12]?|gpg|gpg-agent|gnupg-agent|dirmngr)$/;
const keyProgram = /^(gpg[12v]?|gpgconf|gpgsm|gpg-agent|gpg-connect-agent|dirmngr|dirmngr-client)$/;

/** gnupg of a stage that calls it for the keys of apt's repositories only, which go with the repositories. */
export function withoutAptKeys(name: string, answer: NameAnswer, { stage, build }: Context): NameAnswer {
  if (answer.kind !== "packages" || !keyPackage.test(name) || !servesAptOnly(stage, build)) return answer;
  return { kind: "none-needed", why: "only the keys of apt repositories need it" };
}

function servesAptOnly(stage: Stage, build: Build): boolean {
  const known = answers.get(stage);
  if (known !== undefined) return known;
  const runs = standingOn(stage, build).flatMap((one) => one.runs);
  const answer =
    stage.runs.some((run) => repositorySteps(run).some((step) => usesKeys(step, run))) && runs.every(isQuiet);
  answers.set(stage, answer);
  return answer;
}

/** Each name is asked for. */
const answers = new WeakMap<Stage, boolean>();

/** Steps that a conversion takes out, as they are about apt's repositories. */
function repositorySteps({ script }: Run): readonly Step[] {
  const inside = (step: Step): readonly Step[] =>
    aptRepository(step, script.text)?.remove ? [step] : step.bodies.flatMap(({ steps }) => steps.flatMap(inside));
  return script.steps.steps.flatMap(inside);
}

function usesKeys({ span }: Step, { script }: Run): boolean {
  return /\b(?:apt-key|gpg)\b/.test(script.text.slice(span.start, span.end));
}

/** Nothing else of the RUN calls gnupg, nor a script that may. */
function isQuiet(run: Run): boolean {
  const gone = repositorySteps(run);
  return callsOf(run).every((call) => {
    const isGone = call.within === run && gone.some(({ span }) => encloses(span, call.span));
    return isGone || !(keyProgram.test(call.name) || mayCallAnything(call));
  });
}

/** `sh -c "..."` is read as a text of its own. */
function mayCallAnything(call: Call): boolean {
  const isText = isShell(call.name) && call.args.some(({ value }) => /^-[a-z]*c$/.test(value));
  return isScript(call) && call.name !== "make" && !isText;
}
