import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import type { Given } from "../model/build";
import { readBakeHcl, readBakeJson } from "./bake";
import { readCompose } from "./compose";
import { contextFolder, type Look } from "./context-folder";
import type { BuildDefinition } from "./definition";
import { readDevcontainer } from "./devcontainer";

type Reader = (text: string, file: string) => BuildDefinition[];

const files: readonly (readonly [string, Reader])[] = [
  ["compose.yaml", readCompose],
  ["compose.yml", readCompose],
  ["docker-compose.yaml", readCompose],
  ["docker-compose.yml", readCompose],
  ["docker-bake.hcl", readBakeHcl],
  ["docker-bake.json", readBakeJson],
  ["devcontainer.json", readDevcontainer],
  [".devcontainer.json", readDevcontainer],
  [join(".devcontainer", "devcontainer.json"), readDevcontainer],
];

/** How an image is built, as the files around its Dockerfile tell. */
export interface FoundBuild {
  /** Absolute path of the folder that COPY takes files from. */
  readonly context: string;
  /** The Dockerfile's path relative to the context, with slashes. */
  readonly dockerfile: string;
  /** Arguments and targets, of all that build this file, the nearest first. */
  readonly given: Given;
}

/**
 * Looks beside a Dockerfile and above it.
 * @param path absolute path of the Dockerfile.
 * @param boundary absolute path of the last folder to look in; nothing outside of it is a context.
 */
export function findBuild(path: string, boundary: string, look: Look): FoundBuild {
  const found: { context: string; definition: BuildDefinition }[] = [];
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    for (const [name, read] of files) {
      const text = look.readText(join(folder, name));
      if (text === undefined) continue;
      const base = dirname(join(folder, name));
      const shown = relative(boundary, join(folder, name)).split(sep).join("/");
      for (const definition of read(text, shown)) {
        const context = resolve(base, definition.context);
        const dockerfile = resolve(definition.besideFile ? base : context, definition.dockerfile);
        if (dockerfile === path && isWithin(boundary, context)) found.push({ context, definition });
      }
    }
    if (folder === boundary || folder === dirname(folder)) break;
  }
  const context = found[0]?.context ?? contextFolder(path, boundary, look);
  return {
    context,
    dockerfile: relative(context, path).split(sep).join("/"),
    given: givenBy(found.map(({ definition }) => definition)),
  };
}

function givenBy(definitions: readonly BuildDefinition[]): Given {
  return {
    args: definitions.flatMap(({ by, args }) => Object.entries(args).map(([name, value]) => ({ name, value, by }))),
    targets: definitions.map(({ target }) => target),
  };
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}
