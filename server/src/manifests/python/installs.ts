import { type PipCall, pipCall } from "../../model/pip-call";
import type { Invocation } from "../../shell/invocation";
import type { ShellWord } from "../../shell/types";
import type { Place, Read } from "../place";
import type { Requirement } from "../requirement";
import { readPipfileLock, readTomlLock } from "./lock-files";
import { readDependencyGroup, readPipfile, readPyproject, readSetup } from "./project-files";
import { readRequirement, readRequirements } from "./requirements";

/** Includes of includes are followed this deep; real projects have two or three. */
const deepest = 8;

/** Options of pip that take a value in the next word. */
const valued =
  /^(-c|--constraint|-i|--index-url|--extra-index-url|-f|--find-links|-t|--target|--prefix|--root|--trusted-host|--timeout|--retries|--proxy|--cert|--platform|--python-version|--progress-bar|--no-binary|--only-binary|--cache-dir|--src|--log|-w|--wheel-dir|--upgrade-strategy|--config-settings)$/;

/** What a command of pip, uv, Poetry or Pipenv installs, as far as its words and the files it reads tell. */
export function pythonInstalls(call: Invocation, place: Place): Read[] | undefined {
  const pip = pipOf(call);
  if (pip) return pip.verb === "install" || pip.verb === "wheel" ? pipInstalls(pip.rest, place) : undefined;
  const verb = call.args.find(({ value }) => !value.startsWith("-"))?.value;
  const all = (requirements: readonly Requirement[]) =>
    requirements.map((requirement) => ({ requirement, span: call.nameSpan }));
  switch (call.name) {
    case "poetry":
      return verb === "install" || verb === "sync"
        ? all(projectOf(place, ["poetry.lock", "pyproject.toml"]))
        : undefined;
    case "uv":
      return verb === "sync" ? all(projectOf(place, ["uv.lock", "pyproject.toml"])) : undefined;
    case "pipenv":
      return verb === "install" || verb === "sync" ? all(projectOf(place, ["Pipfile.lock", "Pipfile"])) : undefined;
    default:
      return undefined;
  }
}

/** `uv pip install` reads its words as pip does. */
function pipOf(call: Invocation): PipCall | undefined {
  const pip = pipCall(call);
  if (pip || call.name !== "uv" || call.args[0]?.value !== "pip") return pip;
  const verbWord = call.args[1];
  return verbWord && { verb: verbWord.value, verbWord, rest: call.args.slice(2) };
}

function pipInstalls(words: readonly ShellWord[], place: Place): Read[] {
  const found: Read[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as ShellWord;
    const { value, span } = word;
    const inline = /^(?:--requirement=|-r=?)(.+)$/.exec(value)?.[1];
    const file = inline ?? (/^(-r|--requirement)$/.test(value) ? words[++at]?.value : undefined);
    const project = /^(-e|--editable)$/.test(value) ? words[++at]?.value : value;
    const group = /^--group=(.+)$/.exec(value)?.[1] ?? (value === "--group" ? words[++at]?.value : undefined);
    if (group !== undefined) {
      for (const requirement of groupOf(group, place)) found.push({ requirement, span });
    } else if (file !== undefined) {
      for (const requirement of requirementsOf(file, place)) found.push({ requirement, span });
    } else if (valued.test(value)) at++;
    else if (project !== undefined && /^\.{0,2}(\/|\[|$)|^\.$/.test(project)) {
      const folder = project.replace(/\[.*\]$/, "");
      if (/\.(whl|tar\.gz|zip)$/.test(folder)) continue;
      for (const requirement of projectOf(place, ["pyproject.toml", "setup.py", "setup.cfg"], folder))
        found.push({ requirement, span });
    } else if (!value.startsWith("-") && !/^(git\+|https?:)/.test(value)) {
      const requirement = readRequirement(value, undefined, place.python);
      if (requirement) found.push({ requirement, span });
    }
  }
  return found;
}

function requirementsOf(path: string, place: Place, depth = 0, seen = new Set<string>()): Requirement[] {
  const file = depth > deepest || seen.has(path) ? undefined : place.read(path);
  if (!file) return [];
  seen.add(path);
  const { requirements, includes } = readRequirements(file.text, file.path, place.python);
  const folder = path.includes("/") ? `${path.slice(0, path.lastIndexOf("/"))}/` : "";
  return [
    ...requirements,
    ...includes.flatMap((include) =>
      requirementsOf(`${include.startsWith("/") ? "" : folder}${include}`, place, depth + 1, seen),
    ),
  ];
}

/** What `pip install --group NAME` or `--group FILE:NAME` takes from a `pyproject.toml`. */
function groupOf(word: string, place: Place): Requirement[] {
  const [, path = "pyproject.toml", name = ""] = /^(?:(.*):)?(.*)$/.exec(word) ?? [];
  const file = place.read(path);
  return file ? readDependencyGroup(file.text, name, file.path, place.python) : [];
}

/** The first of these files that is there and names something. */
function projectOf(place: Place, names: readonly string[], folder = "."): Requirement[] {
  for (const name of names) {
    const file = place.read(folder === "." || folder === "" ? name : `${folder.replace(/\/+$/, "")}/${name}`);
    const found = file ? readers[name]?.(file.text, file.path, place.python) : undefined;
    if (found && found.length > 0) return found;
  }
  return [];
}

const readers: Readonly<Record<string, (text: string, file: string, python?: string) => Requirement[]>> = {
  "poetry.lock": readTomlLock,
  "uv.lock": readTomlLock,
  "Pipfile.lock": readPipfileLock,
  Pipfile: readPipfile,
  "pyproject.toml": readPyproject,
  "setup.py": readSetup,
  "setup.cfg": readSetup,
};
