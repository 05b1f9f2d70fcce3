import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { vscodeRoot } from "./paths";

export interface Token {
  readonly text: string;
  /** Outermost first. */
  readonly scopes: readonly string[];
}

/** The part of vscode-textmate that is used here. VS Code brings it along, so it is no dependency of ours. */
interface Engine {
  readonly INITIAL: unknown;
  readonly Registry: new (options: object) => { loadGrammar(scope: string): Promise<Grammar | null> };
  parseRawGrammar(text: string, path: string): unknown;
}

interface Grammar {
  tokenizeLine(
    line: string,
    stack: unknown,
  ): { tokens: { startIndex: number; endIndex: number; scopes: string[] }[]; ruleStack: unknown };
}

interface Oniguruma {
  loadWASM(wasm: ArrayBufferLike): Promise<void>;
  createOnigScanner(patterns: string[]): unknown;
  createOnigString(text: string): unknown;
}

/**
 * VS Code's grammar engine on its own grammar for Dockerfiles, with ours injected.
 * @param injection path of our grammar.
 */
export async function dockerfileGrammar(injection: string): Promise<(lines: readonly string[]) => Token[]> {
  const load = createRequire(join(vscodeRoot, "package.json"));
  const engine: Engine = load("vscode-textmate");
  const oniguruma: Oniguruma = load("vscode-oniguruma");
  const wasm = readFileSync(load.resolve("vscode-oniguruma/release/onig.wasm"));
  await oniguruma.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
  const injected: { scopeName: string } = JSON.parse(readFileSync(injection, "utf8"));
  const paths: Record<string, string> = {
    "source.dockerfile": join(vscodeRoot, "extensions/docker/syntaxes/docker.tmLanguage.json"),
    [injected.scopeName]: injection,
  };
  const registry = new engine.Registry({
    onigLib: Promise.resolve(oniguruma),
    loadGrammar: async (scope: string) => {
      const path = paths[scope];
      return path ? engine.parseRawGrammar(readFileSync(path, "utf8"), path) : null;
    },
    getInjections: (scope: string) => (scope === "source.dockerfile" ? [injected.scopeName] : []),
  });
  const grammar = await registry.loadGrammar("source.dockerfile");
  if (!grammar) throw new Error("VS Code's grammar for Dockerfiles was not found");
  return (lines) => {
    let stack = engine.INITIAL;
    return lines.flatMap((line) => {
      const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
      stack = ruleStack;
      return tokens.map(({ startIndex, endIndex, scopes }) => ({ text: line.slice(startIndex, endIndex), scopes }));
    });
  };
}
