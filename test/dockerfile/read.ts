import { type Dockerfile, type Instruction, parseDockerfile } from "../../server/src/dockerfile/index";
import type { Span } from "../../server/src/text/edits";

/** The instruction at `index` of a Dockerfile that must have one there. */
export function instruction(text: string, index = 0): Instruction {
  const found = parseDockerfile(text).instructions[index];
  if (!found) throw new Error(`no instruction ${index} in ${JSON.stringify(text)}`);
  return found;
}

export function names(text: string): string[] {
  return parseDockerfile(text).instructions.map(({ name }) => name);
}

export function at(file: Dockerfile | string, span: Span | undefined): string | undefined {
  const text = typeof file === "string" ? file : file.text;
  return span && text.slice(span.start, span.end);
}
