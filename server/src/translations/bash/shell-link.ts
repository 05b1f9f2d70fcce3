import type { Stage } from "../../model/build";
import { instructionsOf } from "../../model/layers";
import type { Run } from "../../model/run";
import { expandKnown } from "../../model/shell-variables";
import { type Invocation, invocation } from "../../shell/invocation";
import type { Span } from "../../text/edits";

/** A step behind which bash reads what `sh` is called for. */
export interface ShellLink {
  readonly run: Run;
  readonly span: Span;
}

/** `rm /bin/sh && ln -s /bin/bash /bin/sh`: without bash in the image, nothing would run behind it. */
export function shellLinks(stage: Stage): ShellLink[] {
  const isAnswered = choosesBash(stage);
  return stage.runs.flatMap((run) =>
    run.script.commands
      .map(invocation)
      .filter((call) => linksShell(call, run) || (isAnswered && asksAgain(call)))
      .map(({ span }) => ({ run, span })),
  );
}

/** The question of dash's package whether it is to be `sh` is answered with no. */
export function choosesBash(stage: Stage): boolean {
  return instructionsOf(stage).some(({ args }) => /\bdash\/sh\s+boolean\s+false\b/.test(args.text));
}

function linksShell({ name, args }: Invocation, run: Run): boolean {
  const words = args.filter(({ value }) => !value.startsWith("-")).map((word) => expandKnown(run, word));
  return (
    /^(ln|cp|mv)$/.test(name) &&
    /^(?:(?:\/usr)?\/bin\/)?bash$/.test(words[0] ?? "") &&
    /^(?:\/usr)?\/bin\/sh$/.test(words[1] ?? "")
  );
}

/** `dpkg-reconfigure dash`, whose question is answered in favour of bash. */
function asksAgain({ name, args }: Invocation): boolean {
  return name === "dpkg-reconfigure" && args.some(({ value }) => value === "dash");
}
