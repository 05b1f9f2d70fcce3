import { isAnswered } from "../facts/answered";
import { aptCall, aptPrograms } from "../model/apt-call";
import type { Invocation } from "../shell/invocation";
import { innerCalls } from "./busybox/inner-calls";
import { debianPrograms } from "./debian-only";
import { listedNames, writtenHere } from "./names-in-files";
import type { Context, Outcome, Translation } from "./translation";

/** `xargs apt-get install`, `find -exec dpkg`: the program stands among the words of another. */
export const debianInWords: Translation = {
  programs: ["xargs", "find", "parallel", "watch", "retry", "eval", "su", "runuser", "chroot", "gosu", "su-exec"],
  translate(call, context): Outcome | undefined {
    const { name, args } = call;
    const found = args.find(
      ({ value }) => debianPrograms.has(value) && value !== "service" && value !== "alternatives",
    );
    if (!found) {
      const nested = args.find(({ value }) =>
        /(^|[\s;&|(])(apt-get|apt-key|dpkg|aptitude|add-apt-repository)\s/.test(value),
      );
      return (
        nested && {
          stop: `\`${name}\` runs a command that Alpine lacks: \`${nested.value.slice(0, 60)}\`. Write it as a step of its own.`,
        }
      );
    }
    if (!/^(xargs|find|parallel)$/.test(name)) return { stop: toldToRun(name, found.value) };
    return (
      (name === "xargs" ? installListed(call, context) : undefined) ?? {
        stop: `\`${name}\` hands names to \`${found.value}\` that are only known while the image is built. Write the names of the packages into the Dockerfile.`,
      }
    );
  },
};

/** apt, where a program of the user's runs it, of which nobody can say what it does with it: `apt-with-proxy apt-get install git`. */
export function wrappedApt({ name, args }: Invocation): string | undefined {
  if (/^(echo|printf|command|type|which|man|grep|sed|awk|cat|apk|test|\[)$/.test(name)) return undefined;
  const at = args.findIndex(({ value }) => aptPrograms.has(value));
  const verb = args.slice(at + 1).find(({ value }) => !value.startsWith("-"))?.value ?? "";
  const isCall = /^(install|update|upgrade|dist-upgrade|purge|remove|autoremove|clean)$/.test(verb);
  return at >= 0 && isCall ? args[at]?.value : undefined;
}

/** Why a program that runs another in its words stops the conversion. */
export function toldToRun(name: string, program: string): string {
  return `\`${name}\` is told to run \`${program}\`, which does not exist on Alpine. Call \`apk\` in its place.`;
}

/** `xargs apt-get install < packages.txt`, `grep -v '^#' packages.txt | xargs apt-get install`. */
function installListed(call: Invocation, context: Context): Outcome | undefined {
  const { command } = call;
  const { step } = command;
  const apt = innerCalls(call)
    .map(aptCall)
    .find((one) => one !== undefined);
  if (apt?.verb !== "install" || apt.operands.length > 0 || step.pipeline.at(-1) !== command) return undefined;
  const reads = { ...command, name: "cat", args: [] };
  const listed = listedNames([...step.pipeline.slice(0, -1), reads], context);
  const answers = listed?.names.map((name) => context.facts.names.toAlpine(name, context));
  if (!listed || !answers?.every(isAnswered)) return undefined;
  const packages = answers.flatMap((answer) => (answer.kind === "packages" ? answer.packages : []));
  const names = [...new Set(packages)].join(" ");
  return {
    ...(names === "" ? { remove: true } : { edits: [{ span: step.span, newText: `apk add --no-cache ${names}` }] }),
    check: writtenHere(listed),
  };
}
