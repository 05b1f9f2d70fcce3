import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import { rules } from "./rules";
import { isRuleSetting, type RuleSettings, ruleSettings } from "./rules/settings";
import { LineIndex } from "./text/lines";

/** JSON with comments, in the folder of a Dockerfile or above it. */
export const projectFileName = ".alpinize.json";

/** What a project asks for, for all who work on it. */
export interface ProjectSettings {
  readonly rules: RuleSettings;
}

/** A project file that cannot be used; the message says where and why, in one line. */
export class ProjectFileError extends Error {}

/**
 * The nearest project file, from `folder` upwards.
 * @param boundary the last folder to look in; without it, all above are looked in.
 * @param asked is told each path that is looked for.
 */
export function findProjectFile(
  folder: string,
  boundary?: string,
  asked: (path: string) => void = () => {},
): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const path = join(at, projectFileName);
    asked(path);
    if (existsSync(path)) return path;
    if (at === boundary || at === dirname(at)) return undefined;
  }
}

/** @throws ProjectFileError */
export function readProjectFile(path: string): ProjectSettings {
  let text: string;
  try {
    text = readFileSync(path, "utf8").replace(/^\uFEFF/, "");
  } catch (error) {
    throw new ProjectFileError(`${path} cannot be read (${error instanceof Error ? error.message : error}).`);
  }
  return parseProjectFile(text, path);
}

/** @throws ProjectFileError that names `path`. */
export function parseProjectFile(text: string, path: string): ProjectSettings {
  const lines = new LineIndex(text);
  const refuse = (offset: number, why: string): ProjectFileError => {
    const { line, character } = lines.positionAt(offset);
    return new ProjectFileError(`${path}:${line + 1}:${character + 1}: ${why}`);
  };
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const [error] = errors;
  if (error) throw refuse(error.offset, `this is no JSON (${printParseErrorCode(error.error)}).`);
  if (root?.type !== "object") throw refuse(0, 'an object is expected, such as { "rules": {} }.');
  for (const [key] of properties(root)) {
    if (key.value !== "rules" && key.value !== "$schema")
      throw refuse(key.offset, `"${key.value}" is not known; "rules" is.`);
  }
  const node = findNodeAtLocation(root, ["rules"]);
  if (!node) return { rules: {} };
  if (node.type !== "object")
    throw refuse(node.offset, '"rules" is an object of rule names, such as { "pip-cache-kept": "off" }.');
  return { rules: Object.fromEntries(properties(node).map(([key, value]) => readRule(key, value, refuse))) };
}

function readRule(key: Node, value: Node | undefined, refuse: (offset: number, why: string) => ProjectFileError) {
  if (!rules.some(({ name }) => name === key.value)) throw refuse(key.offset, `there is no rule "${key.value}".`);
  const setting: unknown = value?.value;
  if (!isRuleSetting(setting)) {
    throw refuse(
      value?.offset ?? key.offset,
      `"${key.value}" is one of ${ruleSettings.map((one) => `"${one}"`).join(", ")}.`,
    );
  }
  return [key.value as string, setting] as const;
}

function properties({ children = [] }: Node): (readonly [Node, Node | undefined])[] {
  return children.flatMap(({ children: pair }) => (pair?.[0] ? [[pair[0], pair[1]] as const] : []));
}
