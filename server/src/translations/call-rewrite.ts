import type { Invocation } from "../shell/invocation";
import type { ShellWord } from "../shell/types";
import type { Option } from "./options";
import { dropWords } from "./outcomes";
import type { Outcome, ScriptEdit } from "./translation";

/** How an option is to be written. */
export interface Said {
  readonly name: string;
  /** Instead of the value it has. */
  readonly value?: string | undefined;
  /** The value follows the name without a blank, as values that may be left out have it. */
  readonly glued?: boolean;
}

/** Collects what shall change in one command, word by word, so that the author's lines and comments stay. */
export class CallRewrite {
  private readonly first: string[] = [];
  private readonly last: string[] = [];
  private readonly words = new Map<ShellWord, string>();
  private program: string | undefined;
  private test: string | undefined;

  constructor(
    private readonly call: Invocation,
    /** The text of the script. */
    private readonly text: string,
  ) {}

  /** A command to run before this one, with the same wrapper (`sudo`). */
  before(command: string): void {
    if (!this.first.includes(command)) this.first.push(command);
  }

  /** A command to run when this one has succeeded. */
  after(command: string): void {
    this.last.push(command);
  }

  /** Runs only when a test fails. */
  unless(test: string): void {
    this.test = test;
  }

  /** Another program, with options that come first. */
  rename(words: readonly string[]): void {
    this.program = words.join(" ");
  }

  /** The word says this instead; nothing: it goes. */
  replace(word: ShellWord, newText: string): void {
    this.words.set(word, newText);
  }

  drop(...words: readonly ShellWord[]): void {
    for (const word of words) this.replace(word, "");
  }

  /**
   * Writes each option as `say` answers: as it is (`keep`), by another name, with another value, or not at all (`drop`).
   * Options that share a word stay in one place.
   */
  options(options: readonly Option[], say: (option: Option) => Said | "keep" | "drop"): void {
    const byWord = new Map<ShellWord, Option[]>();
    for (const option of options) byWord.set(option.word, [...(byWord.get(option.word) ?? []), option]);
    for (const [word, sharing] of byWord) {
      const answers = sharing.map(say);
      if (answers.every((answer) => answer === "keep")) continue;
      const parts = sharing.flatMap((option, index) => {
        const answer = answers[index] ?? "keep";
        const said: Said | "drop" = answer === "keep" ? { name: option.written } : answer;
        const { value } = option;
        if (said === "drop") {
          if (value && value.word !== word) this.drop(value.word);
          return [];
        }
        const text = said.value ?? value?.text;
        if (value && value.word !== word) {
          if (text !== undefined && text !== value.text) this.replace(value.word, text);
          return [said.name];
        }
        if (text === undefined) return [said.name];
        if (said.glued) return [said.name + text];
        return said.name.startsWith("--") ? [`${said.name}=${text}`] : [said.name, text];
      });
      const newText = parts.join(" ");
      if (newText !== word.text) this.replace(word, newText);
    }
  }

  outcome({ needs, check }: { needs?: readonly string[]; check?: string | undefined } = {}): Outcome {
    const { call, text } = this;
    const edits: ScriptEdit[] = [];
    if (this.program !== undefined) edits.push({ span: call.nameSpan, newText: this.program });
    const gone: ShellWord[] = [];
    for (const [word, newText] of this.words) {
      if (newText === "") gone.push(word);
      else edits.push({ span: word.span, newText });
    }
    edits.push(...(dropWords(gone, text).edits ?? []), ...this.around());
    edits.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
    return {
      ...(edits.length > 0 ? { edits } : {}),
      ...(needs ? { needs } : {}),
      ...(check === undefined ? {} : { check }),
    };
  }

  private around(): ScriptEdit[] {
    if (this.first.length + this.last.length === 0 && this.test === undefined) return [];
    const { command, span, nameSpan } = this.call;
    const wrapper = this.text.slice(span.start, nameSpan.start);
    const several = this.first.length + this.last.length > 0;
    const { separator, open, close } =
      this.test === undefined
        ? joint(this.call)
        : several
          ? { separator: " && ", open: `{ ${this.test} || { `, close: "; }; }" }
          : { separator: "", open: `{ ${this.test} || `, close: "; }" };
    const first = this.first.map((text) => wrapper + text + separator).join("");
    const last = this.last.map((text) => separator + wrapper + text).join("");
    const at = (offset: number, newText: string): ScriptEdit[] =>
      newText === "" ? [] : [{ span: { start: offset, end: offset }, newText }];
    return [...at(command.span.start, open + first), ...at(command.span.end, last + close)];
  }
}

/**
 * How further commands are joined to one: in a chain of `&&` by another `&&`; in a plain sequence by `;`, as `set -e` does
 * not end a shell for what fails before `&&`; elsewhere as a group.
 */
function joint({ command }: Invocation): { separator: string; open: string; close: string } {
  const { step } = command;
  const previous = step.list.steps[step.index - 1]?.operator;
  const operators = [previous, step.operator];
  const alone = step.command === command && !command.substituted;
  if (alone && !operators.includes("||") && !operators.includes("&")) {
    if (operators.includes("&&")) return { separator: " && ", open: "", close: "" };
    if (!step.list.parent && step.list.steps.length > 1) return { separator: "; ", open: "", close: "" };
    if (!step.list.parent) return { separator: " && ", open: "", close: "" };
  }
  return { separator: " && ", open: "{ ", close: "; }" };
}
