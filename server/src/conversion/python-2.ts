import type { Instruction } from "../dockerfile/types";
import { aptNames, bareName } from "../model/apt-installed";
import type { Stage } from "../model/build";
import { callsOf } from "../model/calls";
import { withNested } from "../model/nested";
import type { Invocation } from "../shell/invocation";

/**
 * What takes the place of packages of Python 2 where Alpine has none. `left out`: nothing is seen to run Python 2.
 * `python3`: only node-gyp is, whose versions of today want Python 3. `own`: the image runs a Python under /usr/local, which
 * does not look for modules where Debian's packages put them.
 */
export type Python2Use = "left out" | "python3" | "own";

const python2Name = /^(?:lib)?python(?:2(?:\.7)?)?(?:-|$)/;

/** The interpreter with its headers; all else needs it. */
const interpreter = /^python(?:2(?:\.7)?)?(?:-(?:minimal|dev|all|all-dev))?$/;

/** What serves no purpose but to install and to find modules. */
const helper = /^python-(?:setuptools|pkg-resources|wheel|support|central|distribute)$/;

const tools = /^(?:make|gcc|g\+\+|build-essential)$/;

/** A name of Debian's that is Python 2's, as far as its form tells. */
export function isPython2(name: string): boolean {
  return python2Name.test(name) && name !== "python-is-python3";
}

/** How the stages of one image get on without Python 2; undefined where they run it, or may well. */
export function withoutPython2(stages: readonly Stage[]): Python2Use | undefined {
  const names = aptNames(stages.flatMap(({ runs }) => runs).flatMap(withNested)).map(bareName);
  const wanted = names.filter(isPython2);
  if (wanted.length === 0) return undefined;
  if (bringsPython(stages)) return runsDebiansPython(stages) ? undefined : "own";
  if (stages.some(runsPython)) return undefined;
  if (wanted.every((name) => interpreter.test(name)) && names.some((name) => tools.test(name)) && stages.some(runsNpm))
    return "python3";
  if (wanted.every((name) => helper.test(name))) return "left out";
  return stages.some(runsUnseen) ? undefined : "left out";
}

const program = /^(?:.*\/)?(?:python(?:2(?:\.7)?)?|pip(?:2(?:\.7)?)?|easy_install(?:-2\.7)?|virtualenv|ipython)$/;

/** The official images of Python, and what is built on them here. */
function bringsPython([root]: readonly Stage[]): boolean {
  return root?.base.official === "python";
}

/** Something names Debian's Python: by its path, or by a name that an image with a Python 3 of its own leaves to it. */
function runsDebiansPython(stages: readonly Stage[]): boolean {
  const isPython2 = /^2\b/.test(stages[0]?.base.reference?.tag ?? "");
  const debians = isPython2
    ? /^\/usr\/bin\/(?:python|pip|easy_install)/
    : /^\/usr\/bin\/(?:python|pip|easy_install)(?!3)|^(?:python|pip|easy_install-)2/;
  return stages.some(
    (stage) =>
      stage.runs
        .flatMap(callsOf)
        .some(
          ({ name, program: path, args }) => !isApt(name) && [path, ...args.map(({ value }) => value)].some(names),
        ) || stage.instructions.some((one) => one.name !== "RUN" && wordsOf(one).some(names)),
  );
  function names(word: string): boolean {
    return debians.test(word);
  }
}

/** Something names Python 2, or a file of Python's: a command, a variable, what is copied in. */
function runsPython(stage: Stage): boolean {
  const commands = startedBy(stage).some(
    ({ program: name, args, apt }) => !apt && [name, ...args].some((word) => program.test(word) || /\.py$/.test(word)),
  );
  return commands || stage.instructions.some(namesPython);
}

function namesPython(instruction: Instruction): boolean {
  const { name, heredocs } = instruction;
  if (name === "RUN") return heredocs.some(({ delimiter }) => /py/i.test(delimiter));
  const words = wordsOf(instruction);
  if (/^(?:CMD|ENTRYPOINT|HEALTHCHECK|ENV|ARG|SHELL)$/.test(name))
    return words.some((word) => program.test(word) || /\.py$|^PYTHON/.test(word) || /\bpython2?(?:\.7)?\s/.test(word));
  return /^(?:COPY|ADD)$/.test(name) && words.some((word) => /\.py$|(?:^|\/)requirements[\w.-]*\.txt$/.test(word));
}

function wordsOf({ args, json }: Instruction): readonly string[] {
  return json?.map(({ value }) => value) ?? args.text.split(/[\s='"]+/);
}

function runsNpm(stage: Stage): boolean {
  return startedBy(stage).some(({ program: name, args }) => {
    if (/^(?:node-gyp|yarn|pnpm)$/.test(name)) return true;
    return (
      name === "npm" && /^(?:i|install|ci|rebuild|add|update)$/.test(args.find((word) => !word.startsWith("-")) ?? "")
    );
  });
}

/** Scripts and builds that may run anything. */
function runsUnseen(stage: Stage): boolean {
  const runs = startedBy(stage).some(
    ({ program: name, args }) =>
      /^(?:make|cmake|ninja|scons|bazel|configure|bootstrap)$/.test(name) ||
      /^\.{0,2}\//.test(name) ||
      // `mv tool /usr/bin/`
      (/^(?:mv|cp|install)$/.test(name) && /\/s?bin(?:\/|$)/.test(args.at(-1) ?? "")) ||
      (name === "chmod" && args.some((word) => /^(?:[ugoa]*\+\w*x|0?[1357]\d\d|0?7\d\d)/.test(word))) ||
      (/^(?:ba|da)?sh$/.test(name) && args.some((word) => !word.startsWith("-"))),
  );
  return runs || stage.instructions.some(startsUnseen);
}

/** What the container starts is a script, or a program that is brought in. */
function startsUnseen({ name, args, json }: Instruction): boolean {
  const words = json?.map(({ value }) => value) ?? args.text.split(/\s+/);
  if (name === "COPY" || name === "ADD") return /\/s?bin(?:\/|$)/.test(words.at(-1) ?? "");
  if (name !== "CMD" && name !== "ENTRYPOINT") return false;
  return words.some((word) => /\.(?:sh|bash)$/.test(word) || /^\.?\/(?!usr\/s?bin\/|s?bin\/|etc\/)/.test(word));
}

interface Started {
  readonly program: string;
  readonly args: readonly string[];
  readonly apt: boolean;
}

function startedBy({ runs }: Stage): Started[] {
  return runs.flatMap(callsOf).map(startedAs);
}

function startedAs({ name, program: path, args }: Invocation): Started {
  return {
    program: /^\.{0,2}\//.test(path) && !/^\/(?:usr\/)?s?bin\//.test(path) ? path : name,
    args: args.map(({ value }) => value),
    apt: isApt(name),
  };
}

function isApt(name: string): boolean {
  return /^(?:apt|apt-get|aptitude|apt-mark|dpkg)$/.test(name);
}
