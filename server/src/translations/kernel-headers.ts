import { rootImage } from "../model/platform";
import type { Invocation } from "../shell/invocation";
import { apkBrings, aptBrings } from "./brought-programs";
import { compilesSources } from "./compilers";
import { imageHolds } from "./image-programs";
import { installedBefore } from "./installed";
import type { Context, Outcome } from "./translation";

/**
 * `<linux/...>` and `<asm/...>` come with the headers of the C library on Debian: libc6-dev depends on linux-libc-dev. Alpine's musl-dev
 * does not have them, and programs in C that ask for them stop with "linux/types.h: No such file or directory". Nobody sees from a
 * Dockerfile which ones do, so they are there for the RUNs that compile C by themselves, as long as the compiler is. What pip, gem and
 * npm compile is known package by package.
 */
export function headersOfKernel(call: Invocation, context: Context): Outcome | undefined {
  const { already, run, facts, release } = context;
  if (already || run.command.name !== "RUN" || !compilesC(call, context)) return undefined;
  const onDebian = imageHolds(ofDebian, context) || aptBrings([ofDebian], call, context);
  const isLost =
    onDebian && !apkBrings([kernelHeaders], call, context) && facts.alpine.resolves(kernelHeaders, release);
  return isLost ? { mayNeed: [kernelHeaders] } : undefined;
}

const ofDebian = "linux-libc-dev";
const kernelHeaders = "linux-headers";

function compilesC(call: Invocation, context: Context): boolean {
  const { name, program, args } = call;
  if (/^(gcc|g\+\+|cc|c\+\+|clang|clang\+\+)(-\d+)?$/.test(name))
    return args.some(({ value }) => /\.(c|cc|cpp|cxx|C)$/.test(value));
  if (name !== "make" && name !== "gmake") return compilesSources(name, program, call, context);
  return (
    !hasOtherLanguage(call, context) &&
    (compilesSources(name, program, call, context) || asksForCompiler(call, context))
  );
}

/** `make` may have a Makefile of tasks, which calls the tools of a language. */
function hasOtherLanguage(call: Invocation, context: Context): boolean {
  const { family, stage } = context;
  if (family !== undefined || /(^|\/)(golang|rust|openjdk|maven|gradle)$/.test(rootImage(stage)?.image ?? ""))
    return true;
  return installedBefore(call, context).some(({ name }) => otherLanguages.test(name));
}

const otherLanguages =
  /^(golang(-go|-\d.*)?|go|nodejs|npm|cargo|rustc|default-jdk.*|openjdk-.*|ruby.*|ghc|opam|ocaml.*|erlang.*|texlive.*)$/;

function asksForCompiler(call: Invocation, context: Context): boolean {
  return installedBefore(call, context).some(({ name }) => /^(build-essential|gcc|g\+\+|clang)(-\d.*)?$/.test(name));
}
