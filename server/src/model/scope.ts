import { posix } from "node:path";
import type { Instruction } from "../dockerfile/types";
import { expand, textOf } from "./variables";

/** What ARG, ENV, USER, WORKDIR and SHELL have set at one point of a stage. */
export class Scope {
  private readonly variables = new Map<string, string | undefined>();
  user: string | undefined;
  workdir = "/";
  /** The words of the last SHELL instruction. */
  shell: readonly string[] | undefined;

  constructor(private readonly globals?: Scope) {}

  value(name: string): string | undefined {
    return this.variables.get(name);
  }

  /** The variables that have a value here. */
  snapshot(): ReadonlyMap<string, string> {
    return new Map(
      [...this.variables].flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
    );
  }

  apply(instruction: Instruction): void {
    const first = instruction.words[0]?.value;
    switch (instruction.name) {
      case "ARG":
        this.declare(instruction);
        return;
      case "ENV":
        this.environment(instruction);
        return;
      case "USER":
        this.user = this.resolve(first);
        return;
      case "WORKDIR": {
        const text = withoutQuotes(instruction.args.text);
        const path = this.resolve(text) ?? text;
        this.workdir = posix.join(path.startsWith("/") ? "/" : this.workdir, path).replace(/(.)\/$/, "$1");
        return;
      }
      case "SHELL":
        this.shell = instruction.json?.map(({ value }) => value);
    }
  }

  declare(instruction: Instruction): void {
    for (const { value } of instruction.words) {
      const equals = value.indexOf("=");
      const name = equals < 0 ? value : value.slice(0, equals);
      const own = equals < 0 ? undefined : this.resolve(value.slice(equals + 1));
      this.variables.set(name, own ?? this.globals?.value(name));
    }
  }

  /** A value from outside, for an ARG that is declared without a default. */
  give(name: string, value: string): void {
    if (this.variables.has(name) && this.variables.get(name) === undefined) this.variables.set(name, value);
  }

  private environment(instruction: Instruction): void {
    const [first] = instruction.words;
    if (!first) return;
    if (!first.value.includes("=")) {
      // The old form: `ENV NAME the rest of the line`.
      const value = instruction.args.text.slice(first.raw.length).trim();
      this.variables.set(first.value, this.resolve(withoutQuotes(value)));
      return;
    }
    for (const { value } of instruction.words) {
      const equals = value.indexOf("=");
      if (equals > 0) this.variables.set(value.slice(0, equals), this.resolve(value.slice(equals + 1)));
    }
  }

  private resolve(text: string | undefined): string | undefined {
    const segments = text === undefined ? undefined : expand(text, (name) => this.variables.get(name));
    return segments && textOf(segments);
  }
}

/** The old form of ENV takes the rest of the line, without its quotes. */
export function withoutQuotes(text: string): string {
  return text.replace(/"([^"\\]*)"|'([^']*)'/g, "$1$2");
}
