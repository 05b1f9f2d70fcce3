import { aptInstalled } from "../model/apt-installed";
import { instructionsOf } from "../model/layers";
import { expandKnown } from "../model/shell-variables";
import type { Invocation } from "../shell/invocation";
import { renamedInJson } from "./renamed-programs";
import type { Context, Outcome, ScriptEdit, StageContext, Translation } from "./translation";

/** Folders of the distribution's own programs. */
const folder = /^(?:\/usr)?\/bin\//;

/** PHP's have a layout of their own. */
const elsewhere = /^php/;

/**
 * Debian has several series of a program beside each other, each with its version in its name; Alpine has one, by the plain name.
 * @param program a name, or a path below /usr/bin.
 * @returns undefined when Alpine has the name too, or no package with that version in its name was installed.
 */
export function plainName(program: string, { facts, release, stage }: StageContext): string | undefined {
  const path = folder.exec(program)?.[0] ?? "";
  const name = program.slice(path.length);
  const [, language, minor] = /^((?:python|pip)[23])\.(\d+)$/.exec(name) ?? [];
  const [, plain, series] = language === undefined ? (/^([a-z][a-z+-]*?)-?(\d+(?:\.\d+)*)$/.exec(name) ?? []) : [];
  const next = language ?? plain;
  const version = language === undefined ? series : `${language.at(-1)}.${minor}`;
  if (next === undefined || version === undefined || elsewhere.test(name)) return undefined;
  const installed = new RegExp(`[a-z+-]${version.replaceAll(".", "\\.")}(?![\\w.])`);
  if (!aptInstalled(stage).some((one) => installed.test(one))) return undefined;
  const isThere = (one: string) => facts.alpine.resolves(`cmd:${one}`, release);
  // pip is a package of its own on both.
  return (isThere(next) || next === "pip3") && !isThere(name) ? path + next : undefined;
}

/** The program of a command, and its words that are the path of such a program or say by name which Python to take. */
export function versionedPrograms(call: Invocation, context: Context): Outcome | undefined {
  const { run } = context;
  const edits: ScriptEdit[] = [];
  const change = (text: string, start: number) => {
    const next = plainName(text, context);
    if (next !== undefined) edits.push({ span: { start, end: start + text.length }, newText: next });
  };
  const { nameSpan, args } = call;
  const written = run.script.text.slice(nameSpan.start, nameSpan.end);
  if (written === call.program) change(written, nameSpan.start);
  const asks = /^(which|type|command|virtualenv|pipenv|poetry|tox)$/.test(call.name);
  for (const { text, span } of /^(apt|apt-get|aptitude|apt-mark|dpkg)$/.test(call.name) ? [] : args) {
    const value = /^(?:--python=)?(\S+)$/.exec(text)?.[1];
    if (value === undefined || !(folder.test(value) || asks)) continue;
    change(value, span.start + text.length - value.length);
  }
  return edits.length > 0 ? { edits } : undefined;
}

/** `ln -s /usr/bin/python3.8 /usr/bin/python3`, and the `rm` that makes way for it: Alpine's has that name. */
export const versionedLink: Translation = {
  programs: ["ln", "rm"],
  translate(call, context): Outcome | undefined {
    const { run, stage } = context;
    const words = call.args.filter(({ value }) => !value.startsWith("-")).map((word) => expandKnown(run, word));
    if (call.name === "ln") return isLinkToItself(words, context) ? { remove: true } : undefined;
    if (words.length === 0 || !words.every((word) => folder.test(word))) return undefined;
    const texts = instructionsOf(stage).map(({ args }) => args.text);
    const makesWay = words.every((word) =>
      texts.some((text) =>
        [...text.matchAll(/\bln\s+(?:-\w+\s+)*(\S+)\s+(\S+)/g)].some(
          ([, source = "", target]) => target === word && isLinkToItself([source, target], context),
        ),
      ),
    );
    return makesWay ? { remove: true } : undefined;
  },
};

function isLinkToItself([source, target, ...others]: readonly string[], context: StageContext): boolean {
  if (source === undefined || target === undefined || others.length > 0 || !folder.test(target)) return false;
  const next = plainName(source.replace(/^\/usr\/lib\/go-[\d.]+\/bin\//, ""), context);
  const name = target.replace(folder, "");
  return (
    next?.replace(folder, "") === name || (/^\/usr\/lib\/go-[\d.]+\/bin\//.test(source) && /^(go|gofmt)$/.test(name))
  );
}

export const versionedCommand = renamedInJson(plainName);
