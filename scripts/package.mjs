// Packs what ships into alpinize-<version>.vsix. vsce runs the production build first (`vscode:prepublish`).
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createVSIX } from "@vscode/vsce";

const root = fileURLToPath(new URL("..", import.meta.url));
const { name, version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

/** Where the package stands after `packageExtension`. */
export const vsix = fileURLToPath(new URL(`../${name}-${version}.vsix`, import.meta.url));

export async function packageExtension() {
  await createVSIX({
    cwd: root,
    packagePath: vsix,
    // esbuild has put what we need of node_modules into dist/.
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
    // The scan for secrets takes the Alpine package xapp-symbolic-icons in the tables for a token of Slack.
    allowPackageSecrets: ["slack"],
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await packageExtension();
  console.log(vsix);
}
