import { type Stage, sourcesOf } from "../../model/build";
import { isReadAsShell } from "../../model/nested";
import { type Invocation, isShell } from "../../shell/invocation";
import type { Span, TextEdit } from "../../text/edits";
import { forced } from "../outcomes";
import type { Context, InstructionOutcome, InstructionTranslation, Outcome, StageContext } from "../translation";
import { layoutsOf, moved, movesOf } from "./index";
import type { Move } from "./layout";
import { textOfStage } from "./texts";

/** What a command names by Debian's paths, in its words, its redirections and the variables it is given. */
export function movedPaths(call: Invocation, context: Context): Outcome | undefined {
  const { stage, run } = context;
  if (layoutsOf(stage).length === 0) return undefined;
  const { command } = call;
  // `sh -c "..."`: that text is read as one of its own.
  const isText = isShell(call.name) && call.args.some(({ value }) => /^-\w*c$/.test(value));
  const spans: Span[] = [
    ...(command.name === "" ? [] : [command.nameSpan]),
    ...(isText ? [] : command.args.map(({ span }) => span)),
    ...command.assignments.flatMap(({ value }) => value?.span ?? []),
    ...command.redirects.flatMap(({ target }) => target?.span ?? []),
  ];
  const words = spans
    .flatMap((span) => withoutCommands(span, call, context))
    .map((span) => ({ span, text: run.script.text.slice(span.start, span.end) }));
  const stop = whyAbsent(words, stage);
  if (stop !== undefined) return { stop };
  const edits = movedWords(words, stage, context);
  if (edits.length > 0 && linksToItself(call, movesOf(stage, context))) return { remove: true };
  // Two files of Debian's may be one on Alpine, which is gone when the second is to be deleted.
  return outcomeOf(edits.length > 0 && call.name === "rm" ? [...forced(call), ...edits] : edits);
}

/** Two names of Debian's are one on Alpine: `ln -s /usr/bin/google-chrome-stable /usr/bin/google-chrome`. */
function linksToItself({ name, args }: Invocation, moves: readonly Move[]): boolean {
  const [source, target, ...others] = args.filter(({ value }) => !value.startsWith("-"));
  if (name !== "ln" || !source || !target || others.length > 0) return false;
  return moved(source.value, moves) === moved(target.value, moves);
}

/** What stands around `$(find /etc/php -name x)`, as the command in it is read by itself. */
function withoutCommands(span: Span, { command }: Invocation, { run }: Context): Span[] {
  const inside = run.script.commands.filter(
    (one) => one !== command && one.substituted && span.start < one.span.start && one.span.end < span.end,
  );
  const parts: Span[] = [];
  let { start } = span;
  for (const one of inside) {
    if (one.span.start > start) parts.push({ start, end: one.span.start });
    start = Math.max(start, one.span.end);
  }
  return [...parts, { start, end: span.end }];
}

/** The same for the instructions that are no shell text, or whose text is not read as such. */
export const movedInstructions: InstructionTranslation = {
  instructions: ["ENV", "ARG", "COPY", "ADD", "VOLUME", "WORKDIR", "CMD", "ENTRYPOINT", "HEALTHCHECK"],
  translate(instruction, context: StageContext): InstructionOutcome | undefined {
    const { build, file, stage } = context;
    if (!stage.instructions.includes(instruction)) return undefined;
    const { name, json } = instruction;
    if (/^(CMD|ENTRYPOINT|HEALTHCHECK)$/.test(name) && (!json || isReadAsShell(json))) return undefined;
    const words = (json ?? instruction.words).map(({ span }) => ({
      span,
      text: file.text.slice(span.start, span.end),
    }));
    if (name !== "COPY" && name !== "ADD") return outcomeOf(movedWords(words, stage, context));
    const target = words.splice(-1);
    const stop = whyAbsent(target, stage) ?? whyNotCopied(target, stage);
    if (stop !== undefined) return { stop };
    // What is copied lies as the stage it comes from has it, and the build context is the user's own.
    const [source] = sourcesOf(instruction, build.stages);
    const copied = source ? movedWords(words, source, context) : [];
    return outcomeOf([...copied, ...movedWords(target, stage, context)]);
  },
};

interface Word {
  readonly span: Span;
  readonly text: string;
}

function whyNotCopied(words: readonly Word[], stage: Stage): string | undefined {
  return layoutsOf(stage).find(({ notCopied }) => notCopied && words.some(({ text }) => notCopied.path.test(text)))
    ?.notCopied?.why;
}

function whyAbsent(words: readonly Word[], stage: Stage): string | undefined {
  const found = layoutsOf(stage).find(({ absent }) => absent && words.some(({ text }) => absent.path.test(text)));
  return found?.absent?.unless?.(textOfStage(stage)) ? undefined : found?.absent?.why;
}

function movedWords(words: readonly Word[], stage: Stage, context: StageContext): TextEdit[] {
  const moves = movesOf(stage, context);
  return words.flatMap(({ span, text }) => {
    const newText = moved(text, moves);
    return newText === text ? [] : [{ span, newText }];
  });
}

function outcomeOf(edits: TextEdit[]): { edits: TextEdit[] } | undefined {
  return edits.length > 0 ? { edits } : undefined;
}
