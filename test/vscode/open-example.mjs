// Opens examples/flask in a real VS Code with the extension installed: the desktop's where `code` is on the PATH,
// else the one inside code-server, in whatever browser opens the printed address.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { packageExtension, vsix } from "../../scripts/package.mjs";
import { setup } from "./setup.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const example = fileURLToPath(new URL("../../examples/flask", import.meta.url));
if (!existsSync(example)) throw new Error(`${example} is not there`);

// A copy, so that what is tried out changes no file of the repository.
const folder = join(mkdtempSync(join(tmpdir(), "alpinize-example-")), "flask");
cpSync(example, folder, { recursive: true });
await packageExtension();

const shell = process.platform === "win32";
if (spawnSync("code", ["--version"], { stdio: "ignore", shell }).status === 0) {
  spawnSync("code", ["--install-extension", vsix, "--force"], { stdio: "inherit", shell });
  spawnSync("code", ["--new-window", folder, join(folder, "Dockerfile")], { stdio: "inherit", shell });
} else {
  await setup();
  await build({
    absWorkingDir: here,
    entryPoints: ["harness/vscode-server.ts"],
    outdir: "dist",
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    logLevel: "warning",
  });
  const { default: harness } = await import("./dist/vscode-server.js");
  const server = await harness.startVscodeServer({ vsix: [vsix] });
  console.log(`\nOpen ${server.address(folder)} in a browser, then the Dockerfile in it. Ctrl+C ends it.`);
  const end = async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, end);
}
