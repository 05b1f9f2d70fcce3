import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

interface Bundler {
  bundle(face: string, options: { write: false }): Promise<{ outputFiles: { path: string; contents: Uint8Array }[] }>;
}

/**
 * Builds a face from the sources as they are now, and gives the path of the file in dist/.
 * An equal file is left alone and a new one moved into place, as other tests may be running the old one.
 */
export async function built(face: "server" | "cli"): Promise<string> {
  const { bundle }: Bundler = await import(join(root, "esbuild.mjs"));
  const { outputFiles } = await bundle(face, { write: false });
  for (const { path, contents } of outputFiles) {
    if (isEqual(path, contents)) continue;
    mkdirSync(dirname(path), { recursive: true });
    const waiting = `${path}.${process.pid}`;
    writeFileSync(waiting, contents, { mode: 0o755 });
    renameSync(waiting, path);
  }
  return join(root, "dist", `${face}.js`);
}

function isEqual(path: string, contents: Uint8Array): boolean {
  try {
    return readFileSync(path).equals(contents);
  } catch {
    return false;
  }
}
