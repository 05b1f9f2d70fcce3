import { parse } from "smol-toml";
import type { Requirement } from "../requirement";
import { asRecord, asText, asTexts } from "../values";
import { appliesHere, normalName, readRequirement } from "./requirements";

/** The dependencies of `pyproject.toml`: of the project, and of Poetry's own section. Groups for development are left out. */
export function readPyproject(text: string, file: string, python?: string): Requirement[] {
  const root = orEmpty(() => parse(text));
  const project = asTexts(asRecord(root.project).dependencies).flatMap(
    (one) => readRequirement(one, file, python) ?? [],
  );
  const poetry = asRecord(asRecord(asRecord(root.tool).poetry).dependencies);
  return [...project, ...tableOf(poetry, file, python)];
}

/** One of the dependency groups of a `pyproject.toml`, with those that it includes (PEP 735). */
export function readDependencyGroup(text: string, group: string, file: string, python?: string): Requirement[] {
  const groups = new Map(
    Object.entries(asRecord(asRecord(orEmpty(() => parse(text)))["dependency-groups"])).map(([name, entries]) => [
      normalName(name),
      Array.isArray(entries) ? (entries as unknown[]) : [],
    ]),
  );
  const seen = new Set<string>();
  const read = (name: string): Requirement[] => {
    const entries = seen.has(name) ? [] : (groups.get(name) ?? []);
    seen.add(name);
    return entries.flatMap((entry) => {
      if (typeof entry === "string") return readRequirement(entry, file, python) ?? [];
      return read(normalName(asText(asRecord(entry)["include-group"]) ?? ""));
    });
  };
  return read(normalName(group));
}

/** The packages of a `Pipfile`. */
export function readPipfile(text: string, file: string, python?: string): Requirement[] {
  return tableOf(asRecord(orEmpty(() => parse(text)).packages), file, python);
}

/** Names with versions, as Poetry and Pipenv write them: `numpy = "^1.26"`, `numpy = { version = "*" }`. */
function tableOf(table: Record<string, unknown>, file: string, python: string | undefined): Requirement[] {
  return Object.entries(table).flatMap(([name, value]): Requirement[] => {
    const entry = asRecord(value);
    if (name === "python" || entry.path !== undefined || entry.optional === true) return [];
    if (!appliesHere(asText(entry.markers) ?? "", python)) return [];
    const version = asText(value) ?? asText(entry.version) ?? "";
    return [
      {
        ecosystem: "pip",
        name: normalName(name),
        version: version === "*" ? "" : version,
        extras: asTexts(entry.extras).map((extra) => extra.toLowerCase()),
        file,
      },
    ];
  });
}

/** The list behind `install_requires` of a `setup.py` or `setup.cfg`, when it is written out there. */
export function readSetup(text: string, file: string, python?: string): Requirement[] {
  const list = /install_requires\s*=\s*\[([^\]]{0,20000})\]/.exec(text)?.[1];
  if (list !== undefined)
    return [...list.matchAll(/["']([^"'\n]+)["']/g)].flatMap(
      ([, one = ""]) => readRequirement(one, file, python) ?? [],
    );
  const lines = /^install_requires\s*=[ \t]*\r?\n((?:[ \t]+.*\r?\n?)+)/m.exec(text)?.[1] ?? "";
  return lines.split(/\r?\n/).flatMap((line) => readRequirement(line.replace(/#.*/, ""), file, python) ?? []);
}

function orEmpty(read: () => unknown): Record<string, unknown> {
  try {
    return asRecord(read());
  } catch {
    return {};
  }
}
