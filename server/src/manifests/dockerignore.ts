import type { Workspace } from "../alpinize";

/** What the build context leaves out: the file named after the Dockerfile goes before `.dockerignore`. */
export function ignoredIn(workspace: Workspace | undefined): (path: string) => boolean {
  const own =
    workspace?.dockerfile === undefined ? undefined : workspace.readText(`${workspace.dockerfile}.dockerignore`);
  const text = own ?? workspace?.readText(".dockerignore");
  return text === undefined ? () => false : readDockerignore(text);
}

/** Says whether a path of the build context is left out by a `.dockerignore`. The last pattern that fits decides. */
export function readDockerignore(text: string): (path: string) => boolean {
  const patterns = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const negated = line.startsWith("!");
      const pattern = (negated ? line.slice(1) : line).trim().replace(/^\/+|\/+$/g, "");
      return { negated, fits: matcher(pattern) };
    });
  return (path) => {
    let ignored = false;
    for (const { negated, fits } of patterns) if (fits(path)) ignored = !negated;
    return ignored;
  };
}

/** A pattern fits the path itself and all that is below it, as Docker has it; `**` stands for any number of folders. */
export function matcher(pattern: string): (path: string) => boolean {
  const clean = pattern.replace(/^(\.\/)+/, "");
  if (clean === "" || clean.length > 500) return () => false;
  if (clean === ".") return () => true;
  const source = clean
    .split("/")
    .map((part) =>
      part === "**"
        ? "\0"
        : part
            .replace(/[.+^$(){}|[\]\\]/g, "\\$&")
            .replace(/\*+/g, "[^/]*")
            .replace(/\?/g, "[^/]"),
    )
    .join("/")
    .replace(/\0\//g, "(?:[^/]+/)*")
    .replace(/\0/g, ".*");
  const form = new RegExp(`^${source}(?:/.*)?$`);
  return (path) => form.test(path);
}
