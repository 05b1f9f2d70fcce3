import type { Invocation } from "../shell/invocation";
import type { Step, StepList } from "../shell/types";
import { aptRepository } from "./apt-repository";
import type { Context, Outcome, Translation } from "./translation";

/** `lsb_release -cs`: the name of Debian's release, which mostly goes into the address of an apt repository. */
export const lsbRelease: Translation = {
  programs: ["lsb_release"],
  translate(call, context): Outcome | undefined {
    return (
      withoutUse(call, [], context) ?? {
        stop: "`lsb_release` asks which Debian or Ubuntu this is, and Alpine has no such program. Write what is meant into the Dockerfile, or read /etc/os-release, which says `ID=alpine`.",
      }
    );
  },
};

/** Files that tell Debian's or Ubuntu's release, and the variables that they set. */
const files: ReadonlyMap<string, readonly string[]> = new Map([
  ["/etc/lsb-release", ["DISTRIB_ID", "DISTRIB_RELEASE", "DISTRIB_CODENAME", "DISTRIB_DESCRIPTION"]],
  ["/etc/debian_version", []],
]);

export const releaseFiles: Translation = {
  programs: [".", "source", "cat", "head", "cut", "awk", "sed"],
  translate(call, context): Outcome | undefined {
    const file = call.args.find(({ literal, value }) => literal && files.has(value))?.value;
    if (file === undefined || call.command.conditional || isWritten(file, context)) return undefined;
    return (
      withoutUse(call, files.get(file) ?? [], context) ?? {
        stop: `${file} tells which Debian or Ubuntu this is, and Alpine does not have it. Write what is meant into the Dockerfile, or read /etc/os-release, which says \`ID=alpine\`.`,
      }
    );
  },
};

/** The step goes where nothing is left that its answer is for: it is shown, or stands in the address of an apt repository. */
function withoutUse(call: Invocation, variables: readonly string[], { run }: Context): Outcome | undefined {
  const { command } = call;
  const { text, steps } = run.script;
  if (run.command.name !== "RUN") return undefined;
  const host = command.substituted ? hostOf(command.step) : command.step;
  if (host.pipeline.length !== 1 || command.redirects.some(({ target }) => target?.value !== "/dev/null"))
    return undefined;
  const [holder] = host.pipeline;
  const sets = holder === command ? variables : assignedBy(host);
  if (!sets) return undefined;
  const others = stepsIn(steps).filter((step) => step !== host && step.bodies.length === 0);
  const isUsed = others.some((step) => {
    const own = text.slice(step.span.start, step.span.end);
    return sets.some((name) => new RegExp(`\\$\\{?${name}\\b`).test(own)) && !aptRepository(step, text)?.remove;
  });
  return isUsed ? undefined : { remove: true };
}

/** The step that holds a substituted command in one of its words. */
function hostOf(step: Step): Step {
  const { parent } = step.list;
  if (!parent) return step;
  const isInWord = !parent.bodies.includes(step.list);
  return isInWord && !parent.pipeline.some(({ substituted }) => substituted) ? parent : hostOf(parent);
}

/** What `A=...` and `export A=...` set; undefined for a step that does something else. */
function assignedBy({ command }: Step): readonly string[] | undefined {
  if (command?.name === "") return command.assignments.map(({ name }) => name);
  if (command?.name !== "export") return undefined;
  return command.args.map(({ value }) => value.replace(/=.*$/s, ""));
}

function stepsIn({ steps }: StepList): Step[] {
  return steps.flatMap((step) => [step, ...step.bodies.flatMap(stepsIn)]);
}

/** A step or a copied file makes it. */
function isWritten(file: string, { stage }: Context): boolean {
  return stage.instructions.some(
    ({ name, args }) =>
      (/^(COPY|ADD)$/.test(name) && args.text.includes(file)) ||
      (name === "RUN" && new RegExp(`>>?\\s*${file}`).test(args.text)),
  );
}
