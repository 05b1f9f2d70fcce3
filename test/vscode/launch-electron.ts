// Runs the same extension-host suite in a desktop VS Code. Where none can be had the run is skipped by name:
// it never falls back to another VS Code.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } from "@vscode/test-electron";
import { type Results, report } from "./harness/mocha";
import { here, repository, vsix } from "./harness/paths";
import { makeFlaskFolder, makeFolder } from "./harness/workspace";

async function main(): Promise<boolean> {
  const vscodeExecutablePath = hasDisplay() ? (process.env.VSCODE_EXECUTABLE ?? (await download())) : undefined;
  if (!vscodeExecutablePath) return process.env.ALPINIZE_REQUIRE_ELECTRON === undefined;
  const profile = makeFolder("electron");
  const workspace = makeFlaskFolder();
  const file = join(profile.path, "results.json");
  const folders = [`--user-data-dir=${profile.path}/user`, `--extensions-dir=${profile.path}/extensions`];
  try {
    const [cli, ...args] = resolveCliArgsFromVSCodeExecutablePath(vscodeExecutablePath, { reuseMachineInstall: true });
    const install = spawnSync(cli as string, [...args, ...folders, "--install-extension", vsix, "--force"], {
      encoding: "utf8",
    });
    if (install.status !== 0) throw new Error(`${vsix} could not be installed:\n${install.stdout}${install.stderr}`);
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: join(here, "shell"),
      extensionTestsPath: join(here, "dist/host.js"),
      launchArgs: [workspace.path, ...folders, "--disable-workspace-trust", "--no-sandbox"],
      extensionTestsEnv: { ALPINIZE_TEST_RESULTS: file },
    }).catch((error) => console.log(String(error)));
    const results: Results = JSON.parse(readFileSync(file, "utf8"));
    return report(results);
  } finally {
    workspace.remove();
    profile.remove();
  }
}

function hasDisplay(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform !== "linux" || DISPLAY || WAYLAND_DISPLAY) return true;
  skip("there is no display. Run it under xvfb-run.");
  return false;
}

async function download(): Promise<string | undefined> {
  try {
    return await downloadAndUnzipVSCode({ cachePath: join(repository, ".vscode-test") });
  } catch (error) {
    skip(`it could not be downloaded (${String(error)}). Set VSCODE_EXECUTABLE to a VS Code on this machine.`);
    return undefined;
  }
}

function skip(why: string): void {
  console.log(`  skip  the suite in a desktop VS Code: ${why}`);
  console.log("0 passed, 0 failed, 1 skipped");
}

main().then(
  (good) => process.exit(good ? 0 : 1),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
