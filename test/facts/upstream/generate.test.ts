import { spawnSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../../built";
import { apkIndex, folderOf, gzip } from "./inputs";

const shipped = join(root, "server/data/tables");

/** `npm run data` over a copy of the tables that ship, where there is no folder of inputs. */
function generate(tables: string, ...flags: readonly string[]) {
  const nowhere = join(tables, "nowhere");
  const args = ["scripts/run-ts.mjs", "server/data/generate/main.ts", "--to", tables, "--from", nowhere, ...flags];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  return { status, lines: stdout.split("\n"), stderr };
}

function copyOfTables(): string {
  const folder = folderOf({});
  cpSync(shipped, folder, { recursive: true });
  return folder;
}

function textOf(folder: string, name: string): string {
  return readFileSync(join(folder, name), "utf8");
}

it("changes nothing without inputs", () => {
  const tables = copyOfTables();
  const { status, lines } = generate(tables);
  expect(status).toBe(0);
  expect(lines[0]).toMatch(/nowhere is not there: what no flag names is taken from the tables that ship$/);
  expect(lines.filter((line) => /lines$/.test(line))).toEqual([]);
  expect(readdirSync(tables).filter((name) => textOf(tables, name) !== textOf(shipped, name))).toEqual([]);
}, 60_000);

it("reads what the upstreams tell, keeps the rest, and does the same a second time", () => {
  const library = folderOf({
    "library/nginx": "Tags: 9.1.0, 9.1, 9, latest\nDirectory: stable/trixie\n\nTags: 9.1-alpine3.24, 9.1-alpine\n",
  });
  const debian = folderOf({
    "dists/bookworm/main/binary-amd64/Packages.gz": gzip(
      "Package: curl\nVersion: 9\nInstalled-Size: 1000\nSize: 77\nDepends: libcurl4\n\nPackage: libcurl4\nVersion: 9\nSize: 8\n",
    ),
    "dists/trixie/main/binary-amd64/Packages": "Package: curl\nVersion: 10\nInstalled-Size: 1000\nSize: 99\n",
  });
  const alpine = folderOf({
    "v3.21/main/x86_64/APKINDEX.tar.gz": apkIndex(["P:curl\nV:9-r0\nS:10\nI:20"]),
    "v3.21/community/x86_64/APKINDEX.tar.gz": apkIndex(["P:hello\nV:1-r0\nS:10\nI:20"]),
  });
  const kept = folderOf({});
  const flags = ["--library", library, "--debian", debian, "--alpine", alpine, "--day", "2026-12-24", "--keep", kept];
  const [first, second] = [copyOfTables(), copyOfTables()];
  const { status, lines } = generate(first, ...flags);
  expect(status).toBe(0);
  expect(lines).toContainEqual(expect.stringMatching(/^images\/tag-aliases\.tsv .* rows {2}\+\d+ -\d+ rows$/));
  expect(lines).toContainEqual(expect.stringMatching(/^debian-packages\.tsv .*\+3 -\d+ lines$/));
  const tags = textOf(first, "image-tags.tsv").split("\n");
  expect(tags).toContain("nginx:9.1\tdebian\ttrixie\t");
  expect(tags).toContain("nginx:9.1-alpine\talpine\t3.24\t");
  expect(tags).toContain("nginx:stable\tdebian\ttrixie\t2026-12-24");
  expect(tags).toContainEqual(expect.stringMatching(/^python:3\.13\tdebian\ttrixie\t$/));
  expect(textOf(first, "debian-packages.tsv")).toMatch(/^curl\tbookworm\t\d+\t77\tlibcurl4\t/m);
  expect(textOf(first, "alpine-indexes.tsv")).toContain("3.21\tmain\t2026-06-01");
  expect(generate(second, ...flags).status).toBe(0);
  expect(readdirSync(second).filter((name) => textOf(first, name) !== textOf(second, name))).toEqual([]);
  // What was read can be given as the inputs of the next time.
  expect(readdirSync(kept).sort()).toEqual(["alpine", "debian", "gathered", "images", "mapping"]);
}, 120_000);

it("says that nothing was found, and leaves the tables alone", () => {
  const tables = copyOfTables();
  const { status, stderr } = generate(tables, "--alpine", folderOf({ README: "" }));
  expect(status).toBe(1);
  expect(stderr).toContain("nothing was found at the places that were given");
  expect(readdirSync(tables).filter((name) => textOf(tables, name) !== textOf(shipped, name))).toEqual([]);
}, 60_000);
