import { type Analysis, analyze, type Finding, type Workspace } from "../../server/src/alpinize";
import { facts } from "../facts";

/** Files of a build context that exist in a test only, by their paths. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): Workspace {
  const clean = (path: string) => path.replace(/^(\.\/)+|\/+$/g, "");
  return {
    readText: (path) => {
      const file = files[clean(path)];
      return typeof file === "string" ? file : undefined;
    },
    readBytes: (path, offset, length) => {
      const file = files[clean(path)];
      const bytes = typeof file === "string" ? new TextEncoder().encode(file) : file;
      return bytes?.slice(offset, offset + length);
    },
    list: (path) => {
      const folder = clean(path) === "." || clean(path) === "" ? "" : `${clean(path)}/`;
      const below = Object.keys(files).filter((name) => name.startsWith(folder));
      if (below.length === 0) return undefined;
      return [...new Set(below.map((name) => name.slice(folder.length).split("/")[0] ?? ""))].sort();
    },
  };
}

export function analysisOf(text: string, files: Readonly<Record<string, string | Uint8Array>> = {}): Analysis {
  return analyze(text, { facts, workspace: folderOf(files) });
}

export function findingsOf(
  text: string,
  rule: string,
  files?: Readonly<Record<string, string | Uint8Array>>,
): readonly Finding[] {
  return analysisOf(text, files).findings.filter((finding) => finding.rule === rule);
}
