import { cutInstruction } from "../../dockerfile/cut";
import type { Build, Stage } from "../../model/build";
import { runsOf } from "../../model/layers";
import type { Run } from "../../model/run";
import { expandShell } from "../../model/shell-variables";
import { type Invocation, invocation } from "../../shell/invocation";
import type { ShellWord } from "../../shell/types";
import { textsOf } from "../layout";
import { forced, inPlace } from "../outcomes";
import type { Context, InstructionOutcome, InstructionTranslation, Outcome, Translation } from "../translation";
import { type ExtensionPackages, extensionName, extensionPackages, imagePackages, isOfEngine } from "./extensions";
import { type PhpImage, phpImageOf } from "./php-image";

type Reader = (call: Invocation, php: PhpImage, context: Context) => Outcome | undefined;

function translation(programs: readonly string[], read: Reader): Translation {
  return {
    programs,
    translate(call, context): Outcome | undefined {
      const php = context.already ? undefined : phpImageOf(context.stage, context.facts);
      return php && read(call, php, context);
    },
  };
}

const headers =
  "it compiles against the headers of the image's own PHP. Leave the extension out, or compile it with those of Alpine's PHP, a package such as php84-dev.";

/** The image's tools for extensions, which are packages on Alpine; what starts the server is there under the same names. */
export const phpImageTools: readonly Translation[] = [
  translation(["apache2-foreground", "docker-php-entrypoint"], () => ({})),
  translation(["docker-php-ext-install"], (call, php, context) =>
    installed(call, call.args, php, context, "switched on"),
  ),
  // What it is compiled with, Alpine has settled.
  translation(["docker-php-ext-configure", "docker-php-source"], () => ({ remove: true })),
  translation(["docker-php-ext-enable"], enabled),
  translation(["install-php-extensions"], (call, php, context) =>
    installed(call, call.args, php, context, "switched on too"),
  ),
  translation(["pecl"], (call, php, context) => {
    const [verb, ...rest] = call.args;
    if (verb?.value === "install") return installed(call, rest, php, context, "as it is");
    return /^(channel-update|update-channels|clear-cache|config-set|upgrade)$/.test(verb?.value ?? "")
      ? { remove: true }
      : {
          stop: `\`pecl ${verb?.text ?? ""}\` works on the image's own PHP. Use Alpine's packages of PHP's extensions.`,
        };
  }),
  translation(["phpize", "php-config", "pear"], ({ name }) => ({
    stop: `\`${name}\` belongs to the image's own PHP: ${headers}`,
  })),
  translation(["rm"], withoutPear),
  translation(["chmod"], (call, _, { stage }) =>
    call.args.at(-1)?.value.endsWith("/install-php-extensions") && bringsInstaller(stage)
      ? { remove: true }
      : undefined,
  ),
];

/** docker-php-extension-installer works on the official images only; what it is called with comes from packages. */
export const extensionInstaller: InstructionTranslation = {
  instructions: ["COPY", "ADD"],
  translate(instruction, { file, stage, facts, already }): InstructionOutcome | undefined {
    const isIt = !already && /\/install-php-extensions\b/.test(instruction.args.text);
    return isIt && phpImageOf(stage, facts) ? { edits: cutInstruction(file, instruction) } : undefined;
  },
};

/** What `pecl` leaves behind, and packages do not. */
function withoutPear(call: Invocation): Outcome | undefined {
  const operands = call.args.filter(({ value }) => !value.startsWith("-"));
  const left = operands.filter(({ value }) => /^\/tmp\/pear\b|^(~|\/root|\$HOME)\/\.pearrc$/.test(value));
  if (left.length === 0) return undefined;
  if (left.length === operands.length) return { remove: true };
  const edits = forced(call);
  return edits.length > 0 ? { edits } : undefined;
}

function bringsInstaller({ instructions }: Stage): boolean {
  return instructions.some(
    ({ name, args }) => (name === "COPY" || name === "ADD") && /\/install-php-extensions\b/.test(args.text),
  );
}

/** Whether what is installed is also loaded: Alpine's packages but xdebug's are, PECL's are when the file says so. */
type Loading = "switched on" | "switched on too" | "as it is";

function installed(
  call: Invocation,
  args: readonly ShellWord[],
  php: PhpImage,
  context: Context,
  loading: Loading,
): Outcome {
  const names = wordsOf(args, context);
  if (names === undefined)
    return {
      stop: `Which extensions \`${call.name}\` installs here is only known while the image is built. Write their names into the Dockerfile.`,
    };
  const found: ExtensionPackages[] = [];
  for (const word of names) {
    const one = isFile(word) ? undefined : extensionPackages(word, php, context.facts);
    if (!one)
      return {
        stop: `Alpine ${php.release} has no package of PHP ${php.series}'s extension \`${extensionName(word) || word}\`. Leave it out if nothing needs it, or stay on this image.`,
      };
    found.push(one);
  }
  const there = imagePackages(php, context.facts);
  const packages = [...new Set(found.flatMap((one) => one.packages))].filter((name) => !there.includes(name));
  const steps = packages.length > 0 ? [`apk add --no-cache ${packages.join(" ")}`] : [];
  const pinned = names.filter((word) => /-\d/.test(word));
  for (const { name } of found.filter((one) => one.packages.some((each) => packages.includes(each))))
    steps.push(...loadingSteps(name, php, context, loading));
  const outcome = instead(steps, call);
  return pinned.length === 0
    ? outcome
    : {
        ...outcome,
        check: `${pinned.join(" and ")} named a version; Alpine ${php.release} has one of its own. Check what needs it.`,
      };
}

