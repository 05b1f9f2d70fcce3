import { placeOf } from "../answers/place";
import type { AlpinePackage, Facts, Release } from "../facts/types";
import { apkCall } from "../model/apk-call";
import type { Stage } from "../model/build";
import { withNested } from "../model/nested";
import { type Run, sourceSpan } from "../model/run";
import { invocation } from "../shell/invocation";
import type { ShellWord } from "../shell/types";
import { formatSize } from "../size/format";
import type { Completion, Proposal } from ".";

/** More than anybody reads; the rest comes up when the word grows. */
const most = 100;

/** The names `apk add` knows at `offset`, in the Alpine release of the stage. */
export function completePackage(stage: Stage, offset: number, facts: Facts): Completion | undefined {
  const place = placeAt(stage, offset);
  if (!place) return undefined;
  const { run, word, others } = place;
  const whole = sourceSpan(run, word.span);
  const written = word.text.slice(0, offset - whole.start);
  // `!name` forbids a package, a quote may stand before it; a version or an expansion is none of ours.
  const name = /^["']?!?([\w.+:-]*)$/.exec(written)?.[1];
  if (name === undefined || whole.end - whole.start !== word.text.length) return undefined;
  const behind = /^[\w.+:-]*/.exec(word.text.slice(written.length))?.[0] ?? "";
  const { release } = placeOf(stage, facts).alpine;
  const { names, isCut } = facts.alpine.startingWith(name, release, most);
  return {
    span: { start: offset - name.length, end: offset + behind.length },
    proposals: names.filter((one) => !others.has(one)).map((one) => proposal(one, release, facts)),
    isCut,
  };
}

interface Place {
  readonly run: Run;
  /** The word around the cursor. */
  readonly word: ShellWord;
  /** What the same call names beside it. */
  readonly others: ReadonlySet<string>;
}

function placeAt(stage: Stage, offset: number): Place | undefined {
  for (const run of stage.runs.flatMap((one) => withNested(one))) {
    for (const command of run.script.commands) {
      const call = apkCall(invocation(command));
      if (call?.action !== "add") continue;
      const word = call.operands.find(({ span }) => {
        const { start, end } = sourceSpan(run, span);
        return start <= offset && offset < end;
      });
      if (!word) continue;
      return { run, word, others: new Set(call.operands.filter((one) => one !== word).map(({ value }) => value)) };
    }
  }
  return undefined;
}

function proposal(name: string, release: Release, facts: Facts): Proposal {
  const found = facts.alpine.package(name, release);
  return { label: name, kind: "package", detail: found ? describe(found) : "a name other packages stand for" };
}

function describe({ installed, repository }: AlpinePackage): string {
  const size = installed.bytes === undefined ? "size unknown" : formatSize(installed);
  return `${size}, ${repository}`;
}
