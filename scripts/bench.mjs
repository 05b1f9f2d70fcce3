// How fast we are, as ratios to things measured in the same run: milliseconds differ from machine to machine.
// `npm run bench`; builds what it measures. Figures are medians.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { bundle } from "../esbuild.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const require = createRequire(import.meta.url);
const { DockerfileParser } = require("dockerfile-ast");
const lsp = require("vscode-languageserver/node");

/** The examples, one after the other as stages of one file, until there are enough lines. */
function dockerfile(lines) {
  const folder = join(root, "examples");
  const examples = readdirSync(folder).map((name) => readFileSync(join(folder, name, "Dockerfile"), "utf8"));
  let text = "";
  for (let at = 0; text.split("\n").length <= lines; at++) text += `${examples[at % examples.length].trimEnd()}\n`;
  return text.split("\n").slice(0, lines).join("\n");
}

async function loadCore() {
  const folder = mkdtempSync(join(tmpdir(), "alpinize-bench-"));
  const outfile = join(folder, "core.mjs");
  const contents = 'export { analyze } from "./server/src/alpinize"; export { openFacts } from "./server/src/facts";';
  try {
    await build({
      stdin: { contents, resolveDir: root, loader: "ts" },
      outfile,
      bundle: true,
      platform: "node",
      format: "esm",
      target: "node20",
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Milliseconds, after a warm-up as an open editor has had it. */
function time(work) {
  const times = [];
  for (let round = 0; round < 40; round++) {
    const start = performance.now();
    work();
    if (round >= 10) times.push(performance.now() - start);
  }
  return median(times);
}

function median(times) {
  return times.sort((a, b) => a - b)[times.length >> 1];
}

/** One server's life: until it answers, until the first diagnostics, then keystroke by keystroke. */
async function serve(text, keystrokes) {
  const start = performance.now();
  const server = spawn(process.execPath, [join(root, "dist/server.js"), "--stdio"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const connection = lsp.createProtocolConnection(
    new lsp.StreamMessageReader(server.stdout),
    new lsp.StreamMessageWriter(server.stdin),
  );
  let arrived = () => {};
  connection.onNotification("textDocument/publishDiagnostics", ({ version }) => arrived(version));
  connection.listen();
  const diagnosed = (wanted) =>
    new Promise((resolve) => {
      arrived = (version) => version === wanted && resolve();
    });
  const uri = "untitled:bench";
  await connection.sendRequest("initialize", { processId: null, rootUri: null, capabilities: {} });
  connection.sendNotification("initialized", {});
  const first = diagnosed(1);
  const textDocument = { uri, languageId: "dockerfile", version: 1, text };
  connection.sendNotification("textDocument/didOpen", { textDocument });
  await first;
  const cold = performance.now() - start;
  const position = { line: text.split("\n").length >> 1, character: 0 };
  const times = [];
  for (let version = 2; version < keystrokes + 2; version++) {
    const done = diagnosed(version);
    const before = performance.now();
    const contentChanges = [{ range: { start: position, end: position }, text: version % 20 ? "#" : "\n" }];
    connection.sendNotification("textDocument/didChange", { textDocument: { uri, version }, contentChanges });
    await done;
    times.push(performance.now() - before);
  }
  const memory = residentMemory(server.pid);
  await connection.sendRequest("shutdown");
  connection.sendNotification("exit");
  return { cold, keystroke: times.length > 0 ? median(times) : 0, memory };
}

/** A list as long as it gets; asked where the last line ends, in a server that has shown the file's diagnostics. */
async function completions() {
  const head = dockerfile(300);
  const results = [];
  for (const line of ["RUN apk add p", "RUN apk add ", "FROM python:"]) {
    const text = `${head}\nFROM alpine:3.22\n${line}`;
    const server = spawn(process.execPath, [join(root, "dist/server.js"), "--stdio"], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    const connection = lsp.createProtocolConnection(
      new lsp.StreamMessageReader(server.stdout),
      new lsp.StreamMessageWriter(server.stdin),
    );
    connection.listen();
    const textDocument = { uri: "untitled:bench" };
    await connection.sendRequest("initialize", { processId: null, rootUri: null, capabilities: {} });
    const diagnosed = new Promise((resolve) => connection.onNotification("textDocument/publishDiagnostics", resolve));
    connection.sendNotification("initialized", {});
    connection.sendNotification("textDocument/didOpen", {
      textDocument: { ...textDocument, languageId: "dockerfile", version: 1, text },
    });
    await diagnosed;
    const position = { line: text.split("\n").length - 1, character: line.length };
    const times = [];
    for (let round = 0; round < 50; round++) {
      const start = performance.now();
      const list = await connection.sendRequest("textDocument/completion", { textDocument, position });
      times.push(performance.now() - start);
      if (!list?.items.length) throw new Error(`nothing is offered behind ${line}`);
    }
    const [first, ...others] = times;
    results.push({ what: JSON.stringify(line), first, later: others.reduce((a, b) => a + b) / others.length });
    await connection.sendRequest("shutdown");
    connection.sendNotification("exit");
  }
  return results;
}

/** In bytes; undefined where the system does not tell. */
function residentMemory(pid) {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) * 1024;
  } catch {
    return undefined;
  }
}

function print(what, milliseconds, ratio = "") {
  console.log(`${what.padEnd(46)}${`${milliseconds.toFixed(2)} ms`.padStart(12)}  ${ratio}`);
}

const times = (value, of) => `${(value / of).toFixed(2)} x`;

await bundle("server");
const { analyze, openFacts } = await loadCore();
const facts = openFacts(join(root, "server/data/tables"));

const perLine = new Map();
for (const lines of [300, 2000]) {
  const text = dockerfile(lines);
  const options = { facts };
  console.log(`\n${lines} lines, ${analyze(text, options).findings.length} findings`);
  const parse = time(() => DockerfileParser.parse(text));
  print("dockerfile-ast reads it", parse);
  const check = time(() => analyze(text, options).findings);
  print("we read and check it", check, times(check, parse));
  const convert = time(() => analyze(text, options).convert("single-run"));
  print("we convert it (single-run)", convert, times(convert, parse));
  const { keystroke, memory } = await serve(text, 100);
  print("the server: keystroke to diagnostics", keystroke, `${times(keystroke, check)} the check alone`);
  if (memory)
    console.log(
      `${"the server's memory after 100 keystrokes".padEnd(46)}${`${Math.round(memory / 1e6)} MB`.padStart(12)}`,
    );
  perLine.set(lines, check / lines);
}
console.log(`\nA line costs ${times(perLine.get(2000), perLine.get(300))} as much in 2,000 lines as in 300.`);

console.log("\nCompletion, by the server");
for (const { what, first, later } of await completions()) {
  print(`${what}, the first time`, first);
  print(`${what}, on the mean afterwards`, later);
}

const empty = [];
const cold = [];
for (let round = 0; round < 5; round++) {
  const start = performance.now();
  execFileSync(process.execPath, ["-e", "0"]);
  empty.push(performance.now() - start);
  cold.push((await serve(dockerfile(300), 0)).cold);
}
console.log("\nStarting");
print("node without a program", median(empty));
print("the server, to its first diagnostics", median(cold), times(median(cold), median(empty)));
