import { type Invocation, invocation } from "../shell/invocation";
import { innerCalls } from "../translations/busybox/inner-calls";
import type { PackageUnit } from "./package-units";
import type { RunConversion } from "./run-conversion";

/** The commands of a RUN that call a program of the packages by its name: `mvn` of maven, `ant` of Debian's ant. */
export function programCalls(units: readonly PackageUnit[], conversion: RunConversion): readonly Invocation[] {
  const { script } = conversion.run;
  if (script.errors.length > 0) return [];
  return script.commands
    .map(invocation)
    .flatMap(innerCalls)
    .filter((call) => units.some((unit) => hasProgram(unit, programOf(call), conversion)));
}

/** Django's commands that start the programs of gettext: `python manage.py compilemessages`. */
const callsGettext = /(?:^|\s|\/)(?:manage\.py|-m django|django-admin(?:\.py)?) (?:compile|make)messages\b/;

function programOf({ name, args }: Invocation): string {
  return callsGettext.test([name, ...args.map(({ value }) => value)].join(" ")) ? "msgfmt" : name;
}

/** No index lists it: a link that leads out of its folder. */
const unlisted: ReadonlyMap<string, string> = new Map([["mvn", "maven"]]);

function hasProgram({ debian, packages }: PackageUnit, program: string, { context }: RunConversion): boolean {
  if (program === "") return false;
  const { facts, release } = context;
  const holders = [program, unlisted.get(program), ...facts.alpine.providers(`cmd:${program}`, release)];
  return debian.includes(program) || packages.some((name) => holders.includes(name));
}
