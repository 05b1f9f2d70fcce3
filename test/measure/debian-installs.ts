// Compares what `apt-get install` really adds with what we say. Needs root on a Debian machine, debootstrap, and Debian's packages;
// not part of `npm test`. `npm run measure:debian -- [--suite bookworm] [--root FOLDER] [--slim] [--details] [LINE ...]`:
// FOLDER keeps the roots for the next time; a LINE is what stands behind `apt-get install -y`. The layer is made as the official
// images make theirs, and measured by the bytes of its files.
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { openFacts } from "../../server/src/facts";
import { type Layer, measureInstall } from "./debian-layer";
import { makeRoot, writeSlimSettings } from "./debian-root";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    suite: { type: "string", default: "bookworm" },
    root: { type: "string", default: "/var/tmp/alpinize-measure" },
    slim: { type: "boolean", default: false },
    details: { type: "boolean", default: false },
  },
});

/** Other lines than those the estimate was fitted to. */
const usual = [
  "build-essential",
  "git curl",
  "libpq-dev",
  "default-jdk-headless",
  "nginx",
  "python3-pip python3-dev",
  "ffmpeg",
  "libxml2-dev libxslt1-dev zlib1g-dev",
  "postgresql-client",
  "ruby-full",
  "php-cli php-mysql php-gd",
  "openssh-server supervisor cron",
  "gdal-bin",
  "vim less procps",
  "tesseract-ocr",
];

const lines = positionals.length > 0 ? positionals : usual;
const facts = openFacts(resolve("server/data/tables"));
const { suite = "", root: folder = "", slim = false } = values;
mkdirSync(folder, { recursive: true });
const root = join(folder, suite);
makeRoot(root, suite);

const errors: number[] = [];
console.log(
  `${"apt-get install".padEnd(48)}${"packages".padStart(9)}${"measured".padStart(11)}${"ours".padStart(11)}${"error".padStart(9)}`,
);
for (const line of lines) {
  for (const recommends of [false, true]) {
    const names = line.split(/\s+/);
    const layer = measureInstall(root, names, {
      recommends,
      ...(slim && {
        prepare: (base) => {
          mkdirSync(join(base, "etc/dpkg/dpkg.cfg.d"), { recursive: true });
          writeSlimSettings(base);
        },
      }),
    });
    const tag = slim ? `${suite}-slim` : suite;
    const ours = facts.debian.install(names, { suite, recommends, image: "debian", tag });
    const error = (ours.installed.bytes ?? 0) / layer.installed - 1;
    errors.push(Math.abs(error));
    const label = `${recommends ? "" : "--no-install-recommends "}${line}`;
    const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`.padStart(11);
    const counts = `${ours.packages.length}/${layer.packages.length}`;
    console.log(
      `${label.slice(0, 47).padEnd(48)}${counts.padStart(9)}${megabytes(layer.installed)}${megabytes(ours.installed.bytes ?? 0)}${percent(error).padStart(9)}`,
    );
    if (values.details) explain(layer, ours.packages);
    if (lines.indexOf(line) === 0 && recommends) listsLine(layer);
  }
}
const sorted = [...errors].sort((a, b) => a - b);
console.log(
  `${errors.length} installations on ${suite}${slim ? "-slim" : ""}: median error ${percent(middle(sorted))}, worst ${percent(sorted.at(-1) ?? 0)}`,
);

function listsLine({ lists }: Layer): void {
  const ours = facts.debian.lists(suite).bytes ?? 0;
  console.log(
    `  /var/lib/apt/lists: measured ${(lists / 1e6).toFixed(1)} MB, ours ${(ours / 1e6).toFixed(1)} MB, ${percent(ours / lists - 1)}`,
  );
}

/** Where the two differ: names, and bytes by package. */
function explain(layer: Layer, ours: readonly { name: string; installed: { bytes: number | undefined } }[]): void {
  const own = new Map(ours.map(({ name, installed }) => [name, installed.bytes ?? 0]));
  const missing = layer.packages.filter((name) => !own.has(name));
  const tooMany = [...own.keys()].filter((name) => !layer.packages.includes(name));
  if (missing.length > 0) console.log(`  we miss: ${missing.join(" ")}`);
  if (tooMany.length > 0) console.log(`  we have too many: ${tooMany.join(" ")}`);
  const differences = [...own].map(([name, bytes]) => ({ name, bytes, measured: layer.byPackage.get(name) ?? 0 }));
  differences.sort((a, b) => Math.abs(b.bytes - b.measured) - Math.abs(a.bytes - a.measured));
  const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)} kB`;
  for (const { name, bytes, measured } of differences.slice(0, 8))
    console.log(`  ${name}: measured ${kilobytes(measured)}, ours ${kilobytes(bytes)}`);
  console.log(
    `  in no package: ${kilobytes(layer.byPackage.get("") ?? 0)}; ${layer.unowned
      .slice(0, 12)
      .map(({ path, bytes }) => `${path} ${kilobytes(bytes)}`)
      .join(", ")}`,
  );
}

function percent(value: number): string {
  return `${(100 * value).toFixed(1)} %`;
}

function middle(values: readonly number[]): number {
  const half = values.length >> 1;
  return values.length % 2 === 1 ? (values[half] ?? 0) : ((values[half - 1] ?? 0) + (values[half] ?? 0)) / 2;
}
