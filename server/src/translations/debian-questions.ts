import { aptPrograms } from "../model/apt-call";
import type { Invocation } from "../shell/invocation";
import { invocation } from "../shell/invocation";
import type { ShellWord } from "../shell/types";
import { hasApache } from "./apache-tools";
import type { Context, Outcome, Translation } from "./translation";

const apacheTools = ["a2enmod", "a2dismod", "a2ensite", "a2dissite", "a2enconf", "a2disconf", "apache2ctl", "apache2"];
const folders = /^(?:\/usr)?\/s?bin\/(?=[\w.-]+$)/;

/** What to ask for on Alpine, so that the steps are taken that were translated; undefined where Debian's answer is not known. */
function sameQuestion(program: string, { stage }: Context): string | undefined {
  if (aptPrograms.has(program) || program === "dpkg") return "apk";
  return apacheTools.includes(program) && hasApache(stage) ? "httpd" : undefined;
}

/** `command -v apt-get`, `which a2enmod`: whether this is Debian, or its server is there. */
export const askedProgram: Translation = {
  programs: [...aptPrograms, "dpkg", ...apacheTools, "which", "type", "hash"],
  translate(call, context): Outcome | undefined {
    const edits = askedWords(call).flatMap(({ value, span }) => {
      const newText = sameQuestion(value.replace(folders, ""), context);
      return newText === undefined ? [] : [{ span, newText }];
    });
    return edits.length > 0 ? { edits } : undefined;
  },
};

/** The words that ask: `which`, `type` and `hash` take several, `command -v` is read as a call of what it asks for. */
function askedWords({ name, args, command, program, nameSpan }: Invocation): Pick<ShellWord, "value" | "span">[] {
  if (/^(?:which|type|hash)$/.test(name)) return args.filter(({ literal, value }) => literal && !value.startsWith("-"));
  return command.name === "command" && /^-[vV]$/.test(command.args[0]?.value ?? "")
    ? [{ value: program, span: nameSpan }]
    : [];
}

/** `[ -x /usr/bin/apt-get ]`, `[ -f /etc/debian_version ]`. */
export const askedFile: Translation = {
  programs: ["[", "[[", "test"],
  translate({ args }, context): Outcome | undefined {
    const edits = args.flatMap(({ value, span }, at) => {
      if (!/^-[efrsx]$/.test(args[at - 1]?.value ?? "")) return [];
      if (value === "/etc/debian_version") return [{ span, newText: "/etc/alpine-release" }];
      const program = folders.test(value) ? sameQuestion(value.replace(folders, ""), context) : undefined;
      return program === undefined ? [] : [{ span, newText: program === "apk" ? "/sbin/apk" : `/usr/sbin/${program}` }];
    });
    return edits.length > 0 ? { edits } : undefined;
  },
};

/**
 * The call stands behind `if`, which asks for a program that Alpine never has, or asks so itself: it is not run there.
 * @param isOfDebian whether a program is one of those.
 */
export function isNeverRun(call: Invocation, { run }: Context, isOfDebian: (program: string) => boolean): boolean {
  for (let list = call.command.step.list; list.parent; list = list.parent.list) {
    const { bodies, span } = list.parent;
    const [question, then, ...others] = bodies;
    if (!question || !then || others.length > 0 || (list !== question && list !== then)) continue;
    if (!/^if\s(?!\s*!)/.test(run.script.text.slice(span.start, span.end)) || question.steps.length !== 1) continue;
    const { start, end } = question.span;
    const asked = run.script.commands
      .filter((one) => start <= one.span.start && one.span.end <= end)
      .flatMap((one) => askedWords(invocation(one)).map(({ value }) => value.replace(folders, "")));
    if (asked.length === 1 && asked.every(isOfDebian)) return true;
  }
  return false;
}
