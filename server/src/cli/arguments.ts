import { parseArgs } from "node:util";
import type { Command, Option } from "./command";
import { Failure } from "./failure";
import { didYouMean, nearest } from "./nearest";

export interface Arguments {
  readonly options: ReadonlyMap<string, string>;
  readonly operands: readonly string[];
}

const help: Option = { summary: "show this help" };

/** Reads what stands behind the command's name. @throws Failure that names the mistake and what to write instead. */
export function readArguments(command: Command, args: readonly string[]): Arguments {
  const known: Record<string, Option> = { ...command.options, help };
  const { tokens } = parseArgs({
    args: [...args],
    // Not strict: the messages for mistakes are ours.
    strict: false,
    tokens: true,
    options: Object.fromEntries(
      Object.entries(known).map(([name, { value }]) => [name, { type: value ? "string" : "boolean" } as const]),
    ),
  });
  const options = new Map<string, string>();
  const operands: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") operands.push(token.value);
    if (token.kind !== "option") continue;
    if (token.rawName === "-h") options.set("help", "");
    else options.set(token.name, readValue(command, known, token));
  }
  return { options, operands };
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

function readValue(command: Command, known: Record<string, Option>, token: OptionToken): string {
  const { name, rawName, value, inlineValue } = token;
  const option = Object.hasOwn(known, name) && rawName.startsWith("--") ? known[name] : undefined;
  if (!option) {
    const near = nearest(name, Object.keys(known));
    throw new Failure(`${command.name} has no option ${rawName}.${didYouMean(near ? [`--${near}`] : [])}`);
  }
  if (!option.value) {
    if (value !== undefined) throw new Failure(`The option ${rawName} takes no value.`);
    return "";
  }
  // `--to --diff`: the value was forgotten.
  if (!value || (!inlineValue && value.startsWith("-"))) {
    throw new Failure(`The option ${rawName} needs a value: ${option.values ? list(option.values) : option.value}.`);
  }
  if (option.values && !option.values.includes(value)) {
    const near = nearest(value, option.values);
    throw new Failure(`${rawName} takes ${list(option.values)}, not ${value}.${didYouMean(near ? [near] : [])}`);
  }
  return value;
}

/** `base, packages or single-run`. */
export function list(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
