import type { Instruction } from "../dockerfile/types";
import type { CopiedFile } from "../manifests/copied-files";
import type { Run } from "../model/run";
import { type Invocation, invocation } from "../shell/invocation";
import { parseShell } from "../shell/parse";
import { CookedBuilder } from "../text/cooked";
import type { Span } from "../text/edits";
import { gnuPrograms } from "./busybox";
import { appletNamed } from "./busybox/applets";
import { containerScripts } from "./container-scripts";
import { usesCronie } from "./cronie";
import { imageProgram } from "./image-programs";
import { isInstalledBefore } from "./installed";
import { newName } from "./renamed-programs";
import type { Context, StageContext } from "./translation";

/** What a script of the build context needs in the image, for what busybox or Alpine does not have. */
export interface ScriptNeed {
  /** The package; undefined when no package brings it. */
  readonly name: string | undefined;
  /** The COPY or ADD, or what starts the script. */
  readonly span: Span;
  /** The script's path in the build context; undefined for what is written in place. */
  readonly script: string | undefined;
  /** The program that is called. */
  readonly program: string;
  /** It may run never: the script asks before it calls the program. */
  readonly conditional: boolean;
  /** Which command it is for, and what is done or to be done. */
  readonly message: string;
}

/** Programs of Debian's base that a package brings on Alpine. */
const packages: ReadonlyMap<string, string> = new Map([
  ...["useradd", "usermod", "userdel", "groupadd", "groupmod", "groupdel", "chage", "newusers"].map(
    (name) => [name, "shadow"] as const,
  ),
  ["runuser", "runuser"],
]);

/** Programs of Debian's that nothing replaces in a script that runs in the container. */
const without =
  /^(apt|apt-get|dpkg|dpkg-reconfigure|service|invoke-rc\.d|systemctl|update-alternatives|locale-gen|lsb_release|a2(en|dis)(mod|site|conf)|docker-php-ext-\w+)$/;

/** A need is told once for each package, and for each program that no package has, with the first command that has it. */
export function scriptNeeds(context: StageContext): ScriptNeed[] {
  return firstOfEach(
    containerScripts(context).flatMap(({ instruction, ...file }) => needsOfScript(file, instruction, context)),
  );
}

function firstOfEach(needs: readonly ScriptNeed[]): ScriptNeed[] {
  const first = new Map<string, ScriptNeed>();
  for (const need of needs) {
    const key = need.name ?? `${need.script} ${need.program}`;
    // What surely runs says more than what may.
    if (!first.has(key) || (first.get(key)?.conditional && !need.conditional)) first.set(key, need);
  }
  return [...first.values()];
}

/** What one script needs; nothing for a text that is none for a shell. */
export function needsOfScript(
  { path, text }: CopiedFile,
  instruction: Instruction,
  context: StageContext,
): readonly ScriptNeed[] {
  if (!/^#!\s*(\/\S+\/)?(env\s+)?(\/\S+\/)?(ba|da|a)?sh\b/.test(text) || text.length > 200_000) return [];
  const run = runOf(text, instruction);
  // A function of the script's own has the name of a program.
  const functions = new Set(
    [...text.matchAll(/^\s*(?:function\s+)?([\w.-]+)\s*\(\s*\)/gm)].map(([, name = ""]) => name),
  );
  const needs = run.script.commands.flatMap((command): ScriptNeed[] => {
    const call = invocation(command);
    const found = functions.has(call.name) ? undefined : needOf(call, { ...context, run });
    if (!found) return [];
    const line = text.slice(0, call.nameSpan.start).split("\n").length;
    const message = `${path ?? "The script"} (line ${line}) ${found.message}`;
    const { conditional } = command;
    return [{ name: found.name, span: instruction.span, script: path, program: call.name, conditional, message }];
  });
  return firstOfEach(needs);
}

function needOf(call: Invocation, context: Context): Pick<ScriptNeed, "name" | "message"> | undefined {
  const { name } = call;
  if (without.test(name)) {
    return {
      name: undefined,
      message: `calls \`${name}\`, which Alpine does not have. Change the script, or leave this out of it.`,
    };
  }
  const other = otherName(name, context);
  if (other !== undefined)
    return { name: undefined, message: `calls \`${name}\`, which is ${other} on Alpine. Change the script.` };
  const held = imageProgram(call, context);
  const source = packages.get(name) ?? held ?? gnuPackage(call, context);
  if (source === undefined || isInstalledBefore(source, call, context)) return undefined;
  if (!context.facts.alpine.resolves(source, context.release)) return undefined;
  const what =
    packages.has(name) || held !== undefined ? ", which Alpine does not have" : " with options that busybox refuses";
  return { name: source, message: `calls \`${name}\`${what}. The package ${source} has it.` };
}

/** What a program is on Alpine that has another name there. */
function otherName(name: string, context: StageContext): string | undefined {
  if (name === "cron") return usesCronie(context) ? undefined : "`crond` and reads no more than /etc/crontabs";
  const renamed = newName(name, context);
  return renamed && `\`${renamed}\``;
}

/** The package whose program takes the options that busybox's refuses. */
function gnuPackage(call: Invocation, context: Context): string | undefined {
  const outcome = gnuPrograms(call, context);
  const [needed] = outcome?.needs ?? [];
  if (needed !== undefined) return needed;
  // What could be said in busybox's words is refused as it stands.
  if (!outcome?.edits) return undefined;
  return call.name === "find" ? "findutils" : appletNamed(call.name)?.package;
}

/** The script as if a RUN held it, for what reads commands. */
function runOf(text: string, instruction: Instruction): Run {
  const builder = new CookedBuilder(text);
  builder.keep(0, text.length);
  return {
    instruction,
    command: instruction,
    form: "shell",
    script: parseShell(text),
    cooked: builder.build(),
    user: undefined,
    workdir: "/",
    shell: undefined,
    variables: new Map(),
  };
}