function loadingSteps(name: string, php: PhpImage, context: Context, loading: Loading): string[] {
  const folder = `/etc/${php.name}/conf.d`;
  const own = `docker-php-ext-${name}.ini`;
  if (name === "xdebug") return loading === "switched on too" ? [load(name, folder)] : [];
  // Some other file loads it, or none does.
  if (loading === "as it is" && !isEnabled(name, context.build)) return [`rm ${folder}/*${name}.ini`];
  return textsOf(context, []).all.includes(own) ? [`mv ${folder}/*${name}.ini ${folder}/${own}`] : [];
}

function load(name: string, folder: string): string {
  return `echo '${isOfEngine(name) ? "zend_extension" : "extension"}=${name}.so' >> ${folder}/docker-php-ext-${name}.ini`;
}

/** `yes | pecl install xdebug`: nobody asks any more. */
function instead(steps: readonly string[], call: Invocation): Outcome {
  const { pipeline, span } = call.command.step;
  const before = pipeline.slice(0, pipeline.indexOf(call.command));
  const isFed = before.length > 0 && pipeline.at(-1) === call.command;
  if (steps.length === 0 || !isFed || !before.every(({ name }) => /^(yes|echo|printf|true)$/.test(name)))
    return inPlace(steps, call);
  return { edits: [{ span: { start: span.start, end: call.span.end }, newText: steps.join(" && ") }] };
}

/** `https://xdebug.org/files/xdebug-2.5.5.tgz` */
function isFile(word: string): boolean {
  return /^(https?|ftp):|^\.{0,2}\/|\.(tgz|tar|gz|zip)$/.test(word);
}

/** A command of the file switches it on, or may do so. */
function isEnabled(name: string, { stages }: Build): boolean {
  const runs = stages.flatMap((stage) => stage.runs);
  return isNamed(name, /^(docker-php-ext-(enable|install)|install-php-extensions)$/, runs);
}

/** One of the programs is called with the extension, or with what nobody knows. */
function isNamed(extension: string, programs: RegExp, runs: readonly Run[]): boolean {
  return runs
    .flatMap(({ script }) => script.commands)
    .map(invocation)
    .some(
      (call) =>
        programs.test(call.name) &&
        call.args.some(({ literal, value }) => !literal || extensionName(value) === extension),
    );
}

/** `docker-php-ext-enable`: the packages have done it, but for xdebug's. */
function enabled(call: Invocation, php: PhpImage, context: Context): Outcome {
  const names = wordsOf(call.args, context);
  if (names === undefined)
    return {
      stop: "Which extensions are switched on here is only known while the image is built. Write their names into the Dockerfile.",
    };
  const there = imagePackages(php, context.facts);
  const steps: string[] = [];
  for (const word of names.map((one) => one.replace(/\.so$/, ""))) {
    const found = extensionPackages(word, php, context.facts);
    const isOfImage = found?.packages.every((one) => there.includes(one)) ?? false;
    if (found?.name === "opcache" && !isOfImage) steps.push(`apk add --no-cache ${found.packages.join(" ")}`);
    else if (!found || !(isOfImage || isInstalled(found.name, context.stage)))
      return {
        stop: `\`${word}\` is an extension of the image's own PHP, which no package of Alpine's brings here. Leave it out if nothing needs it, or stay on this image.`,
      };
    else if (found.name === "xdebug") steps.push(load(found.name, `/etc/${php.name}/conf.d`));
  }
  return instead(steps, call);
}

function isInstalled(name: string, stage: Stage): boolean {
  return isNamed(name, /^(docker-php-ext-install|install-php-extensions|pecl)$/, runsOf(stage));
}

/** Without options; undefined when a word is not known. */
function wordsOf(args: readonly ShellWord[], { run }: Context): string[] | undefined {
  const names: string[] = [];
  for (const [at, word] of args.entries()) {
    const before = args[at - 1]?.value ?? "";
    if (/^-/.test(word.value) || before === "--ini-name" || (before === "-j" && /^(\d|"?\$)/.test(word.text))) continue;
    // `xdebug-${XDEBUG_VERSION}`
    const pinned = /^[\w.]+-(?=\$)/.exec(word.value)?.[0];
    const values = word.literal ? [word.value] : pinned !== undefined ? [`${pinned}0`] : expandShell(run, word)?.values;
    if (values === undefined) return undefined;
    names.push(...values);
  }
  return names;
}
