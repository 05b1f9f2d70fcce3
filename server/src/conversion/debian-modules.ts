import type { NameAnswer } from "../facts/types";
import { copiedTexts } from "../manifests/copied-files";
import { sharingLayers } from "../model/layers";
import type { Context } from "../translations/translation";

/** The interpreter that Debian's modules are for, and their folder. */
const debians = /\/usr\/bin\/(?:env\s+)?(?:python|pip)3?|dist-packages|--system-site-packages|\/usr\/lib\/python3/;

/**
 * Modules of Debian's Python in an image that runs a Python of its own, which does not look for them: on Alpine they would bring a
 * second Python along. They stay where something names that other Python, or its folder.
 */
export function withoutDebiansModules(name: string, answer: NameAnswer, context: Context): NameAnswer {
  const isModule = /^python3-/.test(name) && answer.kind === "packages" && answer.packages.every(isPyPackage);
  if (context.family !== "python" || !isModule || namesDebiansPython(context)) return answer;
  return { kind: "none-needed", why: "the image runs a Python of its own" };
}

export function modulesCheck(name: string): string {
  return `${name} was left out, as the Python of this image does not look for Debian's modules. Install it with pip if your program imports it.`;
}

function isPyPackage(name: string): boolean {
  return /^py3-/.test(name);
}

function namesDebiansPython({ stage, build, file, workspace }: Context): boolean {
  return sharingLayers(stage, build)
    .flatMap(({ instructions }) => instructions)
    .some(
      (instruction) =>
        debians.test(instruction.args.text) ||
        copiedTexts(instruction, { file, workspace }).some((text) => debians.test(text)),
    );
}
