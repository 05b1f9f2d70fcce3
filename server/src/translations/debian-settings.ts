import { aptInstalled } from "../model/apt-installed";
import { isRoot } from "../model/run";
import { expandKnown } from "../model/shell-variables";
import { type Invocation, written } from "../shell/invocation";
import { CallRewrite } from "./call-rewrite";
import { isDebianPath } from "./debian-base";
import { textsBefore } from "./texts-before";
import type { Context, Outcome, Translation } from "./translation";

const places: readonly { readonly path: RegExp; readonly why: string }[] = [
  {
    path: /^\/etc\/default\//,
    why: "on Alpine nothing reads /etc/default. Set it where the program itself looks for it",
  },
  { path: /^\/etc\/pam\.d\//, why: "Alpine's programs are built without PAM. Check that nothing of it is needed" },
  {
    path: /^\/usr\/sbin\/policy-rc\.d$/,
    why: "it tells Debian's packages whether they may start services, and Alpine's start none. Start the program itself in CMD",
  },
];

/** Changes to settings that only Debian's init scripts and PAM read; on Alpine the files are not there, so that `sed` fails. */
export const debianSettings: Translation = {
  programs: ["sed", "echo", "printf"],
  translate(call, context): Outcome | undefined {
    const files = filesOf(call);
    if (files.length === 0 || context.run.command.name !== "RUN") return undefined;
    const place = places.find(({ path }) => files.every((file) => path.test(file)));
    if (place) return { remove: true, check: `A change to ${files.join(" and ")} was removed: ${place.why}.` };
    if (call.name !== "sed" || !files.every((file) => isLeftBehind(file, call, context))) return undefined;
    return {
      remove: true,
      check: `A change to ${files.join(" and ")} was removed: Alpine has no such file. Set it where Alpine's programs look for it, if it matters.`,
    };
  },
};

/** It is Debian's own, or belongs to a package that nothing takes the place of; and no earlier step brings it. */
function isLeftBehind(file: string, call: Invocation, context: Context): boolean {
  const { facts, stage } = context;
  const owner = /^\/etc\/([a-z0-9][a-z0-9.+-]+)\//.exec(file)?.[1];
  const isDropped =
    owner !== undefined &&
    aptInstalled(stage).includes(owner) &&
    facts.names.toAlpine(owner, context).kind === "none-needed";
  return (isDropped || isDebianPath(file)) && !isNamedBefore(file, call, context);
}

/** `cp /etc/skel/.bashrc /root`: what Debian gives new users, which Alpine does not. */
export const homeFiles: Translation = {
  programs: ["cp", "mv"],
  translate(call, context): Outcome | undefined {
    const words = call.args.filter(({ value }) => !value.startsWith("-")).map((word) => expandKnown(context.run, word));
    const sources = words.slice(0, -1);
    const isAll = sources.every((source) => /^\/etc\/skel(\/|$)/.test(source) && !isNamedBefore(source, call, context));
    if (sources.length === 0 || !isAll || context.run.command.name !== "RUN") return undefined;
    return {
      remove: true,
      check: `A copy of ${sources.join(" and ")} was left out, as Alpine has no such files: homes start empty there. Write those that are needed.`,
    };
  },
};

/** `. ~/.bashrc`, which Debian's root has from the start: where no step has written to it, it is an empty one here. */
export const sourcedSettings: Translation = {
  programs: [".", "source"],
  translate(call, context): Outcome | undefined {
    const { args, command } = call;
    const [file] = args;
    const { run } = context;
    if (!file || !/^(?:~|\/root|"?\$HOME"?|"?\$\{HOME\}"?)\/\.(?:bashrc|profile)"?$/.test(file.text)) return undefined;
    const name = file.value.slice(file.value.lastIndexOf("/") + 1);
    const writes = new RegExp(
      `(?:>|\\b(?:tee|touch|cp|mv|sed|COPY|ADD)\\s)(?![^;&|\\n]*/etc/skel)[^;&|\\n]*/\\${name}\\b`,
    );
    if (!isRoot(run.user) || textsBefore(call, context).some((text) => writes.test(text))) return undefined;
    const rewrite = new CallRewrite(call, run.script.text);
    if (command.step.command === command) rewrite.before(`touch ${file.text}`);
    return rewrite.outcome();
  },
};

/** An instruction or a step before this one has the path among its words. */
function isNamedBefore(path: string, call: Invocation, context: Context): boolean {
  return textsBefore(call, context).some((text) => text.includes(path));
}

function filesOf({ name, args, command }: Invocation): string[] {
  if (name !== "sed") {
    return written(command).slice(0, 1);
  }
  if (!args.some(({ value }) => /^-[a-zA-Z]*i|^--in-place/.test(value))) return [];
  return args.filter(({ value }) => /^\//.test(value) && !/[|,].*[|,]/.test(value)).map(({ value }) => value);
}
