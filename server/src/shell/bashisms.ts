import { forEachChild, parse } from "unbash";
import type { Span } from "../text/edits";

type Node = Parameters<typeof forEachChild>[0];
type Of<T extends Node["type"]> = Extract<Node, { type: T }>;

/** Something of bash's that busybox's ash refuses, or takes for something else. */
export interface Bashism {
  /** As people call it: `arrays`, `here-strings`. */
  readonly what: string;
  readonly span: Span;
}

export interface BashText {
  readonly bashisms: readonly Bashism[];
  /** Words of `[[ ]]` that ash splits at blanks, which bash does not: in double quotes they mean the same in both. */
  readonly unquoted: readonly Span[];
}

/** How deep the tree is followed; what lies deeper counts as bash. */
const maximumDepth = 200;

/**
 * What stands in the way of running text for bash in busybox's ash. Tried with busybox 1.36: ash knows `[[ ]]`, `source`,
 * `function`, `let`, `<( )`, `&>`, `$'..'`, `${x/a/b}`, `${x:1}` and pipefail.
 */
export function readForAsh(text: string): BashText {
  const script = parse(text);
  const reader = new Reader(text);
  for (const { pos } of script.errors ?? [])
    reader.add("text that cannot be read", { start: pos, end: Math.min(pos + 1, text.length) });
  reader.visit(script, 0);
  return reader;
}

/** Variables that bash sets and ash does not. */
const variables =
  /^(BASH(_\w+)?|BASHOPTS|BASHPID|COPROC|DIRSTACK|EPOCHREALTIME|EPOCHSECONDS|EUID|FUNCNAME|GROUPS|HOSTTYPE|MACHTYPE|MAPFILE|OSTYPE|PIPESTATUS|SECONDS|SHELLOPTS|SRANDOM|UID)$/;

/** Commands that are built into bash and unknown to ash. */
const commands: ReadonlySet<string> = new Set([
  "bind",
  "builtin",
  "caller",
  "compgen",
  "complete",
  "compopt",
  "declare",
  "dirs",
  "disown",
  "enable",
  "logout",
  "mapfile",
  "popd",
  "pushd",
  "readarray",
  "shopt",
  "suspend",
  "typeset",
]);

