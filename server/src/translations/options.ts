import type { ShellWord } from "../shell/types";
import type { Span } from "../text/edits";

/** How an option of a GNU-like program is written. */
interface OptionForm {
  /** The first of its names, which stands for the option. */
  readonly name: string;
  readonly value: "none" | "required" | "attached";
}

/** The options a program knows. */
export class OptionTable {
  readonly short = new Map<string, OptionForm>();
  readonly long = new Map<string, OptionForm>();

  /**
   * @param forms one option a word, its names joined by commas, the first one standing for it. `=` behind them: it takes a
   *   value; `[=]`: only one that is attached. `"r,system u,uid= color[=]"`.
   */
  constructor(
    forms: string,
    /** Single-dash words are long options too, as Perl's Getopt::Long reads them. */
    readonly singleDash = false,
  ) {
    for (const text of forms.split(/\s+/).filter(Boolean)) {
      const [names = "", value] = text.endsWith("[=]")
        ? [text.slice(0, -3), "attached" as const]
        : text.endsWith("=")
          ? [text.slice(0, -1), "required" as const]
          : [text, "none" as const];
      const all = names.split(",");
      const form = { name: all[0] ?? "", value };
      for (const name of all) (name.length === 1 ? this.short : this.long).set(name, form);
    }
  }

  /** A long option by its name or an unambiguous beginning of it. */
  findLong(name: string): OptionForm | undefined {
    const exact = this.long.get(name);
    if (exact || name === "") return exact;
    const forms = new Set([...this.long].flatMap(([long, form]) => (long.startsWith(name) ? [form] : [])));
    return forms.size === 1 ? [...forms][0] : undefined;
  }
}

export interface OptionValue {
  /** As written, with its quotes, fit to stand alone as a word. */
  readonly text: string;
  /** Without quotes. */
  readonly value: string;
  readonly literal: boolean;
  /** The word that holds the value: the option's own, or the one behind it. */
  readonly word: ShellWord;
}

export interface Option {
  /** The first name the table has for it. */
  readonly name: string;
  /** As written, without its value: `-u`, `--uid`. */
  readonly written: string;
  /** The word the option stands in; several short ones can share it. */
  readonly word: ShellWord;
  readonly value: OptionValue | undefined;
}

export interface Options {
  readonly options: readonly Option[];
  readonly operands: readonly ShellWord[];
  /** Words that look like options and are in no table, or lack their value. */
  readonly unknown: readonly ShellWord[];
  /** The last one counts, as the programs have it. */
  get(name: string): Option | undefined;
  has(name: string): boolean;
}

/**
 * Reads options before, between and behind the operands, until `--`.
 * @param leading only those before the first operand, which begins another command.
 */
export function readOptions(args: readonly ShellWord[], table: OptionTable, leading = false): Options {
  const options: Option[] = [];
  const operands: ShellWord[] = [];
  const unknown: ShellWord[] = [];
  for (let at = 0; at < args.length; at++) {
    const word = args[at] as ShellWord;
    const { value } = word;
    if (value === "--") {
      operands.push(...args.slice(at + 1));
      break;
    }
    if (!value.startsWith("-") || value === "-") {
      if (leading) {
        operands.push(...args.slice(at));
        break;
      }
      operands.push(word);
      continue;
    }
    const read = value.startsWith("--") || table.singleDash ? readLong(word, table) : readShort(word, table);
    if (!read) {
      unknown.push(word);
      continue;
    }
    const last = read.at(-1);
    if (last?.missing) {
      const next = args[++at];
      if (!next) {
        unknown.push(word);
        continue;
      }
      options.push(...read.slice(0, -1), { ...last, value: { ...next, word: next } });
    } else options.push(...read);
  }
  return {
    options,
    operands,
    unknown,
    get: (name) => options.findLast((option) => option.name === name),
    has: (name) => options.some((option) => option.name === name),
  };
}

interface Read extends Option {
  /** The value is the next word. */
  readonly missing: boolean;
}

function readLong(word: ShellWord, table: OptionTable): Read[] | undefined {
  const equals = word.value.indexOf("=");
  const written = equals < 0 ? word.value : word.value.slice(0, equals);
  const name = written.replace(/^--?/, "");
  const form = table.findLong(name) ?? (name.length === 1 ? table.short.get(name) : undefined);
  if (!form) return undefined;
  const value = equals < 0 ? undefined : attached(word, equals + 1);
  if (value && form.value === "none") return undefined;
  return [{ name: form.name, written, word, value, missing: !value && form.value === "required" }];
}

function readShort(word: ShellWord, table: OptionTable): Read[] | undefined {
  const found: Read[] = [];
  for (let at = 1; at < word.value.length; at++) {
    const letter = word.value[at] as string;
    const form = table.short.get(letter);
    if (!form) return undefined;
    const rest = at + 1 < word.value.length;
    const takesRest = form.value !== "none" && rest;
    found.push({
      name: form.name,
      written: `-${letter}`,
      word,
      value: takesRest ? attached(word, at + 1) : undefined,
      missing: form.value === "required" && !rest,
    });
    if (form.value === "required" || takesRest) break;
  }
  return found;
}

/** What stands in a word behind `at` characters of its value, still quoted as it was. */
function attached(word: ShellWord, at: number): OptionValue {
  const value = word.value.slice(at);
  const { text, literal } = word;
  const quote = text[0] === '"' || text[0] === "'" ? text[0] : "";
  const head = word.value.slice(0, at);
  const own = text.startsWith(quote + head) ? quote + text.slice(quote.length + at) : undefined;
  return { text: own ?? (literal ? quoted(value) : `"${value}"`), value, literal, word };
}

const plain = /^[\w@%+=:,./-]+$/;

/** A literal text as a shell word. */
export function quoted(value: string): string {
  return plain.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;
}

/** The part of a text that words cover, from the first one's start to the last one's end. */
export function spanOf(words: readonly ShellWord[]): Span {
  return { start: words[0]?.span.start ?? 0, end: words.at(-1)?.span.end ?? 0 };
}
