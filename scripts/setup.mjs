// Makes a fresh machine ready, for `npm start` and `npm test`: nothing but Node may be there before it has run.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

const oldestNode = 20;

/** Programs the tests run, any one of `names` being enough, and the Debian packages that bring them. */
const tools = [
  { names: ["git"], packages: ["git"], use: "patches are applied by it" },
  { names: ["script"], packages: ["bsdutils"], use: "the command line is tested on a terminal" },
  { names: ["busybox"], packages: ["busybox-static"], use: "shell text we write is run in its ash" },
  { names: ["scanelf"], packages: ["pax-utils"], use: "the shell text that keeps run-time libraries runs it" },
  { names: ["gcc"], packages: ["gcc", "libc6-dev"], use: "compiled files to look at are made with it" },
  { names: ["musl-gcc"], packages: ["musl-tools"], use: "compiled files for musl are made with it" },
  { names: ["docker-registry"], packages: ["docker-registry"], use: "sizes of images are read from it" },
  {
    names: ["chromium", "chromium-browser", "google-chrome"],
    packages: ["chromium", "fonts-dejavu-core"],
    use: "VS Code is shown and driven in it",
  },
];

/** Whether a missing tool is a failure: where nobody can install it between two runs. */
export const isStrict = Boolean(process.env.CI);

/** Installs what package-lock.json pins, unless that was done. */
export function installDependencies() {
  const [major = 0] = process.versions.node.split(".").map(Number);
  if (major < oldestNode) fail(`Node ${process.versions.node} is too old: Alpinize needs Node ${oldestNode} or newer.`);
  const stamp = join(root, "node_modules/.installed-lock");
  const wanted = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .update(process.version)
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  console.log("Installing the packages that package-lock.json pins ...");
  const npm = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  if (npm.status !== 0) fail("npm ci failed; its own message stands above.");
  writeFileSync(stamp, wanted);
}

/**
 * Installs the programs that the tests run, on Debian and Ubuntu as root; elsewhere says what to install.
 * @returns those that are missing afterwards.
 */
export function installTestTools() {
  const before = missingTools();
  if (before.length === 0) return [];
  const packages = before.flatMap((tool) => tool.packages);
  if (!existsSync("/etc/debian_version") || process.getuid?.() !== 0) {
    console.log(`Not installed on this machine; on Debian: apt-get install ${packages.join(" ")}`);
    return before;
  }
  console.log(`Installing ${packages.join(" ")} ...`);
  apt("update");
  apt("install", "--yes", "--no-install-recommends", ...packages);
  return missingTools();
}

function missingTools() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const isThere = (name) => folders.some((folder) => existsSync(join(folder, name)));
  const isChosen = ({ names }) => names.includes("chromium") && process.env.CHROMIUM !== undefined;
  return tools.filter((tool) => !tool.names.some(isThere) && !isChosen(tool));
}

function apt(...args) {
  const { status, stdout, stderr } = spawnSync("apt-get", ["-qq", ...args], {
    encoding: "utf8",
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  // Told and no more: the tests that miss something say so by name.
  if (status !== 0) console.log(`apt-get ${args[0]} failed:\n${stdout}${stderr}`);
}

/** Ends with one clear line. */
export function fail(message) {
  console.error(message);
  process.exit(1);
}
