import { validate } from "dockerfile-utils";
import { analyze, type Conversion, type Level, type Options, type TextEdit } from "../../server/src/alpinize";
import { type Dockerfile, parseDockerfile } from "../../server/src/dockerfile";
import { readBuild } from "../../server/src/model/build";
import { invocation } from "../../server/src/shell/invocation";
import { ashAccepts } from "./ash-syntax";

export interface CheckOptions extends Options {
  readonly partial?: boolean;
  readonly cacheMounts?: boolean;
}

/** Programs that only Debian has; none may be left in a stage that is called converted. */
const debianOnly = new Set(
  "apt apt-get aptitude apt-key apt-cache apt-mark apt-add-repository add-apt-repository dpkg dpkg-reconfigure debconf-set-selections".split(
    " ",
  ),
);

/**
 * What must hold for any Dockerfile at any level, whatever a conversion makes of it.
 * @returns a line per property that does not hold: its name, a colon, and where it shows.
 */
export function violations(text: string, level: Level, options: CheckOptions): string[] {
  const convert = (input: string): Conversion =>
    analyze(input, options).convert(level, { partial: options.partial, cacheMounts: options.cacheMounts });
  try {
    const result = convert(text);
    return [
      ...editsViolations(text, result),
      ...stageViolations(result),
      ...idempotenceViolations(result, convert),
      ...lineEndingViolations(text, convert),
      ...syntaxViolations(text, result.text, level),
      ...commentViolations(text, result.text),
      ...shellViolations(text, result.text),
      ...leftoverViolations(result),
    ];
  } catch (error) {
    return [`throws: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`];
  }
}

/** The result is the text with disjoint edits, and each byte outside of them is as it was. */
function editsViolations(text: string, { edits, text: result }: Conversion): string[] {
  const inOrder = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let rebuilt = "";
  let position = 0;
  for (const { span, newText } of inOrder) {
    if (span.start < position || span.end < span.start || span.end > text.length)
      return [`edits: ${span.start}-${span.end} overlaps another or lies outside`];
    rebuilt += text.slice(position, span.start) + newText;
    position = span.end;
  }
  const idle = edits.filter(({ span, newText }: TextEdit) => text.slice(span.start, span.end) === newText);
  return [
    ...(rebuilt + text.slice(position) === result ? [] : ["edits: they do not lead to the text of the result"]),
    ...idle.map(({ span }) => `edits: ${span.start}-${span.end} changes nothing`),
  ];
}

/** What is said of the stages agrees with what is said of the whole. */
function stageViolations({ complete, stages, remarks }: Conversion): string[] {
  const stuck = stages.some(({ outcome }) => outcome === "stopped" || outcome === "partly");
  const said = remarks.some(({ kind }) => kind === "stop");
  if (complete === stuck) return [`outcome: complete is ${complete}, but a stage is ${stuck ? "" : "not "}stuck`];
  return stuck === said ? [] : [`outcome: a reason to stop is ${said ? "" : "not "}given`];
}

function idempotenceViolations({ text }: Conversion, convert: (text: string) => Conversion): string[] {
  const again = convert(text).text;
  return again === text ? [] : [`idempotent: ${firstDifference(text, again)}`];
}

function lineEndingViolations(text: string, convert: (text: string) => Conversion): string[] {
  const unix = text.replaceAll("\r\n", "\n");
  if (unix.includes("\r") || !unix.includes("\n") || hasShellHeredoc(unix)) return [];
  const expected = convert(unix).text.replaceAll("\n", "\r\n");
  const windows = convert(unix.replaceAll("\n", "\r\n")).text;
  return windows === expected ? [] : [`CRLF: ${firstDifference(expected, windows)}`];
}

/** The builder hands the carriage returns of a heredoc to the shell, which makes them part of words. */
function hasShellHeredoc(text: string): boolean {
  return parseDockerfile(text).instructions.some(
    ({ name, trigger, heredocs }) => (trigger?.name ?? name) === "RUN" && heredocs.length > 0,
  );
}

/** Neither `dockerfile-utils` nor our own reader finds an error more than before; a builder stage repeats those of its steps. */
function syntaxViolations(before: string, after: string, level: Level): string[] {
  if (before === after) return [];
  const withoutThose = level === "multi-stage" ? withoutSuch : withoutEach;
  // It takes two escape characters at the end of a line for a continuation; the builder does not, and our reader follows that.
  const readsAlike = !/\\\\[ \t]*\r?$/m.test(before);
  const news = readsAlike ? withoutThose(utilsErrors(after), utilsErrors(before)) : [];
  const own = withoutThose(problems(after), problems(before));
  return [...news.map((what) => `dockerfile-utils: ${what}`), ...own.map((what) => `problem: ${what}`)];
}

