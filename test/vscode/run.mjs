// node test/vscode/run.mjs package|host|ui|electron ... : makes VS Code, the package and the tests ready, and runs them.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { packageExtension } from "../../scripts/package.mjs";
import { setup } from "./setup.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const kinds = ["package", "host", "ui", "electron"];
const wanted = process.argv.slice(2);
if (wanted.length === 0 || wanted.some((kind) => !kinds.includes(kind))) {
  console.error(`usage: node test/vscode/run.mjs ${kinds.join("|")} ...`);
  process.exit(2);
}

await setup();
run(fileURLToPath(new URL("../../node_modules/.bin/tsc", import.meta.url)), ["-p", here]);
await packageExtension();
await build({
  absWorkingDir: here,
  entryPoints: {
    host: "host/run.ts",
    ...Object.fromEntries(kinds.map((kind) => [`launch-${kind}`, `launch-${kind}.ts`])),
  },
  outdir: "dist",
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node20",
  sourcemap: "inline",
  external: ["vscode", "mocha", "playwright-core", "@vscode/test-electron"],
  logLevel: "warning",
});
for (const kind of wanted) {
  console.log(`VS Code, ${kind}`);
  run(process.execPath, ["--enable-source-maps", `${here}dist/launch-${kind}.js`]);
}

function run(program, args) {
  const { status } = spawnSync(program, args, { stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}
