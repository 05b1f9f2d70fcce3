import type { Build, Stage } from "./build";
import { chain } from "./layers";

/**
 * What a stage is built for besides x86_64, which all tables are about: `linux/arm64`, or undefined when nothing says so.
 * `--platform=$BUILDPLATFORM` is the machine that builds, whichever that is.
 */
export function otherPlatform(stage: Stage, { given }: Build): string | undefined {
  const [root = stage] = chain(stage);
  const written = root.from.flags.find(({ name }) => name === "platform")?.value ?? "";
  const value = written.replace(/^\$\{?(\w+)\}?$/, (whole, name: string) => {
    return given.args.find((one) => one.name === name)?.value ?? whole;
  });
  return /^(linux\/)?(amd64|x86_64)(\/|$)/.test(value) ||
    !/^(linux\/)?(arm|aarch64|386|ppc64|s390x|riscv64|mips)/.test(value)
    ? undefined
    : value;
}

/** The instructions of the stage ask what they are built for, so that it is meant for several. */
export function isForSeveral({ instructions }: Stage): boolean {
  return instructions.some(({ args }) => /\bTARGET(ARCH|PLATFORM|VARIANT)\b/.test(args.text));
}
