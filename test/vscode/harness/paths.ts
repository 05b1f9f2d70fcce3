import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Folder of these tests; the bundles that read this stand in its dist/. */
export const here = join(__dirname, "..");

export const repository = join(here, "../..");

/** The VS Code tree that setup.mjs makes ready. */
export const vscodeRoot = join(here, "node_modules/code-server/lib/vscode");

/** Whether this VS Code can fill output channels: setup.mjs says when it cannot. */
export const outputChannelsWork = existsSync(join(vscodeRoot, "node_modules/@vscode/spdlog/build/Release/spdlog.node"));

/** The packaged extension. */
export const vsix = join(repository, `alpinize-${version()}.vsix`);

/** Screenshots and logs of a run; not committed. */
export const artefacts = join(repository, "artefacts");

function version(): string {
  const manifest: { version: string } = JSON.parse(readFileSync(join(repository, "package.json"), "utf8"));
  return manifest.version;
}
