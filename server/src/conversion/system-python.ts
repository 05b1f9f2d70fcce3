import type { Instruction } from "../dockerfile/types";
import { copiedTexts } from "../manifests/copied-files";
import { type ImageSource, textOfImageFile } from "../manifests/installs";
import type { Stage } from "../model/build";
import { invocation, written } from "../shell/invocation";
import type { ShellCommand } from "../shell/types";

const programs = "/usr/local/bin/";
const modules = "/usr/local/lib/python";
const named = /\/usr\/local\/bin\/([\w.+-]+)/g;

/**
 * What names a program of pip's, or a module, by its path below /usr/local: a virtual environment has it elsewhere. What COPY or a
 * step puts there itself stays where it is.
 */
export function namesSystemPython(stage: Stage, source: ImageSource): "a step" | "a script" | undefined {
  const { instructions, runs } = stage;
  const commands = runs.flatMap(({ script }) => script.commands);
  const put = [...instructions.flatMap(copiedNames), ...commands.flatMap(madeNames)];
  const isMissing = (name: string) => !put.some((pattern) => pattern.test(name));
  const names = (text: string) => text.includes(modules) || namesIn(text).some(isMissing);
  const inStep = instructions.some(({ name, args: { text } }) => {
    if (name === "ENV") return text.includes("/usr/local/bin") || text.includes(modules);
    if (name === "RUN" || name === "COPY") return text.includes(modules);
    return /^(CMD|ENTRYPOINT|HEALTHCHECK)$/.test(name) && names(text);
  });
  // What the shell's parser does not read is taken at its words.
  const unread = runs.filter(({ script }) => script.errors.length > 0).map(({ instruction }) => instruction.args.text);
  if (inStep || unread.some(names) || commands.flatMap(calledNames).some(isMissing)) return "a step";
  return scriptsOf(stage, source).some(names) ? "a script" : undefined;
}

/** What COPY names one by one, and what the container starts. */
function scriptsOf(stage: Stage, source: ImageSource): string[] {
  const files = { file: source.build.file, workspace: source.workspace };
  return stage.instructions.flatMap((instruction) => {
    if (instruction.name === "COPY" || instruction.name === "ADD") return copiedTexts(instruction, files);
    if (instruction.name !== "CMD" && instruction.name !== "ENTRYPOINT") return [];
    const paths = (instruction.json ?? instruction.words).map(({ value }) => value).filter((one) => one.includes("/"));
    return paths.flatMap((path) => textOfImageFile(path, stage, source) ?? []);
  });
}

function namesIn(text: string): string[] {
  return [...text.matchAll(named)].map(([, name = ""]) => name);
}

/** The names below /usr/local/bin that COPY or ADD gives its files; a pattern stays one. */
function copiedNames({ name, json, words }: Instruction): RegExp[] {
  if (name !== "COPY" && name !== "ADD") return [];
  const values = (json ?? words).map(({ value }) => value);
  const target = values.at(-1) ?? "";
  const sources = target === "/usr/local/bin" || target.endsWith("/") ? values.slice(0, -1) : [target];
  if (!target.startsWith("/usr/local/bin")) return [];
  return sources.map((source) => patternOf(source.replace(/^.*\//, "")));
}

function patternOf(name: string): RegExp {
  return new RegExp(
    `^${name
      .replace(/[.+^${}()|\\]/g, "\\$&")
      .replaceAll("*", ".*")
      .replaceAll("?", ".")}$`,
  );
}

/** Programs that put a file where their last argument says. */
const puts = /^(cp|mv|ln|install)$/;

/** `curl -o /usr/local/bin/gosu`, `mv jq /usr/local/bin/jq`: what a step puts there, or works on without calling it. */
function madeNames(command: ShellCommand): RegExp[] {
  const { name, args } = invocation(command);
  const words = args.map(({ value }) => value);
  const made = puts.test(name) ? words.slice(-1) : words;
  return [...made, ...written(command)]
    .filter((word) => word.includes(programs))
    .flatMap(namesIn)
    .map(patternOf);
}

/** What a step calls, links or copies by its path. */
function calledNames(command: ShellCommand): string[] {
  const { name, program, args } = invocation(command);
  const taken = puts.test(name) ? args.slice(0, -1).map(({ value }) => value) : [];
  return [program, ...taken].flatMap(namesIn);
}
