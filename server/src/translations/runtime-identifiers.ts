import { projectsOf } from "../manifests/dotnet/projects";
import type { Build } from "../model/build";
import { callsOf } from "../model/calls";
import type { Invocation } from "../shell/invocation";
import type { ShellWord } from "../shell/types";
import type { Context, InstructionOutcome, InstructionTranslation, Outcome, ScriptEdit } from "./translation";

/** `linux-x64`, `linux-$TARGETARCH`: .NET's name for Linux with glibc (learn.microsoft.com, RID catalog, read 2026-11-27). */
const forGlibc = /(?<![\w.-])linux-(?=(?:x64|x86|arm64|arm)(?![\w.-])|\$)/g;
/** The folder of a build for it: `bin/Release/net8.0/linux-x64/publish`. */
const folder = /(?<=\/net(?:coreapp|standard)?\d[\d.]*\/)linux-(?=(?:x64|x86|arm64|arm)(?![\w.-]))/g;
const forMusl = "linux-musl-";

const property = /^[-/]{1,2}p(?:roperty)?:RuntimeIdentifiers?=/i;
const option = /^(?:-r|--runtime)[=:]/;

/** What .NET publishes for `linux-x64` is linked with glibc: the program, and the native libraries that packages bring. */
export function runtimeIdentifiers(call: Invocation, context: Context): Outcome | undefined {
  if (context.already) return undefined;
  const { name, args } = call;
  const named = name === "dotnet" ? args.filter((word, at) => isIdentifier(word, args[at - 1])) : [];
  const edits = args.flatMap((word) => edit(word, named.includes(word) ? forGlibc : folder));
  const stop = named.length === 0 ? projectForGlibc(call, context) : undefined;
  if (stop !== undefined) return { stop };
  return edits.length > 0 ? { edits } : undefined;
}

function isIdentifier(word: ShellWord, before: ShellWord | undefined): boolean {
  return property.test(word.value) || option.test(word.value) || /^(?:-r|--runtime)$/.test(before?.value ?? "");
}

function edit({ span, text }: ShellWord, pattern: RegExp): ScriptEdit[] {
  const newText = text.replace(pattern, forMusl);
  return newText === text ? [] : [{ span, newText }];
}

/** A project that says so itself cannot be changed here. */
function projectForGlibc({ name, args }: Invocation, { stage, workspace }: Context): string | undefined {
  const [verb] = args;
  if (name !== "dotnet" || !/^(publish|build)$/.test(verb?.value ?? "")) return undefined;
  const paths = projectsOf(stage, workspace)
    .filter(({ text }) => /<RuntimeIdentifier>\s*linux-(?:x64|x86|arm64|arm)\s*</.test(text))
    .map(({ path }) => path);
  return paths.length === 0
    ? undefined
    : `${paths.join(", ")} asks for linux-x64 or its like, which .NET links with glibc. Write \`linux-musl-x64\` there, or \`-r linux-musl-x64\` here.`;
}

/** The same in paths of what was built, and in the variables that commands of `dotnet` are given. */
export const runtimeIdentifierInstructions: InstructionTranslation = {
  instructions: ["COPY", "WORKDIR", "ENV", "ARG"],
  translate({ name, argsSpan }, { build, already, file }): InstructionOutcome | undefined {
    if (already || !callsDotnet(build)) return undefined;
    const text = file.text.slice(argsSpan.start, argsSpan.end);
    const isVariable = name === "ENV" || name === "ARG";
    const pattern = isVariable ? /(?<=^\w+[= ]["']?|\s\w+=["']?)linux-(?=(?:x64|x86|arm64|arm)["']?(?:\s|$))/g : folder;
    const edits = [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({
      span: { start: argsSpan.start + index, end: argsSpan.start + index + length },
      newText: forMusl,
    }));
    return edits.length > 0 ? { edits } : undefined;
  },
};

const known = new WeakMap<Build, boolean>();

function callsDotnet(build: Build): boolean {
  const found =
    known.get(build) ?? build.stages.some(({ runs }) => runs.flatMap(callsOf).some(({ name }) => name === "dotnet"));
  known.set(build, found);
  return found;
}
