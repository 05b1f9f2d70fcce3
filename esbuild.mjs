// Bundles the three faces into dist/, with the notices of what they bundle. `--production` minifies and leaves the source maps out.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { thirdPartyNotices } from "./scripts/third-party-notices.mjs";

const root = fileURLToPath(new URL(".", import.meta.url));

/** What ships, by the name of its file in dist/. */
export const faces = {
  client: { entry: "client/src/extension.ts", external: ["vscode"] },
  server: { entry: "server/src/server.ts", external: [] },
  cli: { entry: "server/src/cli.ts", external: [], banner: { js: "#!/usr/bin/env node" } },
};

/** @returns esbuild's result with its metafile; with `write: false` nothing is written. */
export function bundle(name, { production = false, write = true } = {}) {
  const { entry, ...own } = faces[name];
  return build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: `dist/${name}.js`,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    // Its main file asks for its parts in a way that no bundler can follow.
    alias: { "jsonc-parser": "jsonc-parser/lib/esm/main.js" },
    minify: production,
    sourcemap: production ? false : "linked",
    // The whole licence texts go into third-party-notices.txt.
    legalComments: "none",
    metafile: true,
    write,
    logLevel: "warning",
    ...own,
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const production = process.argv.includes("--production");
  const results = await Promise.all(Object.keys(faces).map((name) => bundle(name, { production })));
  const notices = thirdPartyNotices(
    root,
    results.map(({ metafile }) => metafile),
  );
  writeFileSync(new URL("dist/third-party-notices.txt", import.meta.url), notices);
}
