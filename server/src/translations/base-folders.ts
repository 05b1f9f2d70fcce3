import { aptInstalled } from "../model/apt-installed";
import { runsOf } from "../model/layers";
import { isRoot, type Run } from "../model/run";
import { expandKnown } from "../model/shell-variables";
import { type Invocation, invocation } from "../shell/invocation";
import type { ShellWord } from "../shell/types";
import { CallRewrite } from "./call-rewrite";
import { isDebianFolder, isDebianPath } from "./debian-base";
import { type Options, OptionTable, readOptions } from "./options";
import { forced } from "./outcomes";
import { textsBefore } from "./texts-before";
import type { Context, Outcome, Translation } from "./translation";

/** Options that take a value, of programs that write files. */
const tables: ReadonlyMap<string, OptionTable> = new Map(
  Object.entries({
    cd: "L P",
    chmod: "R,recursive c,changes f,silent,quiet v,verbose reference=",
    chown: "R,recursive c,changes f,silent,quiet v,verbose h,no-dereference from= reference= H L P",
    install:
      "b backup[=] C,compare D d,directory g,group= m,mode= o,owner= p,preserve-timestamps s,strip S,suffix= t,target-directory= T,no-target-directory v,verbose",
    cp: "a,archive d f,force i n,no-clobber L,dereference P,no-dereference H l,link p preserve[=] r,R,recursive s,symbolic-link S,suffix= t,target-directory= T,no-target-directory u,update v,verbose parents backup[=] b",
    ln: "s,symbolic f,force n,no-dereference v,verbose T,no-target-directory t,target-directory= r,relative i b S,suffix= L P",
    mkdir: "p,parents m,mode= v,verbose Z",
    mv: "f,force i n,no-clobber v,verbose t,target-directory= T,no-target-directory u,update b S,suffix= backup[=]",
    tee: "a,append i,ignore-interrupts p",
    touch: "a c,no-create d,date= h,no-dereference m r,reference= t= time=",
    unzip: "d= x= o q n j u v l f p a",
  }).map(([program, forms]) => [program, new OptionTable(forms)]),
);

/** Folders that packages of Debian's bring and Alpine's of the same software do not: nginx-common 1.22, lighttpd 1.4 (bookworm). */
const ofPackages: readonly { readonly folder: string; readonly packages: RegExp; readonly unless: RegExp }[] = [
  // Where Apache is set up, the folder is made with it.
  { folder: "/var/www/html", packages: /^(nginx(-.*)?|lighttpd)$/, unless: /^(apache2|libapache2-mod-.*)$/ },
];

/** Folders of Debian's that a command puts something into, and that Alpine lacks: they are made before it. */
export function baseFolders(call: Invocation, context: Context): Outcome | undefined {
  const { run } = context;
  if (run.command.name !== "RUN" || run.quoting === "json" || !(isRoot(run.user) || call.asRoot)) return undefined;
  const missing = foldersOf(call, run, debianFoldersOf(context)).filter((folder) => !isMade(folder, call, context));
  if (missing.length === 0) return undefined;
  const makes = `mkdir -p ${missing.join(" ")}`;
  const { command, span, nameSpan } = call;
  const { step } = command;
  const operators = [step.list.steps[step.index - 1]?.operator, step.operator];
  // `curl ... | tar -x -C /usr/src`: before the pipeline as a whole.
  if (step.pipeline.length > 1 && step.pipeline.includes(command) && !operators.includes("||")) {
    const wrapper = run.script.text.slice(span.start, nameSpan.start);
    const start = step.span.start;
    return { edits: [{ span: { start, end: start }, newText: `${wrapper}${makes} && ` }] };
  }
  const rewrite = new CallRewrite(call, run.script.text);
  rewrite.before(makes);
  return rewrite.outcome();
}

function debianFoldersOf({ stage }: Context): (path: string) => boolean {
  const installed = aptInstalled(stage);
  const brought = ofPackages.filter(
    ({ packages, unless }) =>
      installed.some((name) => packages.test(name)) && !installed.some((name) => unless.test(name)),
  );
  return (path) => isDebianFolder(path) || brought.some(({ folder }) => folder === path);
}

function foldersOf(call: Invocation, run: Run, isDebians: (path: string) => boolean): string[] {
  const needed = new Set<string>();
  for (const { word, isFolder } of placesOf(call)) {
    const path = expandKnown(run, word).replace(/(?<=.)\/+$/, "");
    const isItself = isFolder !== "never" && isDebians(path);
    const folder = isItself ? path : path.slice(0, path.lastIndexOf("/"));
    if ((isItself || isFolder !== "always") && isDebians(folder)) needed.add(folder);
  }
  return [...needed];
}

/** A path that a command writes to, or goes to. */
interface Place {
  readonly word: ShellWord;
  /** `always`: it is a folder that must be there; `never`: it is made in one; else either. */
  readonly isFolder: "always" | "never" | "perhaps";
}

function placesOf({ name, args, command }: Invocation): Place[] {
  const written = command.redirects.flatMap(({ operator, target }) =>
    /^(?:&|\d)?>(?:>|\||&)?$/.test(operator) && target ? [{ word: target, isFolder: "never" as const }] : [],
  );
  return [...written, ...placesOfProgram(name, args)];
}

