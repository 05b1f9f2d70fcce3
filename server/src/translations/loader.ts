import type { Facts } from "../alpinize";
import type { Instruction } from "../dockerfile/types";
import type { Release } from "../facts/types";
import { sourcesOf } from "../model/build";
import { type Invocation, written } from "../shell/invocation";
import type { ShellWord } from "../shell/types";
import { withDriversOfAlpine } from "./odbc";
import { replaceCall } from "./outcomes";
import type {
  Context,
  InstructionOutcome,
  InstructionTranslation,
  Outcome,
  StageContext,
  Translation,
} from "./translation";

/**
 * musl's loader keeps no cache. Alpine's `ldconfig` makes links in the folders it is given, and ends with status 1 when it is
 * given none: seen with the one of Alpine 3.20.
 */
export const ldconfig: Translation = {
  programs: ["ldconfig", "ldconfig.real"],
  translate(call): Outcome | undefined {
    const { args, command } = call;
    if (args.some(({ value }) => /^-[a-zA-Z]*p|^--print-cache$/.test(value)))
      return {
        stop: "musl's loader has no cache that `ldconfig -p` could print. Look for the file below /usr/lib and /usr/local/lib instead.",
      };
    const folders = args.filter(({ value }) => !value.startsWith("-"));
    if (folders.length > 0) return undefined;
    return command.step.command === command && !command.substituted ? { remove: true } : replaceCall(call, "true");
  },
};

/** `echo /usr/local/lib >> /etc/ld.so.conf.d/local.conf`: musl's loader looks there anyhow. */
export const loaderFolders: Translation = {
  programs: ["echo", "printf"],
  translate: (call): Outcome | undefined => (namesUsualFolders(call) ? { remove: true } : undefined),
};

export function namesUsualFolders({ args, command }: Invocation): boolean {
  const [file] = written(command);
  if (file === undefined || !/^\/etc\/ld\.so\.conf(\.d\/|$)/.test(file)) return false;
  const folders = args
    .filter(({ value }) => !value.startsWith("-"))
    .flatMap(({ value }) => value.split(/\s+|\\n/).filter(Boolean));
  return folders.every((folder) => /^\/(usr\/)?(local\/)?lib\/?$/.test(folder));
}

/** What the name of such a folder begins with: a machine's name, what prints one, a variable, or a glob. */
const machine =
  /(?:x86_64|aarch64|i386|i686|arm|s390x|powerpc64le|mips64el|\$\((?:uname -m|arch)\)|`(?:uname -m|arch)`|\$\w+|\$\{\w+\}|\*)/;

/** Debian's folders of libraries for one kind of machine; on Alpine, libraries lie right in /usr/lib and /lib. */
const multiarchFolder = new RegExp(
  `(^|[=:;\\s"'])((?:/usr)?/lib)/(?:${machine.source}-linux-gnu(?:eabihf|eabi|abi64|\\*)?(?=[/:\\s"';]|$)|\\*(?=/lib[\\w+-]+\\.(?:so|a)))`,
  "g",
);

/** `ln -s /usr/lib/x86_64-linux-gnu/libx.so /usr/lib/`: on Alpine it is there already, or lies beside. */
export const multiarchLink: Translation = {
  programs: ["ln"],
  translate(call, { facts, release, run }): Outcome | undefined {
    if (isNeedlessLink(call)) return { remove: true };
    const source = linkedLibrary(call, facts, release);
    if (!source) return undefined;
    const { span } = source;
    return { edits: [{ span, newText: withoutMultiarch(run.script.text.slice(span.start, span.end)) }] };
  },
};

/**
 * Libraries that Alpine keeps in /lib, as its early boot needs them: packages openssl, zlib, util-linux, e2fsprogs, eudev,
 * lvm2, kmod, and acl, attr and libcap of old (root file system of 3.20; their APKBUILDs).
 */
const inRootFolder =
  /^lib(?:z|ssl|crypto|blkid|mount|uuid|fdisk|smartcols|com_err|e2p|ext2fs|ss|udev|devmapper.*|kmod|acl|attr|cap)\.so/;