/** Options of commands that both have, and that only bash knows. */
const options: ReadonlyMap<string, RegExp> = new Map([
  ["exec", /^-[acl]/],
  ["export", /^-[fn]/],
  ["local", /^[-+]/],
  ["printf", /^-v|%(\(|-?\d*q)/],
  ["read", /^-\w*[aeiN]/],
  [
    "set",
    /^[-+]\w*[BhHkPtT]|^(braceexpand|functrace|hashall|histexpand|history|keyword|onecmd|physical|posix|privileged)$/,
  ],
  ["test", /^-[vR]$/],
  ["[", /^-[vR]$/],
  ["trap", /^(DEBUG|RETURN)$/],
  ["type", /^-/],
]);

/** Files that set up a shell, and that are written for any. */
const plainFile =
  /(^|\/)(bin\/activate|env|nvm\.sh|emsdk_env\.sh|conda\.sh|profile|os-release|lsb-release|\.profile|\.env)$/;

class Reader implements BashText {
  readonly bashisms: Bashism[] = [];
  readonly unquoted: Span[] = [];

  constructor(private readonly text: string) {}

  add(what: string, span: Span): void {
    this.bashisms.push({ what, span });
  }

  visit(node: Node, depth: number): void {
    const what = depth > maximumDepth ? "text that is nested too deeply" : this.refused(node);
    if (what !== undefined) this.add(what, spanOf(node));
    if (depth > maximumDepth) return;
    if (node.type === "TestUnary") this.quote(node.operand);
    if (node.type === "TestBinary") this.test(node);
    forEachChild(node, (child) => this.visit(child, depth + 1));
  }

  private refused(node: Node): string | undefined {
    switch (node.type) {
      case "ArrayValue":
        return "arrays";
      case "Assignment":
        return node.index ? "arrays" : node.append ? "`+=`" : undefined;
      case "HereString":
        return "here-strings (`<<<`)";
      case "ArithmeticCommand":
      case "ArithmeticFor":
        return "`(( ))`";
      case "BraceExpansion":
        return "brace expansion";
      case "ExtendedGlob":
        return "extended patterns";
      case "Select":
        return "`select`";
      case "Coproc":
        return "`coproc`";
      case "LocaleString":
        return '`$".."`';
      case "AnsiCQuoted":
        return /\\[uU]/.test(node.text) ? "`\\u`" : undefined;
      case "FileDescriptorVariable":
        return "`{name}>`";
      case "Redirect":
        return node.operator === "&>>" ? "`&>>`" : undefined;
      case "Pipeline":
        if (node.operators.includes("|&")) return "`|&`";
        return node.prefixes.some(({ type }) => type === "Time") && node.commands[0]?.type !== "Command"
          ? "`time` of several commands"
          : undefined;
      case "CaseItem":
        return node.terminator && node.terminator !== ";;" ? `\`${node.terminator}\`` : undefined;
      case "Function":
        return /^\w+$/.test(node.name.text) ? undefined : "names of functions with other than letters";
      case "For": {
        const head = this.text.slice(node.wordlist?.at(-1)?.end ?? node.name.end, node.body.pos);
        return /\{\s*$/.test(head) ? "loops in braces" : undefined;
      }
      case "ArithmeticExpansion":
        return node.text.startsWith("$[") ? "`$[ ]`" : undefined;
      case "CommandExpansion":
        return /^\$\(\s*<[^<(]/.test(node.text) ? "`$(< file)`" : undefined;
      case "SimpleExpansion":
        return variables.test(node.text.slice(1)) ? `\`${node.text}\`` : undefined;
      case "ParameterExpansion":
        return refusedParameter(node);
      case "TestGroup":
        return "`( )` within `[[ ]]`";
      case "Command":
        return refusedCommand(node);
      default:
        return undefined;
    }
  }

  private test({ operator, left, right }: Of<"TestBinary">): void {
    const span = spanOf(right);
    if (operator === "<" || operator === ">") this.add(`\`${operator}\` within \`[[ ]]\``, span);
    else if (operator === "=~" && /[()|&;<>]/.test(right.text.replace(/(["']).*?\1/g, "")))
      this.add("groups and alternatives behind `=~`", span);
    else if (isSplit(right)) this.add("variables without quotes in `[[ ]]`", span);
    else if (/^-(eq|ne|lt|le|gt|ge)$/.test(operator) && [left, right].some(({ text }) => /^["']?[A-Za-z_]/.test(text)))
      this.add("names of variables behind `-eq` and the like", span);
    this.quote(left);
  }

  /** `[[ $x = a ]]`: ash would split the value at blanks, and see nothing where it is empty. */
  private quote(word: Of<"Word">): void {
    if (!isSplit(word)) return;
    if (/["'\\]/.test(word.text.replace(/\$\([^()]*\)|`[^`]*`/g, "")))
      this.add("variables without quotes in `[[ ]]`", spanOf(word));
    else this.unquoted.push(spanOf(word));
  }
}

function isSplit({ parts = [] }: Of<"Word">): boolean {
  return parts.some(
    ({ type }) => type === "SimpleExpansion" || type === "ParameterExpansion" || type === "CommandExpansion",
  );
}

function refusedParameter({ index, prefix, operation, parameter, text }: Of<"ParameterExpansion">): string | undefined {
  if (index) return "arrays";
  if (variables.test(parameter)) return `\`${text}\``;
  if (prefix === "!") return "names of variables in variables";
  switch (operation?.type) {
    case "CaseModification":
      return "changes of case (`^`, `,`)";
    case "Transform":
    case "Names":
    case "Unknown":
      return `\`${text}\``;
    case "Replace":
      return operation.operator === "/#" || operation.operator === "/%"
        ? `\`${operation.operator}\` in expansions`
        : undefined;
    case "Slice":
      return parameter === "@" || parameter === "*" ? "parts of `$@`" : undefined;
    default:
      return undefined;
  }
}

function refusedCommand({ name, suffix }: Of<"Command">): string | undefined {
  const program = name?.value ?? "";
  if (commands.has(program)) return `\`${program}\``;
  const words = suffix.flatMap((part) => ("text" in part ? [part.text.replace(/^["']|["']$/g, "")] : []));
  if (program === "source" || program === ".") {
    const file = words[0];
    return file === undefined || plainFile.test(file)
      ? undefined
      : `\`${program} ${file}\`, which may be written for bash`;
  }
  const pattern = options.get(program);
  const option = pattern && words.find((word) => pattern.test(word));
  return option === undefined ? undefined : `\`${program} ${option}\``;
}

function spanOf({ pos, end }: { pos: number; end: number }): Span {
  return { start: pos, end };
}
