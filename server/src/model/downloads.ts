import type { Instruction } from "../dockerfile/types";
import type { ShellWord } from "../shell/types";
import type { Span } from "../text/edits";
import { type Stage, scopeAtStart } from "./build";
import { type Call, callsOf } from "./calls";
import { type Run, sourceSpan } from "./run";
import { expandKnown } from "./shell-variables";
import { expand, textOf } from "./variables";

/** A file that is fetched while the image is built. */
export interface Download {
  /** With the variables that are known replaced; the others stand as written. */
  readonly url: string;
  /** The document range of the address. */
  readonly span: Span;
  /** As written, relative to where the command runs; undefined when it goes to standard output or nobody knows. */
  readonly file: string | undefined;
  /** The RUN and its command; undefined for ADD. */
  readonly by: { readonly run: Run; readonly call: Call } | undefined;
  /** The whole instruction. */
  readonly instruction: Instruction;
}

/** What `curl`, `wget`, `aria2c` and ADD fetch in a stage, in the order of the text. */
export function downloadsOf(stage: Stage): readonly Download[] {
  return stage.instructions.flatMap((instruction) => {
    const run = stage.runs.find((one) => one.instruction === instruction);
    if (run) return callsOf(run).flatMap((call) => fetched(run, call));
    const command = instruction.trigger ?? instruction;
    return command.name === "ADD" ? added(stage, instruction, command) : [];
  });
}

/** What `git clone` fetches in a stage; the file is unknown. */
export function clonesOf(stage: Stage): readonly Download[] {
  return stage.runs.flatMap((run) =>
    callsOf(run).flatMap((call) => {
      const verb = call.args.findIndex(({ value }) => value === "clone");
      if (call.name !== "git" || verb < 0) return [];
      return call.args
        .slice(verb + 1)
        .map((word) => ({ word, url: expandKnown(call.within, word).trim() }))
        .filter(({ url }) => address.test(url))
        .map(({ word, url }) => ({
          url,
          span: sourceSpan(call.within, word.span),
          file: undefined,
          by: { run, call },
          instruction: run.instruction,
        }));
    }),
  );
}

const address = /^(https?|ftp):\/\//i;
/** `example.com/file`, which curl and wget take for HTTP. */
const withoutScheme = /^(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|gov|edu|de)\/\S+$/i;

function fetched(run: Run, call: Call): Download[] {
  const { name, command, within } = call;
  const options = programs.get(name);
  if (!options) return [];
  const { plain, values, flags } = read(call, options);
  const urls = plain
    .map((word) => ({ word, url: expandKnown(within, word).trim() }))
    .filter(({ url }) => address.test(url) || withoutScheme.test(url));
  const output = values.get(options.output);
  const folder = values.get(options.folder);
  const target = command.redirects.find(({ operator }) => /^1?>\|?$/.test(operator))?.target;
  return urls.map(({ word, url }) => {
    const saved = output ?? (name !== "curl" || flags.has("remote-name") ? basename(url) : undefined);
    const file = saved === undefined || saved === "-" ? target && expandKnown(within, target) : saved;
    return {
      url,
      span: sourceSpan(within, word.span),
      file: file && folder && !file.startsWith("/") ? `${folder.replace(/\/$/, "")}/${file}` : file,
      by: { run, call },
      instruction: run.instruction,
    };
  });
}

interface Read {
  readonly plain: readonly ShellWord[];
  /** Of the options that take one, by their long names. */
  readonly values: ReadonlyMap<string, string>;
  readonly flags: ReadonlySet<string>;
}

function read({ args, within }: Call, { letters, names }: Options): Read {
  const plain: ShellWord[] = [];
  const values = new Map<string, string>();
  const flags = new Set<string>();
  for (let at = 0; at < args.length; at++) {
    const word = args[at] as ShellWord;
    if (!/^-./.test(word.value)) {
      plain.push(word);
      continue;
    }
    const { option, attached } = word.value.startsWith("--")
      ? long(word.value, names)
      : short(word.value, letters, flags);
    if (option === undefined) flags.add(word.value.slice(2));
    if (option === undefined || option === "") continue;
    const next = args[at + 1];
    const value = attached ?? (next && expandKnown(within, next));
    if (attached === undefined) at++;
    if (value !== undefined) values.set(option, value);
  }
  return { plain, values, flags };
}