/** The library of `ln -s /usr/lib/x86_64-linux-gnu/liba.so.2 /opt/liba.so`, where Alpine has one of the same soname in /usr/lib. */
export function linkedLibrary({ args }: Invocation, { alpine }: Facts, release: Release): ShellWord | undefined {
  const [source, target, ...others] = args.filter(({ value }) => !value.startsWith("-"));
  if (!source || !target || others.length > 0 || testMultiarch(target.value)) return undefined;
  const library = /^\/usr\/lib\/([^/*?[$]+\.so\.\d+)$/.exec(withoutMultiarch(source.value))?.[1];
  if (!library || !testMultiarch(source.value) || inRootFolder.test(library)) return undefined;
  return alpine.resolves(`so:${library}`, release) ? source : undefined;
}

export function isNeedlessLink({ args }: Invocation): boolean {
  const [source, target, ...others] = args.map(({ value }) => value).filter((value) => !value.startsWith("-"));
  if (source === undefined || target === undefined || others.length > 0) return false;
  // `/usr/lib/libgdiplus.so` lies in Alpine's only folder, too.
  const isThere = testMultiarch(source) || (testMultiarch(target) && /^(?:\/usr)?\/lib\/[^/]+$/.test(source));
  if (!isThere) return false;
  const now = withoutMultiarch(source).replace(/^\/lib\//, "/usr/lib/");
  const there = withoutMultiarch(target)
    .replace(/\/$/, "")
    .replace(/^\/lib(?=\/|$)/, "/usr/lib");
  return !/[*?[$]/.test(now) && (there === now || there === now.slice(0, now.lastIndexOf("/")));
}

/** Programs that work in a folder, where others are only told of it. */
const handling = /^(?:ln|cp|mv|install|mkdir|touch|chmod|chown|strip|patchelf|tar|unzip|rsync|tee|sed|dd)$/;

/** `--with-libdir=lib/x86_64-linux-gnu`, `CMAKE_PREFIX_PATH=/usr/lib/x86_64-linux-gnu`: where a program looks for libraries. */
export function multiarchOptions(call: Invocation, { run }: Pick<Context, "run">): Outcome | undefined {
  const texts = multiarchTexts(call, { run });
  if (texts) return texts;
  const edits = [...call.args, ...call.command.assignments.flatMap(({ value }) => value ?? [])].flatMap(({ span }) => {
    const text = run.script.text.slice(span.start, span.end);
    const newText = withoutMultiarchOption(call, text);
    return newText === undefined ? [] : [{ span, newText }];
  });
  return edits.length > 0 ? { edits } : undefined;
}

/** The word as it has to be on Alpine; undefined when it names no such folder, or a file that may be called otherwise there. */
export function withoutMultiarchOption({ name }: Pick<Invocation, "name">, text: string): string | undefined {
  const relative = text.replace(/^(["']?--with-libdir=["']?\/?lib)\/[\w-]+-linux-gnu\w*/, "$1");
  if (relative !== text) return relative;
  if (handling.test(name) || !testMultiarch(text)) return undefined;
  const now = withoutMultiarch(text);
  // The folder itself, or the name that a linker is given: with a version behind it, Alpine's may be another.
  const behind = text.split(multiarchFolder).filter((_, at) => at > 0 && at % 3 === 0);
  return behind.every((part) => /^\/?(?:$|["';:\s]|(?:lib[\w+-]+\.(?:so|a)|pkgconfig|cmake)(?:["';:\s]|$))/.test(part))
    ? now
    : undefined;
}

/** `echo "Driver = /usr/lib/x86_64-linux-gnu/odbc/libtdsodbc.so" >> /etc/odbcinst.ini`: what reads the file looks there. */
function multiarchTexts({ name, args, command }: Invocation, { run }: Pick<Context, "run">): Outcome | undefined {
  const [file] = written(command);
  if (!/^(echo|printf)$/.test(name) || file === undefined || /^\/etc\/ld\.so\.conf/.test(file)) return undefined;
  // Only the paths change, as the lines of the text are the author's.
  const edits = args.flatMap(({ span }) =>
    [...run.script.text.slice(span.start, span.end).matchAll(/(?<=[=:;\s"'])\/[^\s:;"'\\]+/g)].flatMap(
      ({ 0: path, index }) => {
        const newText = withDriversOfAlpine(withoutMultiarch(withDriversOfAlpine(path)));
        const start = span.start + index;
        return newText === path ? [] : [{ span: { start, end: start + path.length }, newText }];
      },
    ),
  );
  return edits.length === 0 ? undefined : { edits, check: folderTakenOut };
}

const folderTakenOut =
  "Libraries lie right in /usr/lib on Alpine, so Debian's folder was taken out of the path. Check that the file has the same name there.";

export function testMultiarch(text: string): boolean {
  return withoutMultiarch(text) !== text;
}

export function withoutMultiarch(text: string): string {
  return text.replace(multiarchFolder, "$1$2");
}

/** ENV with the folders of Debian's libraries, what COPY and ADD put there, and what COPY takes there from another stage. */
export const multiarchInstructions: InstructionTranslation = {
  instructions: ["ENV", "COPY", "ADD"],
  translate(instruction, { build, file, stage }: StageContext): InstructionOutcome | undefined {
    if (!stage.instructions.includes(instruction)) return undefined;
    // What comes from a stage that is converted too lies there in Alpine's folders; the build context has no such folders.
    const whole = instruction.name === "ENV" || sourcesOf(instruction, build.stages).length > 0;
    const words = whole ? (instruction.json ?? instruction.words) : [targetOf(instruction)];
    const edits = words.flatMap((word) => {
      const raw = word && file.text.slice(word.span.start, word.span.end);
      return word && raw !== undefined && testMultiarch(raw)
        ? [{ span: word.span, newText: withoutMultiarch(raw) }]
        : [];
    });
    if (edits.length === 0) return undefined;
    return { edits, check: folderTakenOut };
  },
};

function targetOf({ json, words }: Instruction) {
  return (json ?? words).at(-1);
}
