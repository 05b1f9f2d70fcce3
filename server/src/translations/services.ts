import { instructionsOf } from "../model/layers";
import { type Invocation, invocation } from "../shell/invocation";
import { replaceCall } from "./outcomes";
import { serviceProgram } from "./service-programs";
import type { Context, Outcome, ScriptEdit, Translation } from "./translation";

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
    const service = words[1 - (verbAt.get(name) ?? 0)] ?? "";
    const isScript = (name === "service" || name === "invoke-rc.d") && !bringsScripts(context);
    return (isScript ? kept(service, verb, call, context) : undefined) ?? withoutEffect(verb, said, call, context);
  },
};

const folder = "/etc/init.d/";

/** `/etc/init.d/NAME VERB`, which `service NAME VERB` calls; not for scripts that the file brings itself. */
export function initScript(call: Invocation, context: Context): Outcome | undefined {
  const { program, args } = call;
  if (!program.startsWith(folder) || bringsScripts(context)) return undefined;
  const verb = args[0]?.value ?? "";
  return (
    kept(program.slice(folder.length), verb, call, context) ??
    withoutEffect(verb, `${program} ${verb}`, call, context) ?? {
      stop: `\`${program}\` does not exist on Alpine: Alpine images have no init scripts. Start the program itself.`,
    }
  );
}

/** The program in place of the init script, where something makes use of it: the rest of a RUN, or the container. */
function kept(service: string, verb: string, call: Invocation, context: Context): Outcome | undefined {
  const program = serviceProgram(service, context);
  if (!program || call.command.substituted) return undefined;
  const isRun = context.run.command.name === "RUN";
  const { command, span, nameSpan } = call;
  const wrapper = context.run.script.text.slice(span.start, nameSpan.start).replace(/.*\benv\s|\bexec\s/, "");
  const said = (text: string): Outcome | undefined => {
    const isPlain = /^sudo (-u ?\w+ |-\w+ )*$/.test(wrapper) || wrapper === "";
    if (!isPlain) return undefined;
    if (wrapper !== "" && /[&{]/.test(text)) return undefined;
    const own = /-u\s*postgres/.test(wrapper) ? (/^su postgres -c '(.*)'$/.exec(text)?.[1] ?? text) : text;
    const isJoined = command.step.command !== command || command.conditional || command.step.operator === "||";
    return replaceCall(call, `${wrapper}${isJoined && own.includes(" && ") ? `{ ${own}; }` : own}`);
  };
  if (starts.test(verb)) return isRun && nothingFollows(call, context) ? undefined : said(program.start);
  if (verb !== "stop" || !isRun || program.stop === undefined || !startsBefore(service, call, context))
    return undefined;
  return said(program.stop);
}

/** The same RUN has started it, so that it runs. */
function startsBefore(service: string, { span }: Invocation, { run }: Context): boolean {
  return run.script.commands
    .filter((other) => other.span.start < span.start)
    .map(invocation)
    .some(({ name, program, args }) => {
      const words = [
        ...(program.startsWith(folder) ? [program.slice(folder.length)] : []),
        ...args.map(({ value }) => value),
      ];
      const isScript = program.startsWith(folder) || name === "service" || name === "invoke-rc.d";
      return isScript && words[0] === service && starts.test(words[1] ?? "");
    });
}

const inText = /(?<=\\n|[^\w./-]|^)(?:\/usr\/sbin\/)?service ([\w.-]+) (\w+)|\/etc\/init\.d\/([\w.-]+) (\w+)/g;

/** Lines of scripts that a RUN writes, which start services when the container runs them. */
export function writtenServices(call: Invocation, context: Context): Outcome | undefined {
  const { run } = context;
  if (
    !/^(echo|printf)$/.test(call.name) ||
    run.command.name !== "RUN" ||
    call.command.redirects.length === 0 ||
    bringsScripts(context)
  )
    return undefined;
  const edits: ScriptEdit[] = [];
  for (const { text, span } of call.args) {
    for (const { 0: said, 1: called, 2: verb = "", 3: script, 4: scriptVerb, index } of text.matchAll(inText)) {
      const name = called ?? script ?? "";
      if (!starts.test(scriptVerb ?? verb)) continue;
      const newText = serviceProgram(name, context)?.start;
      const quote = /^["']/.exec(text)?.[0];
      if (
        newText === undefined ||
        quote === undefined ||
        (quote === "'" ? newText.includes("'") : /["$`\\]/.test(newText))
      )
        return {
          stop: `What is written here calls \`${said}\`, and Alpine images have no init scripts. Start the program itself.`,
        };
      edits.push({ span: { start: span.start + index, end: span.start + index + said.length }, newText });
    }
  }
  return edits.length > 0 ? { edits } : undefined;
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
