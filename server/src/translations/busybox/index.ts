import type { Invocation } from "../../shell/invocation";
import { isInstalledBefore } from "../installed";
import type { Context, Outcome } from "../translation";
import { appletNamed } from "./applets";
import { gnuDd } from "./dd";
import { gnuFind } from "./gnu-find";
import { gnuOptions, isSystemProgram } from "./gnu-options";
import { innerCalls } from "./inner-calls";
import { psRefuses } from "./values";

/** What busybox makes of a command that counts on GNU programs, and of those it runs by its words. */
export function gnuPrograms(call: Invocation, context: Context): Outcome | undefined {
  const outcomes = innerCalls(call).flatMap((inner) => outcomeOf(inner, context) ?? []);
  if (outcomes.length === 0) return undefined;
  const edits = outcomes.flatMap(({ edits = [] }) => edits);
  const needs = [...new Set(outcomes.flatMap(({ needs = [] }) => needs))];
  const check = outcomes.find((outcome) => outcome.check !== undefined)?.check;
  return {
    ...(edits.length > 0 ? { edits } : {}),
    ...(needs.length > 0 ? { needs } : {}),
    ...(check === undefined ? {} : { check }),
  };
}

function outcomeOf(call: Invocation, context: Context): Outcome | undefined {
  const source =
    call.name === "find" ? "findutils" : call.name === "dd" ? "coreutils" : appletNamed(call.name)?.package;
  if (call.name === "ps") return psOutcome(call, context);
  if (source === undefined || !isSystemProgram(call) || isInstalledBefore(source, call, context)) return undefined;
  const outcome = answer(call, context);
  const missing = outcome?.needs?.find((name) => !context.facts.alpine.resolves(name, context.release));
  if (missing === undefined) return outcome;
  return {
    check: `busybox's \`${call.name}\` refuses an option that stands here, and Alpine ${context.release} has no package ${missing}. Write the command without it.`,
  };
}

function answer(call: Invocation, context: Context): Outcome | undefined {
  if (call.name === "find") return gnuFind(call, context);
  if (call.name === "dd") return gnuDd(call, context);
  const applet = appletNamed(call.name);
  return applet && gnuOptions(call, applet, context);
}

/** busybox's `ps` puts the PID first, so that who picks columns by number gets others. */
function psOutcome(call: Invocation, context: Context): Outcome | undefined {
  if (isInstalledBefore("procps", call, context) || isInstalledBefore("procps-ng", call, context)) return undefined;
  const { pipeline } = call.command.step;
  const picks = pipeline
    .slice(pipeline.indexOf(call.command) + 1)
    .some(({ name }) => /^(awk|gawk|mawk|cut|sed)$/.test(name));
  return picks || psRefuses(call.args) ? { needs: ["procps"] } : undefined;
}
