import { type Invocation, invocation, isShell } from "../shell/invocation";
import type { ShellWord } from "../shell/types";
import { isPureOnPython2, pureGems, pureNode, purePython } from "./pure-packages";
import type { Run } from "./run";
import { workingFolder } from "./working-folder";

/** A command that compiles, or may compile, and so needs the build dependencies that stand there. */
export interface Consumer {
  readonly call: Invocation;
  /**
   * Folders that what it builds ends up in, relative ones to where the RUN starts; `/usr/local` is always looked at.
   * They may hold variables, globs and `~`; one that starts with a quote is a shell word already.
   */
  readonly roots: readonly string[];
}

type Reader = (words: readonly string[], place: Place) => readonly string[] | undefined;

interface Place {
  readonly run: Run;
  readonly call: Invocation;
  /** The folder the command works in, as `workingFolder` tells it; never `/`. */
  readonly folder: string | undefined;
  readonly family: string | undefined;
}

const pip: Reader = (words, place) => {
  const [verb, ...rest] = words;
  if (verb !== "install" && verb !== "wheel" && verb !== "download") return undefined;
  const operands = rest.filter(
    (word, at) =>
      !word.startsWith("-") &&
      !/^(-i|--index-url|--extra-index-url|--trusted-host|--timeout|--retries)$/.test(rest[at - 1] ?? ""),
  );
  const listed = rest.some((word) => /^(-r|--requirement|-e|--editable|-c|--group)\b/.test(word));
  const isPure = (word: string) => purePython.test(word) || (/2/.test(place.call.name) && isPureOnPython2(word));
  if (!listed && operands.length > 0 && operands.every((word) => isPure(word.replace(/^["']|["']$/g, ""))))
    return undefined;
  return [
    ...optionValues(rest, ["--target", "-t", "--prefix", "--root"]),
    ...(rest.includes("--user") ? ['"$HOME"/.local'] : []),
    ...editable(rest, place),
    ...pythonRoots(place),
  ];
};

/** `-e .`, `-e "./package[extra]"`: what is compiled stays beside its source. */
function editable(words: readonly string[], { folder }: Place): string[] {
  return words.flatMap((word, at) => {
    const value = /^(-e|--editable)$/.test(word) ? words[at + 1] : /^--editable=(.+)$/.exec(word)?.[1];
    const path = value?.replace(/^["']|["']$/g, "").replace(/\[.*\]$/, "");
    if (path === undefined || folder === undefined || !/^[\w./-]+$/.test(path)) return [];
    return path === "." ? [folder] : [absolute(path, folder).replace(/\/+$/, "")];
  });
}

function pythonRoots({ run, call, folder, family }: Place): string[] {
  const venv = run.variables.get("VIRTUAL_ENV");
  // `/venv/bin/pip install` works in /venv.
  const own = /^(.+)\/bin\/[^/]+$/.exec(call.program)?.[1];
  const made = run.script.commands.flatMap(
    ({ name, args }) =>
      venvFolder(
        name,
        args.map(({ value }) => value),
      ) ?? [],
  );
  const path = /(?:^|:)([^:]*venv[^:]*)\/bin(?::|$)/.exec(run.variables.get("PATH") ?? "")?.[1];
  const folders = [venv, own, path, ...made].filter(
    (one) => one !== undefined && !/^\/usr(\/local)?$/.test(one),
  ) as string[];
  return [
    ...new Set(folders.map((one) => absolute(one, folder))),
    ...(family === "python" ? [] : ["/usr/lib/python*"]),
  ];
}

/** `python -m venv DIR`, `virtualenv DIR`. */
function venvFolder(name: string, words: readonly string[]): string | undefined {
  const rest =
    name === "virtualenv"
      ? words
      : words[0] === "-m" && /^(venv|virtualenv)$/.test(words[1] ?? "")
        ? words.slice(2)
        : [];
  return rest.findLast((word, at) => !word.startsWith("-") && !/^(-p|--python)$/.test(rest[at - 1] ?? ""));
}

const node: Reader = (words, { folder }) => {
  const verb = words.find((word) => !word.startsWith("-"));
  if (verb !== undefined && !/^(install|i|ci|add|rebuild|clean-install|link|update|dedupe)$/.test(verb))
    return undefined;
  const operands = words.filter((word) => !word.startsWith("-")).slice(1);
  const global = words.some((word) => word === "-g" || word === "--global" || word === "global");
  if (operands.length > 0 && operands.every((word) => pureNode.test(word))) return undefined;
  return global || !folder ? [] : [`${folder}/node_modules`];
};

const bundle: Reader = (words, { run, folder, family }) => {
  const verb = words.find((word) => !word.startsWith("-"));
  if (verb !== undefined && verb !== "install" && verb !== "update") return undefined;
  const path = run.variables.get("BUNDLE_PATH") ?? optionValues(words, ["--path"])[0];
  return [...(path ? [absolute(path, folder)] : folder ? [`${folder}/vendor/bundle`] : []), ...rubyRoots({ family })];
};

/** The official images have theirs below /usr/local. */
function rubyRoots({ family }: Pick<Place, "family">): string[] {
  return family === "ruby" ? [] : ["/usr/lib/ruby*"];
}

const phpExtension: Reader = (_, { family }) => (family === "php" ? [] : ["/usr/lib/php*"]);

/** Alpine's R has one library, where Debian's has another for what is not installed by apt. */
const library: Reader = () => ["/usr/lib/R"];

const build: Reader = (words, { call, folder: outer }) => {
  const inner = /^(g?make|ninja|samu|meson)$/.test(call.name) ? folderOption(words) : undefined;
  const isElsewhere = inner !== undefined && (outer === undefined || /^[/$.]/.test(inner));
  const folder = isElsewhere ? absolute(inner, outer) : outer;
  const prefixes = optionValues(words, [
    "--prefix",
    "-DCMAKE_INSTALL_PREFIX",
    "-DCMAKE_INSTALL_PREFIX:PATH",
    "PREFIX",
    "prefix",
    "DESTDIR",
    "--target-dir",
    "--root",
  ]);
  const own = folder !== undefined && !/^\/(tmp|usr\/src)(\/|$)/.test(folder) ? [folder] : [];
  return [...prefixes, ...outputs(call, words), ...own];
};

/** `-o FILE` of compilers, where it names a place of its own; `-oFILE` too. */
function outputs({ name }: Invocation, words: readonly string[]): string[] {
  if (!/^(go|gcc|g\+\+|cc|c\+\+|clang|clang\+\+|ld|rustc|ghc|crystal)$/.test(name)) return [];
  return words
    .flatMap((word, at) => (word === "-o" ? (words[at + 1] ?? []) : (/^-o(?=[/$~])(.+)$/.exec(word)?.[1] ?? [])))
    .filter((path) => /^[/$~]/.test(path) && !path.startsWith("/dev/"));
}

/** Where `go install` and `cargo install` put programs, by default below the home. */
const installing =
  (folderOfPrograms: (place: Place) => string): Reader =>
  (words, place) => {
    const found = build(words, place);
    const verb = words.find((word) => !word.startsWith("-")) ?? "";
    const hasOwn = words.some((word) => /^--root(=|$)/.test(word));
    return found && /^(install|get)$/.test(verb) && !hasOwn ? [...found, folderOfPrograms(place)] : found;
  };

function goPrograms({ run, family }: Place): string {
  const own = run.variables.get("GOBIN");
  if (own) return own;
  const path = run.variables.get("GOPATH")?.replace(/:.*$/, "");
  return path ? `${path}/bin` : family === "golang" ? "/go/bin" : '"$HOME"/go/bin';
}

function cargoPrograms({ run, family }: Place): string {
  if (family === "rust") return "/usr/local/cargo/bin";
  const home = run.variables.get("CARGO_INSTALL_ROOT") ?? run.variables.get("CARGO_HOME");
  return home ? `${home}/bin` : '"$HOME"/.cargo/bin';
}

const only =
  (verbs: RegExp, reader: Reader): Reader =>
  (words, place) =>
    verbs.test(words.find((word) => !word.startsWith("-")) ?? "") ? reader(words, place) : undefined;

const whatever: Reader = () => [];

const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ["pipenv", only(/^(install|sync)$/, (_, place) => pythonRoots(place))],
  ["poetry", only(/^(install|add|sync|build)$/, (_, place) => pythonRoots(place))],
  ["pdm", only(/^(install|sync|add)$/, (_, place) => pythonRoots(place))],
  [
    "uv",
    only(/^(sync|pip|add|tool)$/, (_, place) => [
      ...(place.folder ? [`${place.folder}/.venv`] : []),
      ...pythonRoots(place),
    ]),
  ],
  ["easy_install", (_, place) => pythonRoots(place)],
  ["npm", node],
  ["yarn", node],
  ["pnpm", node],
  ["bun", node],
  ["node-gyp", (_, { folder }) => (folder ? [folder] : [])],
  ["bundle", bundle],
  ["bundler", bundle],
  [
    "gem",
    only(/^(install|update)$/, (words, place) =>
      words.slice(1).every((word) => /^(-|[0-9.]+$)/.test(word) || pureGems.has(word.replace(/:.*/, "")))
        ? undefined
        : rubyRoots(place),
    ),
  ],
  ["cargo", only(/^(build|install|test|chef|check)$/, installing(cargoPrograms))],
  ["go", only(/^(build|install|get|test|run|generate)$/, installing(goPrograms))],
  ["mix", only(/^(deps|do|compile|release|deps\.compile|deps\.get)/, build)],
  ["luarocks", only(/^(install|make|build)$/, whatever)],
  ["R", library],
  ["perl", (words, place) => (/(Makefile|Build)\.PL$/.test(words[0] ?? "") ? build(words, place) : undefined)],
  ["pecl", only(/^install$/, phpExtension)],
  ["phpize", phpExtension],
  ["pear", phpExtension],
]);

for (const name of ["pip", "pip2", "pip3"]) (readers as Map<string, Reader>).set(name, pip);
for (const name of ["docker-php-ext-install", "docker-php-ext-configure", "install-php-extensions", "cpan", "cpanm"]) {
  (readers as Map<string, Reader>).set(name, whatever);
}
for (const name of ["Rscript", "install.r", "install2.r", "installr"])
  (readers as Map<string, Reader>).set(name, library);
for (const name of [
  "make",
  "gmake",
  "cmake",
  "ninja",
  "meson",
  "scons",
  "gcc",
  "g++",
  "cc",
  "c++",
  "clang",
  "clang++",
  "configure",
  "Configure",
  "autogen.sh",
  "autoreconf",
  "autoconf",
  "bootstrap",
  "bootstrap.sh",
  "config",
  "qmake",
  "waf",
  "bazel",
  "rebar3",
  "rebar",
  "stack",
  "cabal",
  "ghc",
  "crystal",
  "shards",
  "rustc",
  "swift",
  "nim",
  "nimble",
  "dub",
  "b2",
  "bjam",
  "ld",
  "ar",
  "python-build",
  "ruby-build",
  "ruby-install",
  "pyenv",
  "rbenv",
  "buildconf",
]) {
  (readers as Map<string, Reader>).set(name, build);
}

/** The commands of a RUN that need build dependencies, in order. */
export function consumersOf(run: Run, family: string | undefined): Consumer[] {
  if (run.script.errors.length > 0) return [];
  return run.script.commands.flatMap((command) => consumerOf(run, invocation(command), family) ?? []);
}

function consumerOf(run: Run, call: Invocation, family: string | undefined): Consumer | undefined {
  const place: Place = { run, call, folder: folderOf(run, call), family };
  const roots = rootsOf(call.name, call.program, call.args, place);
  return roots && { call, roots: roots.filter(isReadable) };
}

/** Its only expansions are variables; `$(` in a WORKDIR, or half of a `${`, would be read as something else. */
function isReadable(path: string): boolean {
  return !/\$(?!\w|\{\w+\})|`/.test(path);
}

function rootsOf(
  name: string,
  program: string,
  args: readonly ShellWord[],
  place: Place,
): readonly string[] | undefined {
  const words = args.map(({ value }) => value);
  if (/^python[\d.]*$|^pypy3?$/.test(name)) {
    if (words[0] === "-m" && words[1] === "pip") return pip(words.slice(2), place);
    if (words[0] === "-m" && words[1] === "build") return [];
    return /(^|\/)setup\.py$/.test(words[0] ?? "")
      ? [...(build(words, place) ?? []), ...pythonRoots(place)]
      : undefined;
  }
  const known = name.replace(/^pip3\.\d+$/, "pip3");
  const reader = readers.get(known);
  if (reader) return reader(words, place);
  // A script of the user's: what it does is not known, so it may compile.
  const script = isShell(name) ? words.find((word) => !word.startsWith("-")) : program;
  const isScript =
    script !== undefined && (/\.(sh|bash)$/.test(script) || (/^\.{1,2}\//.test(script) && !script.endsWith("/")));
  return isScript && !/entrypoint|wait-for/.test(script) ? build(words, place) : undefined;
}

/** Where the command works, unless that may be the root of all files, which is too much to look through. */
function folderOf(run: Run, { span }: Invocation): string | undefined {
  const folder = workingFolder(run, span.start);
  return folder === undefined || /^\/$|^\.(\.|$)/.test(folder) ? undefined : folder;
}

function absolute(path: string, folder: string | undefined): string {
  if (/^[/$~]/.test(path) || folder === undefined) return path;
  return `${folder}/${path.replace(/^\.\//, "")}`;
}

/** `make -C DIR`, `make -CDIR`, `make --directory=DIR`. */
function folderOption(words: readonly string[]): string | undefined {
  const at = words.findIndex((word) => /^(-C|--directory)$/.test(word));
  if (at >= 0) return words[at + 1];
  return words.flatMap((word) => /^(?:-C|--directory=)(.+)$/.exec(word)?.[1] ?? [])[0];
}

/** Values of `--name=value` and `--name value`. */
function optionValues(words: readonly string[], names: readonly string[]): string[] {
  return words.flatMap((word, at) => {
    const [name = "", ...rest] = word.split("=");
    if (!names.includes(name)) return [];
    const value = rest.length > 0 ? rest.join("=") : words[at + 1];
    return value && value !== "/" && value.startsWith("/") ? [value] : [];
  });
}
