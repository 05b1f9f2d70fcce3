import type { Stage } from "../model/build";
import { runsOf } from "../model/layers";
import { isPlainJson } from "../model/nested";
import { type Invocation, invocation } from "../shell/invocation";
import { innerCalls } from "./busybox/inner-calls";
import { handsOverJobs, usesCronie } from "./cronie";
import { moved, movesOf } from "./layout";
import type {
  Context,
  InstructionOutcome,
  InstructionTranslation,
  Outcome,
  StageContext,
  Translation,
} from "./translation";

/**
 * Debian had another `node`, so its Node.js was called `nodejs`; Alpine has `node` alone, and the node images have both.
 * Some carry the version of old in Debian's name only (Alpine's `cmd:` provides, 3.18 and 3.22), and Chromium takes the place
 * of Chrome.
 */
const renamed: ReadonlyMap<string, string> = new Map([
  ["nodejs", "node"],
  ["stunnel4", "stunnel"],
  ["icecast2", "icecast"],
  ["exim4", "exim"],
  ["fdfind", "fd"],
  ["batcat", "bat"],
  ["google-chrome", "chromium-browser"],
  ["google-chrome-stable", "chromium-browser"],
]);

/** Names that Alpine's own packages bring where Debian leaves them to the user. */
const brought: ReadonlySet<string> = new Set(["python", "pip", "node"]);

/** What a program of Debian's is called on Alpine; undefined where it has the same name. */
export function newName(program: string, { family }: StageContext): string | undefined {
  return family === "node" && program === "nodejs" ? undefined : renamed.get(program);
}

/** busybox's `crond` reads what `crontab` was given, as Debian's `cron` does; jobs in /etc/cron.d it does not read. */
export const cron: Translation = {
  programs: ["cron"],
  translate({ args, nameSpan }, context): Outcome | undefined {
    const isPlain = args.every(({ value }) => value === "-f");
    return isPlain && takesJobs(context.stage) && !usesCronie(context)
      ? { edits: [{ span: nameSpan, newText: "crond" }] }
      : undefined;
  },
};

/** `crontab` is given jobs in a RUN of the stage, or of those it stands on. */
export function takesJobs(stage: Stage): boolean {
  return runsOf(stage)
    .flatMap(({ script }) => script.commands)
    .map(invocation)
    .some(handsOverJobs);
}

export const renamedProgram: Translation = {
  programs: [...renamed.keys()],
  translate({ name, nameSpan, program }, context): Outcome | undefined {
    const next = newName(name, context);
    // By its path it is led to the new one, name and all.
    if (next === undefined || moved(program, movesOf(context.stage, context)) !== program) return undefined;
    return { edits: [{ span: nameSpan, newText: next }] };
  },
};

/** `xargs batcat`, `find . -exec batcat {} +`. */
export function renamedInside(call: Invocation, context: StageContext): Outcome | undefined {
  if (call.name !== "xargs" && call.name !== "find") return undefined;
  const edits = innerCalls(call).flatMap((inner) => {
    const next = inner.nameSpan.start === call.nameSpan.start ? undefined : newName(inner.program, context);
    return next === undefined ? [] : [{ span: inner.nameSpan, newText: next }];
  });
  return edits.length > 0 ? { edits } : undefined;
}

/** `which nodejs`, `command -v nodejs` and `type nodejs` look for it by the name it has on Alpine. */
export const renamedQuery: Translation = {
  programs: ["which", "type", "hash"],
  translate({ args }, context): Outcome | undefined {
    const edits = args.flatMap(({ literal, value, span }) => {
      const next = literal ? newName(value, context) : undefined;
      return next === undefined ? [] : [{ span, newText: next }];
    });
    return edits.length > 0 ? { edits } : undefined;
  },
};

/** Links that give a program of Debian's its usual name: needless where it has it, and in the way where it is there already. */
export const programLink: Translation = {
  programs: ["ln", "update-alternatives"],
  translate(call, context): Outcome | undefined {
    const { source, target } = linkOf(call);
    if (source === undefined || target === undefined) return undefined;
    const next = newName(basename(source), context);
    if (next !== undefined && basename(target) === next) return { remove: true };
    return call.name === "ln" && /^\/usr\/bin\/[^/]+$/.test(target)
      ? forced(call, basename(source), basename(target), context)
      : undefined;
  },
};

/** `ln -s` refuses a name that exists. */
function forced({ args }: Invocation, source: string, name: string, { facts, release }: Context): Outcome | undefined {
  const option = args.find(({ value }) => /^-[a-z]*s[a-z]*$/.test(value));
  const isForced = args.some(({ value }) => /^-[a-z]*f|^--force$/.test(value));
  const isThere = (program: string) => facts.alpine.resolves(`cmd:${program}`, release);
  // `ln -s /usr/bin/genisoimage /usr/bin/mkisofs`: Alpine's package may bring both.
  const isBrought = brought.has(name) || (isThere(source) && source !== name);
  if (!option || isForced || !isBrought || !isThere(name)) return undefined;
  return { edits: [{ span: option.span, newText: `${option.text}f` }] };
}

/** What is linked and under which name, as `ln -s SOURCE TARGET` and `update-alternatives --install TARGET NAME SOURCE` say it. */
function linkOf({ name, args }: Invocation): { source?: string | undefined; target?: string | undefined } {
  const words = args.filter(({ value }) => !value.startsWith("-")).map(({ value, text }) => commandIn(text) ?? value);
  if (name === "ln") return words.length === 2 ? { source: words[0], target: words[1] } : {};
  const installs = args.some(({ value }) => value === "--install");
  return installs ? { source: words[2], target: words[0] } : {};
}

/** `` `which nodejs` ``, `$(command -v nodejs)`. */
function commandIn(text: string): string | undefined {
  return /^"?(?:`|\$\()(?:which|command -v|type -p)\s+([\w.+-]+)\s*(?:`|\))"?$/.exec(text)?.[1];
}

export const renamedCommand = renamedInJson(newName);

/** The programs of JSON forms that are not read as shell text. */
export function renamedInJson(
  newNameOf: (program: string, context: StageContext) => string | undefined,
): InstructionTranslation {
  return {
    instructions: ["CMD", "ENTRYPOINT", "HEALTHCHECK"],
    translate({ json = [] }, context): InstructionOutcome | undefined {
      const [word] = json;
      const next = word && !isPlainJson(json) ? newNameOf(word.value, context) : undefined;
      return word && next !== undefined ? { edits: [{ span: word.span, newText: `"${next}"` }] } : undefined;
    },
  };
}

function basename(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
