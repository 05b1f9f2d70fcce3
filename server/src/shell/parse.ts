import { forEachChild, parse } from "unbash";
import type { Span } from "../text/edits";
import type {
  Operator,
  ShellAssignment,
  ShellCommand,
  ShellRedirect,
  ShellScript,
  ShellWord,
  Step,
  StepList,
} from "./types";

type Node = Parameters<typeof forEachChild>[0];
type Of<T extends Node["type"]> = Extract<Node, { type: T }>;

/** How deep compound commands and substitutions are followed; what lies deeper is not looked at. */
const maximumDepth = 100;

interface Place {
  readonly step: MutableStep;
  readonly substituted: boolean;
  readonly conditional: boolean;
  readonly depth: number;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type MutableStep = Mutable<Step> & { pipeline: ShellCommand[]; bodies: StepList[] };
type MutableList = Omit<StepList, "steps"> & { steps: MutableStep[] };

/** Reads shell text (POSIX with bash's additions). Never throws; what cannot be read is named in `errors`. */
export function parseShell(text: string): ShellScript {
  const script = parse(text);
  const commands: ShellCommand[] = [];
  const reader = new Reader(text, commands);
  const steps = reader.list(script.commands, span(script), undefined, {
    substituted: false,
    conditional: false,
    depth: 0,
  });
  commands.sort((a, b) => a.span.start - b.span.start);
  const open = commands
    .flatMap(({ nameSpan, args }) => [nameSpan, ...args.map((arg) => arg.span)])
    .find(({ start, end }) => isUnclosed(text.slice(start, end)));
  if (open)
    return {
      text,
      steps,
      commands,
      errors: [{ message: "a quotation or an expansion is never closed", offset: open.start }],
    };
  return { text, steps, commands, errors: (script.errors ?? []).map(({ message, pos }) => ({ message, offset: pos })) };
}

/** The parser takes the rest of the text for the word; the shell refuses it. */
function isUnclosed(word: string): boolean {
  if (!/[`{]/.test(word)) return false;
  const plain = word.replace(/\\[\s\S]|'[^']*'/g, "");
  const count = (part: string) => plain.split(part).length - 1;
  return count("`") % 2 === 1 || (count("${") > 0 && count("{") > count("}"));
}

class Reader {
  constructor(
    private readonly text: string,
    private readonly commands: ShellCommand[],
  ) {}

  list(
    statements: readonly Of<"Statement">[],
    place: Span,
    parent: MutableStep | undefined,
    around: Omit<Place, "step">,
  ): StepList {
    const list: MutableList = { steps: [], span: place, parent };
    if (around.depth > maximumDepth) return list;
    for (const statement of statements) {
      const isList = statement.command.type === "AndOr";
      const nodes = isList ? (statement.command as Of<"AndOr">).commands : [statement.command as Of<"Pipeline">];
      const operators = isList ? (statement.command as Of<"AndOr">).operators : [];
      nodes.forEach((node, index) => {
        const last = index === nodes.length - 1;
        const operator = operators[index] ?? (last ? this.terminator(statement) : "");
        const afterOr = index > 0 && operators.slice(0, index).includes("||");
        this.step(node, list, operator, { ...around, conditional: around.conditional || afterOr });
      });
    }
    const final = list.steps.at(-1);
    if (final && (final.operator === ";" || final.operator === "\n")) final.operator = "";
    return list;
  }

  private terminator(statement: Of<"Statement">): Operator {
    if (statement.background) return "&";
    const next = /^[ \t]*([;\n]?)/.exec(this.text.slice(statement.end, statement.end + 200))?.[1];
    return next === ";" ? ";" : "\n";
  }

  private step(node: Node, list: MutableList, operator: Operator, around: Omit<Place, "step">): void {
    const step: MutableStep = {
      span: span(node),
      list,
      index: list.steps.length,
      operator,
      command: undefined,
      pipeline: [],
      bodies: [],
      loop: node.type === "For" ? { variable: node.name.value, words: (node.wordlist ?? []).map(word) } : undefined,
    };
    list.steps.push(step);
    this.visit(node, { ...around, step }, true);
    if (node.type === "Command") step.command = step.pipeline[0];
  }

  /** `own`: the node is the step's pipeline or a member of it. */
  private visit(node: Node, place: Place, own: boolean): void {
    if (place.depth > maximumDepth) return;
    switch (node.type) {
      case "Command":
        this.command(node, place, own);
        return;
      case "Pipeline":
        for (const member of node.commands) this.visit(member, place, own);
        return;
      case "CompoundList":
        place.step.bodies.push(this.list(node.commands, span(node), place.step, { ...place, depth: place.depth + 1 }));
        return;
      case "CommandExpansion":
      case "ProcessSubstitution":
        // Positions inside escaped backquotes index another string; such text is left alone.
        if (node.script && node.script.source === undefined) this.substitution(node.script, place);
        return;
      case "If":
      case "For":
      case "ArithmeticFor":
      case "While":
      case "Case":
      case "Select":
      case "Function":
        forEachChild(node, (child) =>
          this.visit(child, { ...place, conditional: true, depth: place.depth + 1 }, false),
        );
        return;
      default:
        forEachChild(node, (child) =>
          this.visit(child, { ...place, depth: place.depth + 1 }, own && node.type === "Redirected"),
        );
    }
  }

  /** Commands inside a substitution get a list of their own, whose steps no one edits as steps. */
  private substitution(script: Of<"Script">, place: Place): void {
    this.list(script.commands, span(script), place.step, { ...place, substituted: true, depth: place.depth + 1 });
  }

  private command(node: Of<"Command">, place: Place, own: boolean): void {
    const args: ShellWord[] = [];
    const assignments: ShellAssignment[] = [];
    const redirects: ShellRedirect[] = [];
    for (const part of [...node.prefix, ...node.suffix]) {
      if (part.type === "Word") args.push(word(part));
      else if (part.type === "Assignment") {
        if (node.prefix.includes(part)) assignments.push(assignment(part));
        else args.push({ text: part.text, value: part.text, literal: false, span: span(part) });
      } else redirects.push(redirect(part));
    }
    const command: ShellCommand = {
      name: node.name?.value ?? "",
      span: span(node),
      nameSpan: node.name ? span(node.name) : { start: node.pos, end: node.pos },
      args,
      assignments,
      redirects,
      step: place.step,
      substituted: place.substituted,
      conditional: place.conditional,
    };
    this.commands.push(command);
    if (own) place.step.pipeline.push(command);
    forEachChild(node, (child) => this.visit(child, { ...place, depth: place.depth + 1 }, false));
  }
}

function span(node: { pos: number; end: number }): Span {
  return { start: node.pos, end: node.end };
}

const expansions: ReadonlySet<Node["type"]> = new Set([
  "SimpleExpansion",
  "ParameterExpansion",
  "CommandExpansion",
  "ArithmeticExpansion",
  "ProcessSubstitution",
  "BraceExpansion",
  "Glob",
  "ExtendedGlob",
]);

function word(node: Of<"Word">): ShellWord {
  return { text: node.text, value: node.value, literal: !hasExpansion(node.parts ?? []), span: span(node) };
}

function hasExpansion(parts: readonly Node[]): boolean {
  return parts.some(
    (part) => expansions.has(part.type) || ("parts" in part && hasExpansion((part.parts as Node[]) ?? [])),
  );
}

function assignment(node: Of<"Assignment">): ShellAssignment {
  return { name: node.name, value: node.value.type === "Word" ? word(node.value) : undefined, span: span(node) };
}

function redirect(node: Of<"Redirect"> | Of<"HereString"> | Of<"HereDoc">): ShellRedirect {
  if (node.type === "HereDoc") {
    const body = { start: node.body.pos, end: node.closing?.end ?? node.body.end };
    return { operator: node.operator, target: undefined, span: span(node), body };
  }
  return { operator: node.operator, target: node.target && word(node.target), span: span(node) };
}
