// Installs what a real VS Code needs here and makes the server inside code-server runnable: what code-server's own
// postinstall does, without its downloads and native builds. Does nothing when the stamp says it is done.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, "node_modules");

/** The VS Code tree inside code-server; what the launchers start. */
export const vscodeRoot = join(modules, "code-server/lib/vscode");

const npmFlags = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];

function npm(cwd, ...args) {
  execFileSync("npm", [...npmFlags, ...args], { cwd, stdio: ["ignore", "ignore", "inherit"] });
}

function link(target, at) {
  if (lstatSync(at, { throwIfNoEntry: false })) rmSync(at, { recursive: true });
  mkdirSync(dirname(at), { recursive: true });
  symlinkSync(target, at);
}

/** Output channels are files that this native module writes; without it they stay empty, and their tests are skipped. */
function compileLogWriter() {
  try {
    npm(vscodeRoot, "rebuild", "@vscode/spdlog", "--ignore-scripts=false");
  } catch {
    console.log("VS Code's log writer could not be compiled (a C++ compiler and Node's headers are needed).");
  }
}

export async function setup() {
  const stamp = join(modules, ".ready");
  const wanted = createHash("sha256")
    .update(readFileSync(join(here, "package-lock.json")))
    .update(readFileSync(fileURLToPath(import.meta.url)))
    .update(process.version)
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;

  npm(here, "ci");
  // `npm ci` refuses these two lock files (entries are missing in them); `install` takes what they pin.
  npm(vscodeRoot, "install", "--omit=dev");
  npm(join(vscodeRoot, "extensions"), "install", "--omit=dev");
  link("node_modules", join(vscodeRoot, "node_modules.asar"));
  // The workbench looks for ripgrep at a path that only its own install script would fill.
  const { rgPath } = await import("@vscode/ripgrep");
  link(rgPath, join(vscodeRoot, "node_modules/@vscode/ripgrep/bin/rg"));
  compileLogWriter();
  writeFileSync(stamp, wanted);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await setup();
  console.log(`VS Code is ready in ${vscodeRoot}`);
}
