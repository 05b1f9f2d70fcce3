import { basename, dirname, join } from "node:path";
import { parseDockerfile } from "../dockerfile";

/** What is looked at, by absolute paths; undefined for what is not there. */
export interface Look {
  readText(path: string): string | undefined;
  list(path: string): readonly string[] | undefined;
}

/** A file names far fewer; more would not tell more. */
const mostSources = 50;

/**
 * Where `docker build -f docker/Dockerfile .` takes its files from, when nothing says so: the folder from the Dockerfile's own
 * up to the boundary that holds most of what COPY and ADD name, the nearest of several.
 */
export function contextFolder(path: string, boundary: string, look: Look): string {
  const own = dirname(path);
  const sources = sourcesOf(look.readText(path) ?? "");
  let best = { folder: own, held: held(own, sources, look) };
  for (let folder = own; best.held < sources.length && folder !== boundary && folder !== dirname(folder); ) {
    folder = dirname(folder);
    const count = held(folder, sources, look);
    if (count > best.held) best = { folder, held: count };
  }
  return best.folder;
}

function held(folder: string, sources: readonly string[], { list }: Look): number {
  return sources.filter((source) => {
    const path = join(folder, source);
    return list(dirname(path))?.includes(basename(path)) ?? false;
  }).length;
}

/** Of the build context, without what only the builder knows and without the context itself. */
function sourcesOf(text: string): readonly string[] {
  const sources = parseDockerfile(text)
    .instructions.filter(({ name, flags }) => (name === "COPY" || name === "ADD") && !flags.some(isFrom))
    .flatMap(({ json, words }) => (json ?? words).slice(0, -1))
    .map(({ value }) => value.replace(/^(\.?\/)+|\/+$/g, ""))
    .filter((value) => !/^\.{0,2}$|^<<|^\w+:\/\/|[*?[$]|(^|\/)\.\.(\/|$)/.test(value));
  return [...new Set(sources)].slice(0, mostSources);
}

function isFrom({ name }: { readonly name: string }): boolean {
  return name === "from";
}
