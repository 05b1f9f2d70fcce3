/** A module that `go.mod` requires. */
export interface GoModule {
  /** Without the `/v2` of its major version. */
  readonly path: string;
  readonly version: string;
  /** Only other modules are known to import it. */
  readonly indirect: boolean;
}

/** What `go.mod` requires, in blocks and on lines of their own. */
export function readGoMod(text: string): GoModule[] {
  const modules: GoModule[] = [];
  let inBlock = false;
  for (const line of text.split(/\r?\n/)) {
    const code = line.replace(/\/\/.*$/, "").trim();
    if (inBlock && code === ")") inBlock = false;
    else if (/^require\s*\($/.test(code)) inBlock = true;
    else {
      const [, path, version] = (inBlock ? /^(\S+)\s+(v\S+)$/ : /^require\s+(\S+)\s+(v\S+)$/).exec(code) ?? [];
      if (path === undefined || version === undefined) continue;
      modules.push({
        path: path.replace(/\/v\d+$/, ""),
        version: version.slice(1),
        indirect: /\/\/\s*indirect\b/.test(line),
      });
    }
  }
  return modules;
}
