import type { NameAnswer } from "../../facts/types";
import type { Stage } from "../../model/build";
import { isBuildPackage } from "../../model/build-packages";
import { consumersOf } from "../../model/consumers";
import { chain, standingOn } from "../../model/layers";
import type { Invocation } from "../../shell/invocation";
import type { StageContext } from "../translation";
import { phpImageOf } from "./php-image";

/** What compiles extensions with the image, and installs packages on Alpine. */
const ofExtensions = /^(docker-php-ext-(install|configure)|install-php-extensions|pecl|pear)$/;

/** Compilers, headers and tools that apt installs for PHP's extensions alone, which come as packages. */
export function isForExtensions(name: string, answer: NameAnswer, context: StageContext): boolean {
  const builds =
    answer.kind === "packages"
      ? answer.role === "build" || answer.packages.every(isBuildPackage)
      : answer.kind !== "none-needed" && /-dev$/.test(name);
  return builds && phpImageOf(context.stage, context.facts) !== undefined && !compiles(context);
}

/** `--with-libdir=lib/$(gcc -dumpmachine)`, which goes with the command that it stands in. */
function asksOnly({ args, command }: Invocation): boolean {
  return command.substituted && args.length > 0 && args.every(({ value }) => /^-dump\w+$/.test(value));
}

const known = new WeakMap<Stage, boolean>();

/** Something else in the stages that share its layers compiles, or may do so. */
function compiles({ stage, build }: StageContext): boolean {
  const root = chain(stage)[0] ?? stage;
  const found =
    known.get(root) ??
    standingOn(root, build)
      .flatMap(({ runs }) => runs)
      .some((run) => consumersOf(run, undefined).some(({ call }) => !ofExtensions.test(call.name) && !asksOnly(call)));
  known.set(root, found);
  return found;
}
