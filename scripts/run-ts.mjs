// Runs a TypeScript file: `node scripts/run-ts.mjs FILE [ARGUMENT ...]`. It is bundled into a temporary file first.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const [entry, ...rest] = process.argv.slice(2);
if (!entry) throw new Error("Say which TypeScript file to run.");

const folder = mkdtempSync(join(tmpdir(), "run-ts-"));
try {
  const outfile = join(folder, "main.mjs");
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "warning",
    // A CommonJS library in the bundle asks for modules of Node.js by `require`.
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  });
  process.argv = [process.argv[0], resolve(entry), ...rest];
  await import(pathToFileURL(outfile).href);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
