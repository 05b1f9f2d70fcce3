import type { Requirement } from "../requirement";

/** A file of requirements, read line by line. */
export interface RequirementsFile {
  readonly requirements: readonly Requirement[];
  /** Other files of this kind that it names, as written. */
  readonly includes: readonly string[];
}

/**
 * What `pip install -r` reads: names with extras, versions, markers, hashes and continuations. Constraints, addresses and
 * folders name nothing that could be told from here.
 * @param python `3.13`, for markers; undefined when it is not known.
 */
export function readRequirements(text: string, file: string, python?: string): RequirementsFile {
  const requirements: Requirement[] = [];
  const includes: string[] = [];
  for (const line of text
    .replace(/^\uFEFF/, "")
    .replace(/\\\r?\n/g, " ")
    .split(/\r?\n/)) {
    const clean = line.replace(/(^|\s)#.*$/, "").trim();
    const include = /^(?:-r|--requirement)[=\s]*(\S+)/.exec(clean)?.[1];
    if (include) includes.push(include);
    else if (clean !== "" && !clean.startsWith("-")) {
      const requirement = readRequirement(clean.replace(/\s--\w.*$/, ""), file, python);
      if (requirement) requirements.push(requirement);
    }
  }
  return { requirements, includes };
}

/** One requirement, as PEP 508 has it; undefined for addresses, folders, and what is for another system. */
export function readRequirement(text: string, file: string | undefined, python?: string): Requirement | undefined {
  const match = /^([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)\s*(?:\[([^\]]*)\])?\s*([^;@]*)(@[^;]*)?(?:;(.*))?$/.exec(
    text.trim(),
  );
  if (!match) return undefined;
  const [, name = "", extras = "", range = "", address, marker = ""] = match;
  if (!/^[\s()]*([<>=~!].*)?$/.test(range) || !appliesHere(marker, python)) return undefined;
  return {
    ecosystem: "pip",
    name: normalName(name),
    version: range.replace(/[()\s]/g, ""),
    extras: extras
      .split(",")
      .map((extra) => extra.trim().toLowerCase())
      .filter(Boolean),
    // An address brings some version that its name may not tell.
    ...(address !== undefined &&
      /\.whl\b/.test(address) && { builds: { musl: /musllinux|-any\.whl/.test(address), glibc: true, source: false } }),
    file,
  };
}

export function normalName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, "-");
}

/** False only when a marker says clearly that the requirement is for another system or another Python. */
export function appliesHere(marker: string, python: string | undefined): boolean {
  if (/\bor\b/.test(marker)) return true;
  return marker.split(/\band\b/).every((part) => {
    const match =
      /(sys_platform|platform_system|os_name|python_version|platform_machine)\s*(==|!=|<=|>=|<|>)\s*["']([^"']*)["']/.exec(
        part,
      );
    if (!match) return true;
    const [, variable = "", operator = "", value = ""] = match;
    if (variable === "python_version") return python === undefined || holds(python, operator, value);
    const ours = { sys_platform: "linux", platform_system: "Linux", os_name: "posix", platform_machine: "x86_64" }[
      variable
    ];
    if (variable === "platform_machine") return true;
    if (operator === "==") return value === ours || (variable === "sys_platform" && value.startsWith("linux"));
    return operator === "!=" ? value !== ours : true;
  });
}

function holds(left: string, operator: string, right: string): boolean {
  const [a, b] = [left, right].map((version) => version.split(".").map(Number));
  const order = ((a?.[0] ?? 0) - (b?.[0] ?? 0)) * 1000 + ((a?.[1] ?? 0) - (b?.[1] ?? 0));
  switch (operator) {
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
    case "!=":
      return order !== 0;
    default:
      return order === 0;
  }
}
