import type { AlpineIndex } from "./alpine-index";

/**
 * The packages with the libraries that stand behind `-dev` packages: what these depend on by name, as the index says no
 * more. Those of headers that other headers need are not among them: a program rarely links to these itself.
 */
export function linkedLibraries(names: readonly string[], index: AlpineIndex): string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  const queue = [...names];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const entry = index.entry(name) ?? index.entry(index.providers(name)[0]?.name ?? "");
    if (!entry?.name.endsWith("-dev") || seen.has(entry.name)) continue;
    seen.add(entry.name);
    const depends = entry.depends.map((word) => word.replace(/[<>=~].*$/, ""));
    const libraries = depends.filter(
      (one) => !one.endsWith("-dev") && index.hasLibraries(one) && !isProgram(one, index),
    );
    for (const library of libraries) found.add(library);
    // `jpeg-dev` is only another name of `libjpeg-turbo-dev`; of several headers the first are those it is for.
    const [headers] = depends.filter((one) => one.endsWith("-dev"));
    if (libraries.length === 0 && headers !== undefined) queue.push(headers);
  }
  return [...found].sort();
}

/** `python3` brings libpython, but what is built with its headers runs in it and does not link to it. */
function isProgram(name: string, index: AlpineIndex): boolean {
  return index.providers(`cmd:${name}`).some((provider) => provider.name === name);
}
