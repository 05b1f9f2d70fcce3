import type { Dockerfile, Instruction } from "../dockerfile/types";
import { contains, type Span } from "../text/edits";
import type { Rule } from "./rule";

/** Names given behind `ignore=`, of rules and of rules of other linters. */
type Names = ReadonlySet<string>;

/** What comments ask not to be told: `# alpinize ignore=RULE,RULE` above an instruction or between its lines, `# alpinize global ignore=RULE` anywhere. */
export class Ignored {
  readonly #everywhere: Names;
  readonly #instructions: readonly { readonly span: Span; readonly names: Names }[];

  constructor(file: Dockerfile) {
    const comments = file.comments.map((span) => ({ span, ...read(file.text.slice(span.start, span.end)) }));
    const all = [...comments, ...file.instructions.flatMap((instruction) => inside(file, instruction))];
    this.#everywhere = new Set(all.filter(({ global }) => global).flatMap(({ names }) => names));
    this.#instructions = file.instructions.map((instruction, index) => {
      const previous = file.instructions[index - 1]?.span.end ?? 0;
      const above = comments.filter(({ span }) => previous <= span.start && span.end <= instruction.span.start);
      const own = [...above, ...inside(file, instruction)].filter(({ global }) => !global);
      return { span: instruction.span, names: new Set(own.flatMap(({ names }) => names)) };
    });
  }

  has(rule: Pick<Rule, "name" | "related">, { start }: Span): boolean {
    const ofRule = [rule.name, ...rule.related.map((related) => related.replace(/^hadolint /, ""))];
    const here = this.#instructions.find(({ span }) => contains(span, start))?.names;
    return ofRule.some((name) => this.#everywhere.has(name) || here?.has(name));
  }
}

function inside({ text }: Dockerfile, { comments }: Instruction) {
  return comments.map((span) => ({ span, ...read(text.slice(span.start, span.end)) }));
}

/** hadolint's own comments count for the rules of ours that say the same. */
const form = /^#\s*(?:alpinize|hadolint)\s+(global\s+)?ignore\s*=\s*([\w-]+(?:\s*,\s*[\w-]+)*)/i;

function read(comment: string): { readonly global: boolean; readonly names: readonly string[] } {
  const [, global, names = ""] = form.exec(comment) ?? [];
  return {
    global: global !== undefined,
    names: names
      .split(",")
      .map((name) => name.trim())
      .filter(Boolean),
  };
}