interface Option {
  /** The long name of an option with a value; empty for short ones without, undefined for long ones without. */
  readonly option: string | undefined;
  readonly attached?: string | undefined;
}

function long(text: string, names: ReadonlySet<string>): Option {
  const equals = text.indexOf("=");
  const name = text.slice(2, equals < 0 ? undefined : equals);
  return { option: names.has(name) ? name : undefined, attached: equals < 0 ? undefined : text.slice(equals + 1) };
}

/** `-fsSLo file`, `-ofile`, `-qO-`: the first letter that takes a value takes the rest. */
function short(text: string, letters: Readonly<Record<string, string>>, flags: Set<string>): Option {
  for (let at = 1; at < text.length; at++) {
    const letter = text[at] ?? "";
    if (letter === "O") flags.add("remote-name");
    const option = letters[letter];
    if (option !== undefined) return { option, attached: text.slice(at + 1) || undefined };
  }
  return { option: "" };
}

/** Which options of a program take a value, and which of them say where a file goes. */
interface Options {
  /** Short ones, with their long names; `other` where it does not matter. */
  readonly letters: Readonly<Record<string, string>>;
  readonly names: ReadonlySet<string>;
  readonly output: string;
  readonly folder: string;
}

const others = (letters: string) => Object.fromEntries([...letters].map((letter) => [letter, "other"]));
const named = (names: string) => new Set(names.split(/\s+/));

const programs: ReadonlyMap<string, Options> = new Map([
  [
    "curl",
    {
      letters: { ...others("HdAeuxXmwTFbcCrEKQtUYyzDPh"), o: "output" },
      names: named(
        `output output-dir header data data-binary data-raw data-urlencode user-agent referer user proxy request max-time
         write-out retry retry-delay retry-max-time connect-timeout cookie cookie-jar cacert capath cert key form limit-rate
         continue-at config resolve ciphers range interface max-redirs speed-time speed-limit upload-file`,
      ),
      output: "output",
      folder: "output-dir",
    },
  ],
  [
    "wget",
    {
      letters: { ...others("oatTUwQBeiDRAXIl"), O: "output-document", P: "directory-prefix" },
      names: named(
        `output-document output-file directory-prefix tries timeout user-agent header user password http-user http-password
         wait waitretry read-timeout dns-timeout connect-timeout post-data post-file referer load-cookies save-cookies
         ca-certificate accept reject cut-dirs level progress limit-rate input-file method body-data`,
      ),
      output: "output-document",
      folder: "directory-prefix",
    },
  ],
  [
    "aria2c",
    { letters: { ...others("sjkx"), o: "out", d: "dir" }, names: named("out dir"), output: "out", folder: "dir" },
  ],
]);

/** The name a file is saved under. */
function basename(url: string): string | undefined {
  const path = url.replace(/[?#].*$/, "");
  const name = path.slice(path.lastIndexOf("/") + 1);
  return name === "" || path.replace(address, "").indexOf("/") < 0 ? undefined : name;
}

function added(stage: Stage, instruction: Instruction, add: Instruction): Download[] {
  const words = add.json ?? add.words;
  const target = words.at(-1);
  if (!target || words.length < 2) return [];
  const scope = scopeAtStart(stage);
  for (const earlier of stage.instructions.slice(0, stage.instructions.indexOf(instruction))) scope.apply(earlier);
  const known = (text: string) => {
    const segments = expand(text, (name) => scope.value(name) ?? `\${${name}}`);
    return segments ? textOf(segments) : text;
  };
  return words.slice(0, -1).flatMap(({ value, span }) => {
    const url = known(value);
    if (!address.test(url)) return [];
    const place = known(target.value);
    return [
      { url, span, file: place.endsWith("/") ? `${place}${basename(url) ?? ""}` : place, by: undefined, instruction },
    ];
  });
}
