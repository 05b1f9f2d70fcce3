import { parseDockerfile } from "../../server/src/dockerfile";
import { readBuild } from "../../server/src/model/build";
import { invocation } from "../../server/src/shell/invocation";
import { applyEdits } from "../../server/src/text/edits";
import { type Outcome, translate } from "../../server/src/translations";
import type { StageContext } from "../../server/src/translations/translation";
import { facts } from "../facts";

export interface Said {
  /** The script of the last RUN, with all edits; a command that goes leaves `:`. */
  readonly text: string;
  readonly needs: readonly string[];
  readonly checks: readonly string[];
  readonly stops: readonly string[];
}

/** A stage that shall stand on an Alpine release, as translations see it. */
export function stageContext(dockerfile: string, more: Partial<StageContext> = {}): StageContext {
  const build = readBuild(parseDockerfile(dockerfile));
  const stage = build.stages.at(-1);
  if (!stage) throw new Error("no stage");
  return {
    facts,
    workspace: undefined,
    file: build.file,
    build,
    stage,
    release: "3.20",
    family: stage.base.official,
    source: undefined,
    already: false,
    present: [],
    ...more,
  };
}

/** Translates the commands of the last RUN of a Dockerfile. */
export function sayDockerfile(dockerfile: string, more: Partial<StageContext> = {}): Said {
  const context = stageContext(dockerfile, more);
  const run = context.stage.runs.at(-1);
  if (!run) throw new Error("no RUN");
  const outcomes = run.script.commands.flatMap((command) => {
    const outcome = translate(invocation(command), { ...context, run });
    return outcome ? [{ outcome, command }] : [];
  });
  const edits = outcomes.flatMap(({ outcome, command }) =>
    outcome.remove ? [{ span: command.span, newText: ":" }] : (outcome.edits ?? []),
  );
  const all = (read: (outcome: Outcome) => readonly string[]) => outcomes.flatMap(({ outcome }) => read(outcome));
  return {
    text: applyEdits(run.script.text, edits),
    needs: [...new Set(all(({ needs = [] }) => needs))],
    checks: all(({ check }) => (check === undefined ? [] : [check])),
    stops: all(({ stop }) => (stop === undefined ? [] : [stop])),
  };
}

/** Translates shell text that stands alone in a RUN on plain Debian. */
export function say(script: string, more: Partial<StageContext> = {}, image = "debian:bookworm"): Said {
  return sayDockerfile(`FROM ${image}\nRUN ${script}\n`, more);
}
