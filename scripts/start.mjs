// `npm start [-- FILE]`: installs, builds, and shows what a conversion makes of a Dockerfile and of its size.
import { spawnSync } from "node:child_process";
import { join, relative, resolve } from "node:path";
import { fail, installDependencies, root } from "./setup.mjs";

/** npm runs this in the repository; a file is named from where the user stands. */
const here = process.env.INIT_CWD ?? process.cwd();
const [given, ...others] = process.argv.slice(2);
if (others.length > 0) fail("npm start takes one file: npm start -- path/to/Dockerfile");
const example = join(root, "examples/flask/Dockerfile");
const file = relative(here, given ? resolve(here, given) : example);
const incomplete = 3;

installDependencies();
if (spawnSync(process.execPath, [join(root, "esbuild.mjs")], { cwd: root, stdio: "inherit" }).status !== 0)
  fail("The build failed.");

heading(`${file}, to Alpine`);
const { status, stdout: patch } = alpinize(["convert", "--diff", file], "pipe", "ignore");
if (status === 0 || status === incomplete) console.log(patch ? `${paintPatch(patch)}\n` : "It stays as it is.\n");
// Again for what is said of it, which is laid out for the terminal.
const said = alpinize(["convert", file], "ignore", "inherit").status;
if (said !== 0 && said !== incomplete) process.exit(said ?? 1);
heading("Sizes");
alpinize(["sizes", file], "inherit", "inherit");
heading("Go on");
console.log(`npm start -- FILE          another Dockerfile
npm run code               the example in VS Code, with the extension: open the Dockerfile,
                           then "Alpinize Dockerfile" in the command palette
npm run package            the extension as a file, for: code --install-extension alpinize-*.vsix
node dist/cli.js --help    the command line`);

function alpinize(args, stdout, stderr) {
  return spawnSync(process.execPath, [join(root, "dist/cli.js"), ...args], {
    cwd: here,
    encoding: "utf8",
    stdio: ["ignore", stdout, stderr],
  });
}

function heading(text) {
  console.log(`\n${paint(text, 1)}\n`);
}

/** As git shows a patch. */
function paintPatch(patch) {
  const colours = { "+": 32, "-": 31, "@": 36 };
  const lines = patch.trimEnd().split("\n");
  return lines.map((line) => (colours[line[0]] ? paint(line, colours[line[0]]) : line)).join("\n");
}

function paint(text, code) {
  const isPlain = !process.stdout.isTTY || process.env.NO_COLOR;
  return isPlain ? text : `\x1b[${code}m${text}\x1b[0m`;
}
