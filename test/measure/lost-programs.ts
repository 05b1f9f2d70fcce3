import { readFileSync } from "node:fs";
import { join } from "node:path";
import { analyze, type Facts, type Workspace } from "../../server/src/alpinize";
import { parseDockerfile } from "../../server/src/dockerfile";
import type { Instruction } from "../../server/src/dockerfile/types";
import { compareReleases } from "../../server/src/facts/releases";
import { copiedTexts, type FileSource } from "../../server/src/manifests/copied-files";
import { aptInstalled } from "../../server/src/model/apt-installed";
import { readBuild, type Stage } from "../../server/src/model/build";
import { type Call, callsOf, isConditional } from "../../server/src/model/calls";
import { chain, instructionsOf } from "../../server/src/model/layers";
import { packageSource } from "../../server/src/model/package-source";
import { packageChanges } from "../../server/src/model/packages";
import { distributionOf, rootImage } from "../../server/src/model/platform";
import type { Run } from "../../server/src/model/run";
import { invocation } from "../../server/src/shell/invocation";
import { parseShell } from "../../server/src/shell/parse";
import { innerCalls } from "../../server/src/translations/busybox/inner-calls";

/** A program that a converted stage calls, that Debian's packages had there and that no package of Alpine's has. */
export interface Lost {
  readonly program: string;
  /** RUN, CMD, ENTRYPOINT, HEALTHCHECK, or COPY for a script. */
  readonly by: string;
  /** How it came to Debian's side: with the image, asked for by name, or as a dependency of that. */
  readonly from: "image" | "asked" | "dependency" | "recommended";
  /** Debian's package that has it. */
  readonly debian: string;
  /** The installed package on Debian's side that led to it; empty for the image. */
  readonly through: string;
  /** Alpine's packages that have it, in any release. */
  readonly alpine: readonly string[];
  /** The command may be left out when the program is missing. */
  readonly conditional: boolean;
}

const javas = ["default", "openjdk-8", "openjdk-11", "openjdk-17", "openjdk-21"];

/** Names that Debian's alternatives make are in no list of files; those of compilers and the like are in our own table. */
const alternatives: readonly (readonly [readonly string[], readonly string[]])[] = [
  [["java", "keytool"], javas.map((name) => `${name}-jre-headless`)],
  [["javac", "javadoc", "jar"], javas.map((name) => `${name}-jdk-headless`)],
  [
    ["vim", "vi"],
    ["vim", "vim-tiny", "vim-nox"],
  ],
  [
    ["nc", "netcat"],
    ["netcat-openbsd", "netcat-traditional"],
  ],
  [["awk"], ["mawk", "gawk"]],
  [["editor"], ["nano", "vim"]],
];

/** Who has which programs, on both sides. */
export class Programs {
  readonly #debian = new Map<string, string[]>();
  readonly #alpine = new Map<string, string[]>();
  readonly #described = new Set<string>();
  readonly #applets: ReadonlySet<string>;

