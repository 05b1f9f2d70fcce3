import { closeSync, fstatSync, openSync, readdirSync, readSync, realpathSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { Workspace } from "./alpinize";

/** Manifests are far smaller; what is larger is no file that people or package managers write for us to read. */
const largestFile = 1_000_000;

/** Headers and tables of names are smaller. */
const largestPart = 65_536;

/**
 * The files beside a Dockerfile, for the core.
 * @param context absolute path of the folder that paths are relative to.
 * @param boundary absolute path of the folder that nothing is read outside of, links followed; it holds `context`.
 * @param dockerfile its path relative to the context, which a `.dockerignore` of its own is named after.
 */
export function folderWorkspace(context: string, boundary: string, dockerfile?: string): Workspace {
  /** The real path, or undefined when there is nothing or it is out of bounds. */
  const locate = (path: string): string | undefined => {
    if (!isConfined(path)) return undefined;
    const real = realpathSync(join(context, path));
    return isInside(realpathSync(boundary), real) ? real : undefined;
  };
  return {
    ...(dockerfile !== undefined && { dockerfile }),
    readText: (path) =>
      orUndefined(() => {
        const file = locate(path);
        return file === undefined ? undefined : readBounded(file);
      }),
    readBytes: (path, offset, length) =>
      orUndefined(() => {
        const file = locate(path);
        return file === undefined ? undefined : readPart(file, offset, Math.min(length, largestPart));
      }),
    list: (path) =>
      orUndefined(() => {
        const folder = locate(path);
        return folder === undefined ? undefined : readdirSync(folder).sort();
      }),
  };
}

/** Relative, and never a way up or to another drive. */
function isConfined(path: string): boolean {
  return !/^[/\\]|^[a-zA-Z]:|\0/.test(path) && !path.split(/[/\\]/).includes("..");
}

/** True for the folder itself and all that is below it. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && !/^[a-zA-Z]:/.test(way));
}

function readPart(file: string, offset: number, length: number): Uint8Array | undefined {
  if (!statSync(file).isFile()) return undefined;
  const descriptor = openSync(file, "r");
  try {
    const bytes = new Uint8Array(length);
    return bytes.subarray(0, readSync(descriptor, bytes, 0, length, offset));
  } finally {
    closeSync(descriptor);
  }
}

function readBounded(file: string): string | undefined {
  // Asked before opening: opening a pipe would wait for its other end.
  if (!statSync(file).isFile()) return undefined;
  const descriptor = openSync(file, "r");
  try {
    const { size } = fstatSync(descriptor);
    if (size > largestFile) return undefined;
    const bytes = new Uint8Array(size);
    return decode(bytes.subarray(0, readSync(descriptor, bytes, 0, size, 0)));
  } finally {
    closeSync(descriptor);
  }
}

/** UTF-8, or UTF-16 with a byte order mark as PowerShell's `pip freeze > requirements.txt` writes it. */
function decode(bytes: Uint8Array): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isUtf16 ? "utf-16le" : "utf-8").decode(bytes);
}

/** What cannot be read is absent: the core has no other use for the reason. */
function orUndefined<T>(read: () => T | undefined): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