function placesOfProgram(name: string, args: readonly ShellWord[]): Place[] {
  const table = tables.get(name);
  const options = table && readOptions(args, table);
  if (options && options.unknown.length > 0) return [];
  const operands = options?.operands ?? [];
  switch (name) {
    case "cd":
      return operands.slice(0, 1).map((word) => ({ word, isFolder: "always" }));
    case "chmod":
    case "chown":
      return operands.slice(1).map((word) => ({ word, isFolder: "always" }));
    case "mkdir":
      return options?.has("p") ? [] : operands.map((word) => ({ word, isFolder: "never" }));
    case "touch":
    case "tee":
      return operands.map((word) => ({ word, isFolder: "never" }));
    case "cp":
    case "mv":
    case "ln":
      return targetOf(options, operands);
    case "tar":
      return valuesOf(args, /^(?:-[a-zA-Z]*C|--directory)$/, /^(?:--directory=|-C)(.+)$/, "always");
    case "curl":
      if (args.some(({ value }) => value === "--create-dirs")) return [];
      return valuesOf(args, /^(?:-[a-zA-Z]*o|--output)$/, /^--output=(.+)$/, "never");
    case "wget":
      return valuesOf(args, /^(?:-[a-zA-Z]*O|--output-document)$/, /^--output-document=(.+)$/, "never");
    default:
      return [];
  }
}

/** What `cp`, `mv` or `install` puts where. */
export interface PlacedFiles {
  readonly sources: readonly ShellWord[];
  readonly target: ShellWord;
  /** The target is a folder for sure. */
  readonly isFolder: boolean;
}

export function placedBy({ name, args }: Invocation): PlacedFiles | undefined {
  const table = /^(cp|mv|install)$/.test(name) ? tables.get(name) : undefined;
  const options = table && readOptions(args, table);
  if (!options || options.unknown.length > 0 || options.has("d")) return undefined;
  const given = options.get("t")?.value?.word;
  const target = given ?? options.operands.at(-1);
  const sources = given ? options.operands : options.operands.slice(0, -1);
  const isFolder = given !== undefined || sources.length > 1 || target?.value.endsWith("/") === true;
  return target && sources.length > 0 ? { sources, target, isFolder } : undefined;
}

function targetOf(options: Options | undefined, operands: readonly ShellWord[]): Place[] {
  const given = options?.get("t")?.value?.word;
  const target = given ?? (operands.length > 1 ? operands.at(-1) : undefined);
  return target ? [{ word: target, isFolder: given ? "always" : "perhaps" }] : [];
}

/** The values of one option, as the word behind it or with it in one. */
function valuesOf(args: readonly ShellWord[], alone: RegExp, joined: RegExp, isFolder: Place["isFolder"]): Place[] {
  return args.flatMap((word, at) => {
    const value = joined.exec(word.value)?.[1];
    if (value !== undefined) return [{ word: { ...word, value }, isFolder }];
    const next = args[at + 1];
    return alone.test(word.value) && next ? [{ word: next, isFolder }] : [];
  });
}

/** An instruction or step before this one makes it, or needs it and so makes it on Alpine. */
function isMade(folder: string, call: Invocation, context: Context): boolean {
  const { run, stage } = context;
  const { start } = run.instruction.span;
  const path = `${folder.replaceAll(".", "\\.")}(?=[/\\s"'\\]]|$)`;
  const makes = new RegExp(
    `\\b(?:WORKDIR|COPY|ADD|mkdir\\s+(?:-\\w*\\s+)*-\\w*p\\w*|mkdir\\s+--parents|install\\s[^\\n;&|]*-\\w*[dD]|git\\s+clone)\\b[^\\n;&|]*\\s["'[]*${path}`,
  );
  if (makes.test(textsBefore(call, context).join("\n"))) return true;
  return runsOf(stage)
    .filter((other) => other === run || other.instruction.span.end <= start)
    .some((other) =>
      other.script.commands
        .filter(({ span, conditional }) => !conditional && (other !== run || span.end <= call.command.span.start))
        // Changes of settings that only Debian reads are left out.
        .filter(({ name }) => !/^(echo|printf|sed)$/.test(name))
        .some((command) => foldersOf(invocation(command), other, (path) => path === folder).length > 0),
    );
}

/** `find /usr/share/doc ... -delete`: nothing of the kind is on Alpine, where `find` ends with an error. */
export const debianFilesFound: Translation = {
  programs: ["find"],
  translate({ args, command }, { run }): Outcome | undefined {
    const firstTest = args.findIndex(({ value }) => /^[-(!]/.test(value));
    const roots = args.slice(0, Math.max(firstTest, 0)).map((word) => expandKnown(run, word).replace(/(?<=.)\/+$/, ""));
    const deletes = args.some(
      ({ value }, at) => value === "-delete" || (/^-exec(dir)?$/.test(value) && args[at + 1]?.value === "rm"),
    );
    const isAlone = command.step.command === command && command.redirects.length === 0;
    return deletes && isAlone && roots.length > 0 && roots.every(isDebianPath) ? { remove: true } : undefined;
  },
};

/** `rm /etc/localtime`: on Alpine it is not there, and without `-f` the build ends. */
export function debianFilesGone(call: Invocation, { run }: Context): Outcome | undefined {
  if (call.name !== "rm" || run.command.name !== "RUN") return undefined;
  const edits = forced(call);
  return edits.length > 0 && call.args.some((word) => isDebianPath(expandKnown(run, word))) ? { edits } : undefined;
}
