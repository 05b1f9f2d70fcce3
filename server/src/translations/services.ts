import { instructionsOf } from "../model/layers";
import { type Invocation, invocation } from "../shell/invocation";
import type { Context, Outcome, Translation } from "./translation";

/** `service NAME VERB`, `invoke-rc.d NAME VERB`, `systemctl VERB NAME`, `initctl VERB NAME`. */
const verbAt: ReadonlyMap<string, number> = new Map([
  ["service", 1],
  ["invoke-rc.d", 1],
  ["systemctl", 0],
  ["initctl", 0],
]);

const starts = /^(start|restart|try-restart|condrestart)$/;
/** Nothing runs while an image is built, so that these find nothing to do. */
const ends = /^(stop|reload|force-reload|kill)$/;
const units =
  /^(enable|disable|mask|unmask|reenable|preset|daemon-reload|daemon-reexec|set-default|reload-configuration)$/;

/** Commands that make no use of a service that runs. */
const idle =
  /^(service|systemctl|invoke-rc\.d|initctl|echo|printf|sleep|true|:|rm|apt|apt-get|set|exit|cat|ls|chown|chmod)$/;

/**
 * What starts or stops services within a RUN and has no effect behind it: what a RUN starts ends with it. A service that a
 * later command of the same RUN may talk to, and those of CMD, are none of these.
 */
export const services: Translation = {
  programs: [...verbAt.keys()],
  translate(call, context): Outcome | undefined {
    const { name, args } = call;
    const words = args.map(({ value }) => value).filter((value) => !value.startsWith("-"));
    const verb = words[verbAt.get(name) ?? 0] ?? "";
    const said = [name, ...words].join(" ");
    if (name === "systemctl" && units.test(verb) && isStepOfRun(call, context)) {
      const check = `\`${said}\` was removed: containers run no systemd. Start the program itself in CMD.`;
      return { remove: true, check };
    }
    return withoutEffect(verb, said, call, context);
  },
};

const folder = "/etc/init.d/";

/** `/etc/init.d/NAME VERB`, which `service NAME VERB` calls; not for scripts that the file brings itself. */
export function initScript(call: Invocation, context: Context): Outcome | undefined {
  const { program, args } = call;
  if (!program.startsWith(folder) || bringsScripts(context)) return undefined;
  const verb = args[0]?.value ?? "";
  return (
    withoutEffect(verb, `${program} ${verb}`, call, context) ?? {
      stop: `\`${program}\` does not exist on Alpine: Alpine images have no init scripts. Start the program itself.`,
    }
  );
}

function withoutEffect(verb: string, said: string, call: Invocation, context: Context): Outcome | undefined {
  if (!isStepOfRun(call, context)) return undefined;
  if (ends.test(verb)) return { remove: true };
  if (!starts.test(verb) || !nothingFollows(call, context)) return undefined;
  const check = `\`${said}\` was removed: what a RUN starts ends with it. Start the program itself in CMD where the container needs it.`;
  return { remove: true, check };
}

/** A step of its own, and not of CMD. */
function isStepOfRun({ command }: Invocation, { run }: Context): boolean {
  return run.command.name === "RUN" && !command.substituted && command.step.command === command;
}

const puts = /(?:^|\s)(?:cp|mv|ln|install|tee|chmod|curl|wget)\s[^;&|]*\/etc\/init\.d\/|>\s*\/etc\/init\.d\//;

/** The file brings scripts of its own, or changes some. */
function bringsScripts({ stage }: Context): boolean {
  return instructionsOf(stage).some(({ name, args }) =>
    /^(COPY|ADD)$/.test(name) ? args.text.includes(folder) : name === "RUN" && puts.test(args.text),
  );
}

function nothingFollows({ span }: Invocation, { run }: Context): boolean {
  return run.script.commands
    .filter((other) => other.span.start > span.end)
    .every((other) => idle.test(invocation(other).name));
}
