import type { Invocation } from "../shell/invocation";
import type { Span } from "../text/edits";
import type { Stage } from "./build";
import { callsOf } from "./calls";
import { variablesOf } from "./environment";
import { type Run, sourceSpan } from "./run";

/** A place where a time zone is named that only the zone files of tzdata know. */
export interface ZoneUse {
  /** `Europe/Paris`, or the path of a zone file. */
  readonly zone: string;
  readonly span: Span;
  /** The RUN that reads the zone files; undefined: the container does. */
  readonly run: Run | undefined;
  /** Where in the RUN's script. */
  readonly use: Span | undefined;
}

/** `TZ` in ENV, and what RUNs do with /usr/share/zoneinfo. */
export function zoneUsesOf(stage: Stage): readonly ZoneUse[] {
  const variables = variablesOf(stage)
    .filter(({ name, value }) => name === "TZ" && isNamedZone(value))
    .map(({ value, span }) => ({ zone: value, span, run: undefined, use: undefined }));
  const files = stage.runs.flatMap((run) =>
    callsOf(run).flatMap(({ name, args, within, ...call }) => {
      const file = /^(ln|cp|install)$/.test(name)
        ? args.find(({ value }) => value.startsWith("/usr/share/zoneinfo/"))
        : undefined;
      return file
        ? [{ zone: file.value, span: sourceSpan(within, file.span), run, use: within.host?.span ?? call.span }]
        : [];
    }),
  );
  return [...variables, ...files].sort((a, b) => a.span.start - b.span.start);
}

/** Where Rails is started: it ends with an error when there are neither zone files nor the gem tzinfo-data. */
export function railsStartsOf(stage: Stage): readonly Pick<ZoneUse, "run" | "use">[] {
  const inRuns = stage.runs.flatMap((run) =>
    callsOf(run)
      .filter(isRails)
      .map(({ span, within }) => ({ run, use: within.host?.span ?? span })),
  );
  const inContainer = stage.starts.some((start) => callsOf(start).some(isRails));
  return inContainer ? [...inRuns, { run: undefined, use: undefined }] : inRuns;
}

/** `bin/rails server`, `bundle exec rails assets:precompile`, `thrust ./bin/rails server`; `rails new` makes an application. */
function isRails({ name, args }: Invocation): boolean {
  const words = [name, ...args.map(({ value }) => value)];
  const at = starters.test(name) ? words.findIndex((word) => /(^|\/)rails$/.test(word)) : 0;
  return words[at]?.split("/").at(-1) === "rails" && words[at + 1] !== "new";
}

/** Programs that start the one in their arguments. */
const starters = /^(bundle|thrust|tini|dumb-init|catatonit|ruby|spring)$/;

/** `UTC` and `CET-1CEST` need no files; what a variable holds is not known. */
function isNamedZone(value: string): boolean {
  return /^:?[A-Z]\w+\/\w[\w/+-]*$/.test(value) && !/^:?Etc\/(UTC|GMT|UCT|Zulu)$/.test(value);
}
