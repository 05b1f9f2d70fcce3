import type { Invocation } from "../shell/invocation";
import type { Context } from "./translation";

/** What is not seen to fetch sources has a Makefile for its tasks, as projects in Go have. */
const fetches = /\b(configure|cmake|autoreconf|git\s+clone|tar|unzip|curl|wget|gcc|g\+\+|cc)\b/;

/**
 * True for a command of a RUN that calls the compiler of C by itself: `./configure`, `make` behind what brings sources.
 * The compiler's own names are programs like all others.
 */
export function compilesSources(name: string, program: string, { args }: Invocation, { run }: Context): boolean {
  if (run.command.name !== "RUN") return false;
  switch (name) {
    case "make":
    case "gmake":
      return fetches.test(run.script.text);
    case "cmake":
      // A script, a command of its own, a question.
      return args.length > 0 && !args.some(({ value }) => /^(-P|-E|--version|--help.*)$/.test(value));
    case "meson":
      return args.some(({ value }) => value === "setup" || value === "compile" || !/^(-|\w+$)/.test(value));
    case "configure":
    case "Configure":
      // `/etc/bootstrap.sh` is somebody's own script.
      return program.includes("/");
    default:
      return /^\.{1,2}\/config$/.test(program) || generatesConfigure(program);
  }
}

/** Scripts that come with sources from a repository, and make their `configure`. */
export function generatesConfigure(program: string): boolean {
  return /^\.{1,2}\/(autogen\.sh|bootstrap|bootstrap\.sh|buildconf)$/.test(program);
}
