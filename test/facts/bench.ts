// Prints how much of what Dockerfiles install the tables decide, how fast they answer, and how often our solver and apk's
// agree. `npm run bench:facts [-- FOLDER]`: the folder holds mapping/apt-frequency.tsv and alpine/solver-cases.tsv, default
// ../shared/data. `-- --undecided` also lists what is open, `-- --cases=FILE` asks more cases of apk's.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type Facts, type NameAnswer, openFacts } from "../../server/src/facts";
import { reportAgreement } from "./solver-agreement";

const [folder = process.env.ALPINIZE_DATA_SOURCE ?? "../shared/data"] = process.argv
  .slice(2)
  .filter((word) => !word.startsWith("--"));
const listUndecided = process.argv.includes("--undecided");
const moreCases = process.argv.flatMap((word) => (word.startsWith("--cases=") ? [word.slice("--cases=".length)] : []));
const tables = resolve("server/data/tables");

const questions: Record<string, (facts: Facts) => unknown> = {
  "a name": (facts) => facts.names.toAlpine("libpq-dev", { release: "3.24", family: "python" }),
  "an unknown name": (facts) => facts.names.toAlpine("libpqq-dev", { release: "3.24", family: undefined }),
  "a package": (facts) => facts.alpine.package("build-base", "3.24"),
  "a closure": (facts) => facts.alpine.closure(["build-base", "libpq-dev", "libffi-dev"], "3.22", []),
  "a mistyped package": (facts) => facts.alpine.nearest("libq-dev", "3.24"),
  "names to complete": (facts) => facts.alpine.startingWith("p", "3.22", 100),
  "an Alpine variant": (facts) => facts.images.alpineVariant("python", "3.13-slim"),
  "an image's size": (facts) => facts.images.size("python", "3.13-slim"),
  "an image's packages": (facts) => facts.images.preinstalled("python", "3.13-alpine"),
  "an installation on Debian": (facts) =>
    facts.debian.install(["build-essential", "libpq-dev"], {
      suite: "bookworm",
      recommends: false,
      image: "python",
      tag: "3.13-slim-bookworm",
    }),
};

const only = process.argv.find((word) => word.startsWith("--only="))?.slice("--only=".length);
if (only === undefined) report();
else console.log(JSON.stringify(await measure(only)));

function report(): void {
  console.log("ms, in a fresh process".padEnd(30), "cold".padStart(8), "first".padStart(8), "later".padStart(8));
  for (const what of Object.keys(questions)) {
    const own = fileURLToPath(import.meta.url);
    const ask = (...options: string[]) =>
      JSON.parse(execFileSync(process.execPath, [own, `--only=${what}`, ...options], { encoding: "utf8" }));
    const { first, later } = ask("--preload");
    console.log(
      what.padEnd(30),
      ask().first.toFixed(2).padStart(8),
      first.toFixed(2).padStart(8),
      later.toFixed(4).padStart(8),
    );
  }
  const frequency = join(folder, "mapping/apt-frequency.tsv");
  if (existsSync(frequency)) coverage(frequency);
  else console.log(`no coverage: ${frequency} is not there`);
  for (const path of [join(folder, "alpine/solver-cases.tsv"), ...moreCases])
    if (existsSync(path)) reportAgreement(path, openFacts(tables).alpine);
    else console.log(`no comparison with apk's solver: ${path} is not there`);
}

/** What the question costs right after start, in ms, and on the mean afterwards; `--preload`: after a server's start. */
async function measure(what: string): Promise<{ readonly first: number; readonly later: number }> {
  const ask = questions[what];
  if (!ask) throw new Error(`no such question: ${what}`);
  const facts = openFacts(tables);
  if (process.argv.includes("--preload")) await facts.preload();
  return { first: time(() => ask(facts), 1), later: time(() => ask(facts), 1000) };
}

function time(ask: () => unknown, times: number): number {
  const start = performance.now();
  for (let count = 0; count < times; count++) ask();
  return (performance.now() - start) / times;
}

function coverage(path: string): void {
  const rows = readFileSync(path, "utf8").split("\n").slice(1).filter(Boolean);
  const named = rows.map((row) => {
    const [name = "", count, recent] = row.split("\t");
    return { name, mentions: Number(count), recent: Number(recent) };
  });
  const facts = openFacts(tables);
  for (const release of facts.alpine.releases) {
    const answers = named.map((row) => ({
      ...row,
      answer: facts.names.toAlpine(row.name, { release, family: undefined }),
    }));
    const share = (
      part: typeof answers,
      kind: NameAnswer["kind"],
      weight: (row: (typeof answers)[number]) => number,
    ) => {
      const all = part.reduce((sum, row) => sum + weight(row), 0);
      const some = part.filter((row) => row.answer.kind === kind).reduce((sum, row) => sum + weight(row), 0);
      return `${((100 * some) / all).toFixed(1)} %`.padStart(8);
    };
    const line = (what: string, part: typeof answers, weight: (row: (typeof answers)[number]) => number) =>
      console.log(
        `${release}  ${what.padEnd(28)}`,
        ...(["packages", "none-needed", "no-equivalent", "unknown"] as const).map(
          (kind) => `${kind} ${share(part, kind, weight)}`,
        ),
      );
    line("the 400 most frequent names", answers.slice(0, 400), () => 1);
    line("all mentions", answers, (row) => row.mentions);
    line("all recent mentions", answers, (row) => row.recent);
    const missing = answers.flatMap(({ name, answer }) =>
      answer.kind === "packages"
        ? answer.packages.filter((one) => !facts.alpine.resolves(one, release)).map((one) => `${one} for ${name}`)
        : [],
    );
    console.log(`${release}  packages that the release lacks:`, missing.length, missing.slice(0, 5).join(", "));
    if (listUndecided && release === facts.alpine.newest)
      for (const row of answers)
        if (row.answer.kind === "unknown" || row.answer.kind === "no-equivalent")
          console.log(`  ${row.name} (${row.mentions}): ${row.answer.kind}`, "why" in row.answer ? row.answer.why : "");
  }
}
