import type { TextEdit } from "../text/edits";
import { bashOfJson } from "../translations/bash/bash-commands";
import type { StageContext } from "../translations/translation";
import { type Note, RunConversion, type Stop } from "./run-conversion";
import type { StageStop } from "./stage";
import type { StageNeed } from "./stage-needs";

/** What becomes of CMD, ENTRYPOINT and HEALTHCHECK. */
export interface Starts {
  readonly edits: readonly TextEdit[];
  readonly needs: readonly StageNeed[];
  readonly stops: readonly StageStop[];
  readonly checks: readonly Note[];
  /** What was done, for people. */
  readonly done: readonly Note[];
}

/** They run in the container; what they call is translated as in a RUN. */
export function convertStarts(conversions: readonly RunConversion[], context: StageContext): Starts {
  const edits: TextEdit[] = [];
  const needs: StageNeed[] = [];
  const stops: StageStop[] = [];
  const checks: Note[] = [];
  for (const conversion of conversions) {
    const { instruction, command, workdir } = conversion.run;
    const texts = conversion.nested.map((nested) => new RunConversion(nested, context));
    const all = [conversion, ...texts];
    const own: Stop[] = all.flatMap((one) => one.stops);
    if (
      all.some(({ installations, removals, rewrite }) => installations.length + removals.length > 0 || rewrite.isGone)
    ) {
      const message = `${command.name} calls programs of Debian's when the container starts. Do this in a RUN, or start the program itself.`;
      if (own.length === 0) own.push({ span: command.argsSpan, message, leftOut: undefined });
    }
    // What starts the container is never taken apart.
    stops.push(...own.map((stop) => ({ ...stop, instruction, leftOut: undefined })));
    checks.push(...all.flatMap((one) => one.checks));
    const json = command.json ? bashOfJson(command, workdir, context) : undefined;
    const packages = new Set([...all.flatMap((one) => [...one.needs.keys()]), ...(json?.needs ?? [])]);
    needs.push(...[...packages].map((name) => ({ name, before: undefined })));
    if (own.length > 0) continue;
    if (all.every(({ rewrite }) => rewrite.fits)) edits.push(...all.flatMap(({ rewrite }) => rewrite.toEdits()));
    edits.push(...(json?.edits ?? []));
  }
  return { edits, needs, stops, checks, done: [] };
}
