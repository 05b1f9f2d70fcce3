// `npm test`: installs, then runs every suite one after the other, and closes with the sum over all of them.
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { installDependencies, installTestTools, isStrict, root } from "./setup.mjs";

const artefacts = join(root, "artefacts");
/** Colours are for people who look on; vitest would also give them to the log of continuous integration. */
const env = process.stdout.isTTY ? process.env : { ...process.env, NO_COLOR: "1" };
/** @type {{ suite: string, passed: number, failed: number, skipped: string[], said?: string }[]} */
const results = [];

installDependencies();
const missing = installTestTools();
mkdirSync(artefacts, { recursive: true });
for (const tool of missing) {
  const name = `${tool.names[0]} is not installed: ${tool.use}`;
  results.push({ suite: "tools", passed: 0, failed: isStrict ? 1 : 0, skipped: isStrict ? [] : [name], said: name });
}

oneTest(
  "types",
  ["client", "server", "test"].map((part) => ["tsc", "-p", part]),
);
oneTest("lint", [["biome", "check", "."]]);
unitTests();
await inVscode();
process.exitCode = printSum() ? 0 : 1;

/** Commands that are one test together: all of them must end well. */
function oneTest(suite, commands) {
  heading(suite);
  const statuses = commands.map(([name, ...args]) => run(bin(name), args).status);
  const good = statuses.every((status) => status === 0);
  results.push({ suite, passed: good ? 1 : 0, failed: good ? 0 : 1, skipped: [] });
}

/** Unit, golden, property, protocol and command-line tests. */
function unitTests() {
  heading("unit, golden, properties, protocol, command line");
  const file = join(artefacts, "vitest.json");
  rmSync(file, { force: true });
  run(bin("vitest"), ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`]);
  const suite = "vitest";
  try {
    const { testResults } = JSON.parse(readFileSync(file, "utf8"));
    const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
    const having = (...statuses) => tests.filter(({ status }) => statuses.includes(status));
    // A file that cannot be loaded fails without a test.
    const broken = testResults.filter(
      ({ status, assertionResults }) =>
        status === "failed" && !assertionResults.some((test) => test.status === "failed"),
    );
    results.push({
      suite,
      passed: having("passed").length,
      failed: having("failed").length + broken.length,
      skipped: having("pending", "skipped", "todo").map(({ fullName }) => fullName),
    });
  } catch (error) {
    results.push({ suite, passed: 0, failed: 1, skipped: [], said: `vitest left no results: ${error.message}` });
  }
}

/** The suites of test/vscode, each with a line of its name before it and a line of its counts behind it. */
async function inVscode() {
  heading("VS Code");
  const hasBrowser = !missing.some(({ names }) => names.includes("chromium"));
  const kinds = ["package", ...(hasBrowser ? ["host", "ui"] : []), "electron"];
  const { status, output } = await runAndListen(process.execPath, [join(root, "test/vscode/run.mjs"), ...kinds]);
  const before = failures();
  for (const kind of kinds) {
    const suite = `VS Code, ${kind}`;
    const own = output.split(`${suite}\n`)[1]?.split(/^VS Code, \w+$/m)[0] ?? "";
    const counts = /^(\d+) passed, (\d+) failed, (\d+) skipped$/m.exec(own);
    const skipped = [...own.matchAll(/^ {2}skip {2}(.*)$/gm)].map(([, name]) => name);
    if (counts) results.push({ suite, passed: Number(counts[1]), failed: Number(counts[2]), skipped });
    else results.push({ suite, passed: 0, failed: 1, skipped, said: "it left no counts" });
  }
  if (status !== 0 && failures() === before)
    results.push({ suite: "VS Code", passed: 0, failed: 1, skipped: [], said: "its types or its set-up failed" });
}

function failures() {
  return results.reduce((sum, { failed }) => sum + failed, 0);
}

function printSum() {
  heading("sum");
  for (const { suite, passed, failed, skipped, said } of results) {
    const counts = [
      `${passed} passed`,
      `${failed} failed`,
      ...(skipped.length > 0 ? [`${skipped.length} skipped`] : []),
    ];
    console.log(`${suite.padEnd(20)} ${counts.join(", ")}${said ? ` (${said})` : ""}`);
  }
  const skipped = results.flatMap((result) => result.skipped);
  if (skipped.length > 0) console.log(`\nSkipped here:\n${skipped.map((name) => `  ${name}`).join("\n")}`);
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  console.log(`\n${passed} passed, ${failures()} failed`);
  return failures() === 0;
}

function bin(name) {
  return join(root, "node_modules/.bin", process.platform === "win32" ? `${name}.cmd` : name);
}

function run(program, args) {
  return spawnSync(program, args, { cwd: root, env, stdio: "inherit", shell: process.platform === "win32" });
}

async function runAndListen(program, args) {
  const child = spawn(program, args, { cwd: root, env, stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    output += text;
    process.stdout.write(text);
  });
  const status = await new Promise((resolve) => child.once("close", resolve));
  return { status, output };
}

function heading(text) {
  console.log(`\n== ${text}`);
}