  /** @param source the folder of gathered inputs that `npm run data` reads; @param tables the shipped ones. */
  constructor(source: string, tables: string) {
    for (const [name = "", , , programs = ""] of rowsOf(join(source, "debian/capabilities-bookworm.tsv")))
      for (const program of programs.split(" ").filter(Boolean)) push(this.#debian, program, name);
    for (const [program = "", debian = ""] of rowsOf(join(tables, "image-programs.tsv")))
      for (const name of debian.split(" ")) push(this.#debian, program, name);
    for (const [programs, names] of alternatives)
      for (const program of programs) for (const name of names) push(this.#debian, program, name);
    for (const [provide = "", name = ""] of rowsOf(join(tables, "alpine-provides.tsv")))
      if (provide.startsWith("cmd:")) {
        push(this.#alpine, provide.slice(4), name);
        this.#described.add(name);
      }
    this.#applets = new Set(rowsOf(join(source, "alpine/busybox-1.36.1.tsv")).map(([applet = ""]) => applet));
  }

  onDebian(program: string): readonly string[] {
    return this.#debian.get(program) ?? [];
  }

  onAlpine(program: string): readonly string[] {
    return this.#alpine.get(program) ?? [];
  }

  /** Some program of Alpine's package is known. */
  isDescribed(name: string): boolean {
    return this.#described.has(name);
  }

  inBusybox(program: string): boolean {
    return this.#applets.has(program);
  }
}

export interface Sides {
  readonly facts: Facts;
  readonly programs: Programs;
}

export interface StagesOf {
  /** Stages that stood on Debian or Ubuntu, and are converted as a whole. */
  readonly converted: number;
  readonly lost: readonly Lost[];
}

/** Converts one Dockerfile and looks for what its converted stages call in vain. */
export function lostPrograms(text: string, sides: Sides, workspace?: Workspace): StagesOf {
  const { facts } = sides;
  const conversion = analyze(text, { facts, workspace }).convert("single-run");
  const before = readBuild(parseDockerfile(text)).stages;
  const file = parseDockerfile(conversion.text);
  const after = readBuild(file).stages;
  // Stages that others stand on are told once, where they stand themselves.
  const pairs = before.flatMap((stage, index) => {
    const now = after[index];
    const isDebian = /^(debian|ubuntu)$/.test(distributionOf(stage, facts)?.name ?? "");
    const isConverted = conversion.stages[index]?.outcome === "converted";
    return now && isDebian && isConverted && distributionOf(now, facts)?.name === "alpine" ? [{ stage, now }] : [];
  });
  return {
    converted: pairs.length,
    lost: pairs.flatMap(({ stage, now }) => new StageOnAlpine(stage, now, sides, { file, workspace }).lost()),
  };
}

class StageOnAlpine {
  readonly #found = new Map<string, Lost>();
  readonly #debian: Origins;
  readonly #present: readonly string[];
  readonly #release: string;
  /** What apk was asked for up to the place that is looked at; a virtual package by its name. */
  readonly #world = new Map<string, readonly string[]>();

  constructor(
    before: Stage,
    private readonly now: Stage,
    private readonly sides: Sides,
    private readonly source: FileSource,
  ) {
    const { facts } = sides;
    this.#debian = originsOf(before, facts);
    const root = rootImage(now);
    this.#present = root ? facts.images.preinstalled(root.image, root.tag) : [];
    this.#release = distributionOf(now, facts)?.release ?? facts.alpine.newest;
  }

  lost(): readonly Lost[] {
    for (const stage of chain(this.now)) {
      const isOwn = stage === this.now;
      for (const run of stage.runs) this.#readRun(run, isOwn);
      if (!isOwn) continue;
      for (const instruction of stage.instructions) this.#readScripts(instruction);
      for (const start of stage.starts) for (const call of callsOf(start)) this.#read(call, start.command.name, []);
    }
    return [...this.#found.values()];
  }

  /** In the order of the text, with packages that come and go. */
  #readRun(run: Run, isOwn: boolean): void {
    const changes = new Map(packageChanges(run).map((change) => [change.call.command, change]));
    const calls = callsOf(run);
    const own = functionsOf(run);
    for (const call of calls) {
      const change = call.within === run ? changes.get(call.command) : undefined;
      const names = change?.names.map(({ name }) => name.replace(/[=<>~@].*$/, "")) ?? [];
      if (change?.manager === "apk" && change.action === "add") {
        if (change.virtual === undefined) for (const name of names) this.#world.set(name, [name]);
        else this.#world.set(change.virtual, names);
      } else if (change?.manager === "apk" && change.action === "remove")
        for (const name of names) this.#world.delete(name);
      else if (isOwn) this.#read(call, run.command.name, own);
    }
  }

  #readScripts(instruction: Instruction): void {
    if (!/^(COPY|ADD)$/.test(instruction.name)) return;
    const texts = copiedTexts(instruction, this.source);
    for (const text of texts) {
      if (!/^#!\s*(\/\S+\/)?(env\s+)?(\/\S+\/)?(ba|da|a)?sh\b/.test(text)) continue;
      const { commands } = parseShell(text);
      for (const command of commands)
        this.#read({ ...invocation(command), within: { host: undefined } } as Call, "COPY", []);
    }
  }

  #read(call: Call, by: string, own: readonly string[]): void {
    for (const { name, program } of innerCalls(call)) {
      const plain = program === name || /^(\/usr)?\/s?bin\/[^/]+$/.test(program);
      if (!plain || !/^[\w.+-]+$/.test(name) || builtins.has(name) || own.includes(name)) continue;
      if (this.#found.has(name) || this.#isThere(name) || this.#isMade(name, call)) continue;
      const origin = this.#debian(this.sides.programs.onDebian(name));
      if (!origin) continue;
      const alpine = this.sides.programs.onAlpine(name);
      this.#found.set(name, { program: name, by, ...origin, alpine, conditional: isConditional(call) });
    }
  }

  #isThere(program: string): boolean {
    const { facts, programs } = this.sides;
    if (programs.inBusybox(program) || ofBase.has(program)) return true;
    const root = rootImage(this.now);
    if (root && ofImages.get(facts.images.language(root.image, root.tag) ?? "")?.test(program)) return true;
    const listed = programs.onAlpine(program);
    // A link that leads out of its folder is in no index: what has no listed program at all may have this one.
    const meant = listed.length > 0 ? [] : programs.onDebian(program).flatMap((name) => this.#meaning(name));
    const having = [...listed, ...meant.filter((name) => !programs.isDescribed(name))];
    const world = [...this.#world.values()].flat();
    if (having.some((name) => this.#present.includes(name) || world.includes(name))) return true;
    const installed = facts.alpine.closure(world, this.#release, this.#present).packages.map(({ name }) => name);
    return installed.some((name) => hasUnlisted(program, name, this.#release) || having.includes(name));
  }

  #meaning(name: string): readonly string[] {
    const answer = this.sides.facts.names.toAlpine(name, { release: this.#release, family: undefined });
    return answer.kind === "packages" ? answer.packages : [];
  }

  /** A step before it, or a copied file, may bring it. */
  #isMade(program: string, call: Call): boolean {
    const word = new RegExp(`(^|[/="'])${program.replace(/[.+]/g, "\\$&")}\\b`);
    const copied = instructionsOf(this.now).some(
      ({ name, args }) =>
        /^(COPY|ADD)$/.test(name) &&
        new RegExp(`(^|[/\\s"])${program.replace(/[.+]/g, "\\$&")}(["\\s]|$)`).test(args.text),
    );
    const runs = chain(this.now).flatMap(({ runs }) => runs);
    const end = call.nameSpan.start;
    return (
      copied ||
      runs.some((run) =>
        callsOf(run).some(
          (other) =>
            (run !== call.within || other.span.end <= end) &&
            run.instruction.span.start <= (call.within.instruction?.span.start ?? Number.POSITIVE_INFINITY) &&
            /^(ln|cp|mv|install|curl|wget|chmod|tee|go|pip[\d.]*|npm|gem|cargo)$/.test(other.name) &&
            other.args.some(({ value }) => word.test(value)),
        ),
      )
    );
  }
}

/**
 * Programs that no index lists: `php83` has a link `php`, python3 held pip up to 3.11, and what leads to another place as a whole is not
 * among what a package provides.
 */
function hasUnlisted(program: string, name: string, release: string): boolean {
  if (/^pip3?$/.test(program))
    return /^(python3|py2-pip|py-pip|py3-pip)$/.test(name) && compareReleases(release, "3.12") < 0;
  if (/^(php|php-fpm|phpize)$/.test(program)) return /^php\d/.test(name);
  return program === name || (onJava.test(program) && /^openjdk\d/.test(name));
}

const onJava = /^(java|javac|javadoc|jar|keytool|jshell)$/;

type Origin = Pick<Lost, "from" | "debian" | "through">;
type Origins = (packages: readonly string[]) => Origin | undefined;

/** How one of some packages came to the Debian image of a stage. */
function originsOf(stage: Stage, facts: Facts): Origins {
  const root = rootImage(stage);
  const image = root?.image ?? "debian";
  const tag = root?.tag ?? "";
  const held = facts.images.preinstalled(image, tag);
  const base = new Set(held.length > 0 ? held : facts.images.preinstalled("debian", "bookworm"));
  const suite = packageSource(stage, facts)?.release ?? "bookworm";
  const asked = aptInstalled(stage);
  const by = (name: string, recommends: boolean) =>
    facts.debian.install([name], { suite, recommends, image, tag }).packages.map((one) => one.name);
  const isRecommended = chain(stage)
    .flatMap(({ runs }) => runs.flatMap(packageChanges))
    .some(({ manager, recommends }) => manager === "apt" && recommends);
  return (packages) => {
    const [inImage] = packages.filter((name) => base.has(name));
    if (inImage !== undefined) return { from: "image", debian: inImage, through: "" };
    const [named] = packages.filter((name) => asked.includes(name));
    if (named !== undefined) return { from: "asked", debian: named, through: named };
    for (const recommends of isRecommended ? [false, true] : [false]) {
      for (const through of asked) {
        const debian = packages.find((name) => by(through, recommends).includes(name));
        if (debian !== undefined) return { from: recommends ? "recommended" : "dependency", debian, through };
      }
    }
    return undefined;
  };
}

function functionsOf(run: Run): readonly string[] {
  return [...run.script.text.matchAll(/(?:^|[\s;])(?:function\s+)?([\w.-]+)\s*\(\s*\)/gm)].map(([, name = ""]) => name);
}

/** Of the shell, which has them without a file. */
const builtins: ReadonlySet<string> = new Set(
  "alias bg break builtin cd command continue declare dirs disown echo enable eval exec exit export fc fg getopts hash help history jobs kill let local logout mapfile popd printf pushd pwd read readarray readonly return set shift shopt source suspend test time times trap true type typeset ulimit umask unalias unset wait".split(
    " ",
  ),
);

/** In Alpine's base beside busybox, by names that no index lists. */
const ofBase: ReadonlySet<string> = new Set(
  "apk getconf getent iconv ldconfig ldd locale scanelf ssl_client sh [ [[".split(" "),
);

/** What images hold beside their packages, by their language. */
const ofImages: ReadonlyMap<string, RegExp> = new Map([
  ["python", /^(python[\d.]*|pip[\d.]*|pydoc[\d.]*|idle[\d.]*|python[\d.]*-config|wheel|2to3[\d.-]*)$/],
  ["node", /^(node|nodejs|npm|npx|yarn|yarnpkg|corepack)$/],
  ["ruby", /^(ruby|gem|bundle|bundler|rake|irb|erb|ri|rdoc|racc|rbs)$/],
  ["perl", /^(perl|cpan|cpanm|prove|perldoc|pod2\w+)$/],
  ["php", /^(php|php-fpm|php-config|phpize|pear|pecl|phar|phar\.phar|phpdbg|docker-php-.*|composer)$/],
  ["golang", /^(go|gofmt)$/],
  ["rust", /^(rustc|cargo|rustup|rustdoc|rustfmt)$/],
  ["openjdk", /^(java\w*|jar|jarsigner|keytool|jshell|j\w+)$/],
  ["eclipse-temurin", /^(java\w*|jar|jarsigner|keytool|jshell|j\w+)$/],
  ["maven", /^(mvn|java\w*|jar|keytool)$/],
  ["elixir", /^(elixir|mix|iex|erl|erlc)$/],
  ["erlang", /^(erl|erlc|escript|rebar3?)$/],
  ["httpd", /^(httpd|apachectl|apxs|ab|htpasswd)$/],
  ["nginx", /^(nginx|njs)$/],
  ["redis", /^redis-\w+$/],
  ["postgres", /^(pg_\w+|psql|postgres|initdb|createdb|createuser|gosu)$/],
  ["tomcat", /^(java\w*|jar|keytool|catalina\.sh)$/],
  ["haproxy", /^haproxy$/],
]);

function push(map: Map<string, string[]>, key: string, value: string): void {
  const known = map.get(key);
  if (!known) map.set(key, [value]);
  else if (!known.includes(value)) known.push(value);
}

function rowsOf(path: string): readonly (readonly string[])[] {
  const [, ...lines] = readFileSync(path, "utf8").split("\n");
  return lines.filter(Boolean).map((line) => line.split("\t"));
}
