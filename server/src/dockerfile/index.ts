export { parseDockerfile } from "./parse";
export type { Directive, Dockerfile, Flag, Heredoc, Instruction, Problem, Word } from "./types";