function utilsErrors(text: string): string[] {
  try {
    return validate(text).map(({ message }) => (typeof message === "string" ? message : message.value));
  } catch (error) {
    // dockerfile-ast 0.7.1 calls itself without end for a variable outside of all stages.
    if (error instanceof RangeError) return [];
    throw error;
  }
}

function problems(text: string): string[] {
  return parseDockerfile(text).problems.map(({ message }) => message);
}

/** What of `all` is not accounted for by `known`, each of which counts once. */
function withoutEach(all: readonly string[], known: readonly string[]): string[] {
  const left = [...known];
  return all.filter((what) => {
    const at = left.indexOf(what);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function withoutSuch(all: readonly string[], known: readonly string[]): string[] {
  return all.filter((what) => !known.includes(what));
}

/** All comments are there, in their order. */
function commentViolations(before: string, after: string): string[] {
  const kept = comments(parseDockerfile(after));
  let at = 0;
  for (const comment of comments(parseDockerfile(before))) {
    const found = kept.indexOf(comment, at);
    if (found < 0) return [`comment lost: ${comment}`];
    at = found + 1;
  }
  return [];
}

/** Also those in the heredoc of a RUN, which are the shell's. */
function comments(file: Dockerfile): string[] {
  const lines = file.instructions.flatMap(({ name, trigger, comments, heredocs }) => {
    const bodies = (trigger?.name ?? name) === "RUN" ? heredocs : [];
    return [
      ...comments.map(({ start, end }) => ({ start, text: file.text.slice(start, end) })),
      ...bodies.flatMap(({ bodySpan: { start, end } }) =>
        // `#!` at the very beginning names the interpreter.
        [...file.text.slice(start, end).matchAll(/^(?!(?<![\s\S])#!)[ \t]*(#.*)$/gm)].map((match) => ({
          start: start + match.index,
          text: match[1] ?? "",
        })),
      ),
    ];
  });
  const outside = file.comments.map(({ start, end }) => ({ start, text: file.text.slice(start, end) }));
  return [...lines, ...outside].sort((a, b) => a.start - b.start).map(({ text }) => text.trim());
}

/** What `sh` runs in the result parses in busybox's ash, save as many texts as did not before. */
function shellViolations(before: string, after: string): string[] {
  if (before === after) return [];
  const [old, now] = [before, after].map((text) => ashScripts(text).filter((script) => !ashAccepts(script)));
  const gone = old?.filter((script) => !now?.includes(script)) ?? [];
  const fresh = now?.filter((script) => !old?.includes(script)) ?? [];
  return fresh.slice(gone.length).map((script) => `ash: ${script.slice(0, 300)}`);
}

/** The scripts that run in `sh`. */
export function ashScripts(text: string): string[] {
  return readBuild(parseDockerfile(text)).stages.flatMap(({ runs }) =>
    runs
      .filter(({ form, shell, script }) => {
        const forSh = /^(.*\/)?(sh|ash)$/.test(shell?.[0] ?? "sh");
        return (form === "shell" || form === "heredoc") && forSh && !/^#!(?!.*\b(sh|ash)\b)/.test(script.text);
      })
      .map(({ script }) => script.text),
  );
}

function leftoverViolations({ level, text, stages }: Conversion): string[] {
  if (level === "base") return [];
  return readBuild(parseDockerfile(text)).stages.flatMap(({ runs }, index) => {
    if (stages[index]?.outcome !== "converted") return [];
    const calls = runs.flatMap(({ script }) => script.commands.map(invocation));
    const called = calls
      .filter(({ name }) => debianOnly.has(name))
      .map(({ name, args }) => [name, ...args.map(({ text }) => text)].join(" "));
    // Also as a command in text for another shell, and in the JSON form.
    const quoted = runs.flatMap(({ form, cooked, script }) => {
      if (form !== "shell" && form !== "heredoc")
        return /["'](?:[^"'\n]*[;&|(])?\s*(?:sudo\s+)?apt(?:-get|itude)?["'\s][^"'\n]*/.exec(cooked.text) ?? [];
      const words = script.commands
        .map(invocation)
        .filter(({ name }) => /^((ba|da|a|z|k)?sh|su|runuser|eval|chroot|ssh|xargs|find|watch|parallel)$/.test(name))
        .flatMap(({ args }) => args.map(({ value }) => value));
      return words.filter((word) => /^(?:[\s\S]*[;&|(])?\s*(?:sudo\s+)?apt(?:-get|itude)?\s/.test(word));
    });
    return [...called, ...quoted].map((what) => `left over: ${what.slice(0, 200)}`);
  });
}

function firstDifference(expected: string, actual: string): string {
  const [a, b] = [expected.split("\n"), actual.split("\n")];
  const line = a.findIndex((content, index) => content !== b[index]);
  const at = line < 0 ? a.length : line;
  return `line ${at + 1} is ${JSON.stringify(b[at] ?? "absent")} instead of ${JSON.stringify(a[at] ?? "absent")}`;
}
