import { invocation } from "../shell/invocation";
import type { ShellCommand, Step } from "../shell/types";
import type { Outcome } from "./translation";

/** Where apt and Debian's tools keep repositories, keys and preferences, and what `locale-gen` is to make. */
const aptPlace =
  /(^|[=,:])\/(etc\/apt|usr\/share\/keyrings|etc\/dpkg|var\/lib\/apt|var\/cache\/apt|etc\/locale\.gen|etc\/default\/locale|var\/lib\/locales)(\/|$)/;
const keyTools: ReadonlySet<string> = new Set(["apt-key", "add-apt-repository", "apt-add-repository", "extrepo"]);
const shells = /^(ba|da|a)?sh$/;

/** Scripts that set up an apt repository and nothing else, by what their address holds. */
const setUpScripts: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/deb\.nodesource\.com\/setup_?([\w.]*)/, "NodeSource"],
  [/script\.deb\.sh/, "packagecloud"],
  [/dl\.cloudsmith\.io\/[^\s'"]*\/setup\.deb\.sh/, "Cloudsmith"],
  [/install\.meteor\.com\/deb|setup-repos\.sh|repo\.(?:mysql|percona|zabbix)\.(?:com|org)/, "the repository"],
  [/downloads\.mariadb\.com\/MariaDB\/mariadb_repo_setup|mariadb_repo_setup/, "MariaDB"],
  [/add-(?:google-)?cloud-ops-agent-repo/, "Google"],
  [/packages\.sury\.org|deb\.sury\.org/, "Sury"],
];

/**
 * A step that adds an apt repository, its key, or settings of apt: nothing on Alpine reads them. What is installed from the
 * repository is looked up in Alpine's own by name, and stops there when Alpine has nothing.
 */
export function aptRepository(step: Step, text: string): Outcome | undefined {
  const { pipeline } = step;
  if (pipeline.length === 0) return writesForApt(step, text) ? { remove: true } : undefined;
  if (pipeline.some(marksPackages)) return { remove: true };
  const script = setUpScript(pipeline);
  if (script) {
    return {
      remove: true,
      check: `The apt repository of ${script} is not used any more: Alpine's own packages take its place. Check that their versions are right.`,
    };
  }
  const repository =
    pipeline.some((command) => keyTools.has(invocation(command).name)) || pipeline.some(addsRepository);
  if (!repository && !pipeline.some(touchesApt)) return undefined;
  // `rm`, `sed` and the like on several files: only what is apt's alone goes as a whole.
  if (!repository && pipeline.some(touchesOthersToo)) return undefined;
  if (!repository) return { remove: true };
  return {
    remove: true,
    check:
      "An apt repository was added here, which apk cannot read: Alpine's own packages take its place. Check that their versions are right.",
  };
}

/** `{ echo ...; } > /etc/apt/preferences.d/x`. */
function writesForApt({ bodies, span }: Step, text: string): boolean {
  const end = bodies.at(-1)?.span.end;
  return end !== undefined && />>?\s*["']?\/etc\/apt\//.test(text.slice(end, span.end));
}

/** `find ... | xargs dpkg-query --search | ... | xargs apt-mark manual`: on Alpine, the virtual package says what is to go. */
function marksPackages({ name, args }: ShellCommand): boolean {
  return name === "xargs" && args.some(({ value }) => value === "apt-mark");
}

/** What postgresql-common brings, to be run with and without a shell before it. */
const pgdgScript = /\/pgdg\/apt\.postgresql\.org\.sh$/;

function setUpScript(pipeline: readonly ShellCommand[]): string | undefined {
  const isPgdg = pipeline
    .map(invocation)
    .some(({ name, program, args }) => pgdgScript.test(shells.test(name) ? (args[0]?.value ?? "") : program));
  if (isPgdg) return "PostgreSQL";
  const text = pipeline.flatMap(({ args }) => args.map(({ value }) => value)).join(" ");
  const found = setUpScripts.find(([pattern]) => pattern.test(text));
  if (!found) return undefined;
  const runs = pipeline.length > 1 && shells.test(invocation(pipeline.at(-1) as ShellCommand).name);
  const substituted = shells.test(invocation(pipeline[0] as ShellCommand).name);
  return runs || substituted ? found[1] : undefined;
}

/** `echo "deb https://..." >> /etc/apt/sources.list.d/x.list`, and keys put where apt looks for them. */
function addsRepository(command: ShellCommand): boolean {
  const targets = [
    ...command.redirects.flatMap(({ target }) => target?.value ?? []),
    ...command.args.map(({ value }) => value),
  ];
  return targets.some((target) =>
    /^\/etc\/apt\/(sources\.list\.d|keyrings|trusted\.gpg)|^\/usr\/share\/keyrings\//.test(target),
  );
}

function touchesApt(command: ShellCommand): boolean {
  if (command.name === "" && command.args.length === 0) {
    return (
      command.assignments.length > 0 && command.assignments.every(({ value }) => aptPlace.test(value?.value ?? ""))
    );
  }
  const words = [
    ...command.redirects.flatMap(({ target }) => target?.value ?? []),
    ...command.args.map(({ value }) => value),
  ];
  return words.some((word) => aptPlace.test(word));
}

function touchesOthersToo(command: ShellCommand): boolean {
  const words = command.args.map(({ value }) => value);
  // `/buster/d` is an expression of sed's, no path.
  const isExpression = (at: number) =>
    command.name === "sed" && /^(-[a-zA-Z]*e|--expression)$/.test(words[at - 1] ?? "");
  // `rm -rf build /var/lib/apt/lists/*`: files of the working folder are paths, too.
  const isPath = (word: string) => (command.name === "rm" ? !word.startsWith("-") : word.startsWith("/"));
  const paths = words.filter((word, at) => isPath(word) && !isExpression(at) && !isSedScript(command, at));
  return paths.length > 0 && !paths.every((path) => aptPlace.test(path));
}

/** The first operand of sed, when no option brings its expressions. */
function isSedScript({ name, args }: ShellCommand, at: number): boolean {
  if (name !== "sed" || args.some(({ value }) => /^(-[a-zA-Z]*e|--expression|-f|--file)/.test(value))) return false;
  return at === args.findIndex(({ value }) => !value.startsWith("-"));
}
