import { sourcesOf } from "../../model/build";
import { isPlainJson } from "../../model/nested";
import type { Invocation } from "../../shell/invocation";
import type { Span, TextEdit } from "../../text/edits";
import type { Context, InstructionOutcome, InstructionTranslation, Outcome, StageContext } from "../translation";
import { layoutsOf, moved, movesOf } from "./index";

/** What a command names by Debian's paths, in its words, its redirections and the variables it is given. */
export function movedPaths(call: Invocation, context: Context): Outcome | undefined {
  const { stage, run } = context;
  const { command } = call;
  // `sh -c "..."`: that text is read as one of its own.
  const isText =
    /^(?:.*\/)?(?:ba|da|a|z|k)?sh$/.test(call.name) && call.args.some(({ value }) => /^-\w*c$/.test(value));
  const args = isText ? [] : command.args;
  const spans: Span[] = [
    ...(command.name === "" ? [] : [command.nameSpan]),
    ...args.map(({ span }) => span),
    ...command.assignments.flatMap(({ value }) => value?.span ?? []),
    ...command.redirects.flatMap(({ target }) => target?.span ?? []),
  ];
  const { text } = run.script;
  if (!text.includes("/")) return undefined;
  const words = spans.map((span) => ({ span, word: text.slice(span.start, span.end) }));
  for (const { absent } of layoutsOf(stage)) {
    if (absent && words.some(({ word }) => absent.path.test(word))) return { stop: absent.why };
  }
  const moves = movesOf(stage, context);
  const edits = words.flatMap(({ span, word }) => {
    const newText = moved(word, moves);
    return newText === word ? [] : [{ span, newText }];
  });
  return edits.length > 0 ? { edits } : undefined;
}

/** The same for the instructions that are no shell text, or whose text is not read as such. */
export const movedInstructions: InstructionTranslation = {
  instructions: ["ENV", "ARG", "COPY", "ADD", "VOLUME", "WORKDIR", "CMD", "ENTRYPOINT", "HEALTHCHECK"],
  translate(instruction, context: StageContext): InstructionOutcome | undefined {
    const { build, file, stage } = context;
    if (!stage.instructions.includes(instruction)) return undefined;
    const { name, json } = instruction;
    if (/^(CMD|ENTRYPOINT|HEALTHCHECK)$/.test(name) && (!json || isPlainJson(json))) return undefined;
    const words = json ?? instruction.words;
    const [source] = sourcesOf(instruction, build.stages);
    const copies = name === "COPY" || name === "ADD";
    const edits: TextEdit[] = [];
    for (const word of words) {
      const isTarget = !copies || word === words.at(-1);
      // What is copied lies as the stage it comes from has it, and the build context is the user's own.
      const owner = isTarget ? stage : source;
      if (!owner) continue;
      const text = file.text.slice(word.span.start, word.span.end);
      const absent = copies && isTarget ? layoutsOf(owner).find((layout) => layout.absent?.path.test(text)) : undefined;
      if (absent?.absent) return { stop: absent.absent.why };
      const newText = moved(text, movesOf(owner, context));
      if (newText !== text) edits.push({ span: word.span, newText });
    }
    return edits.length > 0 ? { edits } : undefined;
  },
};
