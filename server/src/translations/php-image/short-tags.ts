import { linesBehind } from "../../dockerfile/cut";
import type { Instruction } from "../../dockerfile/types";
import { copiedFiles } from "../../manifests/copied-files";
import { chain, standingOn } from "../../model/layers";
import { isRoot } from "../../model/run";
import type { InstructionOutcome, InstructionTranslation, StageContext } from "../translation";
import { phpImageOf } from "./php-image";

/*
 * PHP is built with `<?` for code, Alpine's is not. What php.ini says goes before that, and both of PHP's own say no; so a file
 * that is read behind php.ini may say it only where no php.ini does.
 */

/** A file of settings says it for the whole image. */
export function saysForAll(context: StageContext): boolean {
  const { stage, build } = context;
  const stages = standingOn(chain(stage)[0] ?? stage, build);
  const instructions = stages.flatMap((one) => one.instructions);
  if (instructions.some(({ args }) => /php\.ini-(production|development)|short_open_tag/.test(args.text))) return false;
  return instructions.filter(bringsIni).every((instruction) => saysNothing(instruction, context));
}

/** A php.ini of the user's, which may not say it: then a step behind it does. */
export const shortTags: InstructionTranslation = {
  instructions: ["COPY", "ADD"],
  translate(instruction, context): InstructionOutcome | undefined {
    const { stage, facts, file, already } = context;
    const php = already || !bringsIni(instruction) ? undefined : phpImageOf(stage, facts);
    if (!php || instruction.trigger || saysForAll(context) || says(instruction, context)) return undefined;
    const ini = `/etc/${php.name}/php.ini`;
    const before = stage.instructions.slice(0, stage.instructions.indexOf(instruction));
    const user = before.findLast(({ name }) => name === "USER")?.words[0]?.value;
    if (!isRoot(user))
      return {
        check: `Alpine's PHP takes \`<?\` for code only where php.ini says so. Write \`short_open_tag = On\` into ${ini} if pages use it.`,
      };
    const step = `RUN grep -qs '^short_open_tag' ${ini} || echo 'short_open_tag = On' >> ${ini}`;
    return { edits: [linesBehind(file, instruction.span.end, `${step}${file.eol}`)] };
  },
};

const folder = /^(?:\/usr\/local\/etc\/php|\$\{?PHP_INI_DIR\}?)\/*$/;

/** COPY to php.ini, or to its folder of a file with that name or of what nobody sees. */
function bringsIni(instruction: Instruction): boolean {
  const { name, json, words } = instruction;
  if (name !== "COPY" && name !== "ADD") return false;
  const values = (json ?? words).map(({ value }) => value);
  const target = values.pop() ?? "";
  if (/^(?:\/usr\/local\/etc\/php|\$\{?PHP_INI_DIR\}?)\/+php\.ini$/.test(target)) return true;
  return folder.test(target) && values.some((source) => /(^|\/)php\.ini$/.test(source) || !/\.\w+$/.test(source));
}

/** The text is here, and has no word of it. */
function saysNothing(instruction: Instruction, context: StageContext): boolean {
  const texts = copiedFiles(instruction, context).map(({ text }) => text);
  return texts.length > 0 && !texts.some((text) => /^\s*short_open_tag/m.test(text));
}

function says(instruction: Instruction, context: StageContext): boolean {
  return copiedFiles(instruction, context).some(({ text }) => /^\s*short_open_tag/m.test(text));
}
