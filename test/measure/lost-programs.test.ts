import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";
import { facts } from "../facts";
import { lostPrograms, Programs } from "./lost-programs";

/** Debian's packages as far as the files below need them. */
function programs(): Programs {
  const folder = mkdtempSync(join(tmpdir(), "programs-"));
  try {
    mkdirSync(join(folder, "debian"));
    mkdirSync(join(folder, "alpine"));
    writeFileSync(
      join(folder, "debian/capabilities-bookworm.tsv"),
      "package\tpc\tso\tcmd\ncurl\t\t\tcurl only-debians\nca-certificates\t\t\tonly-as-dependency\n",
    );
    writeFileSync(join(folder, "alpine/busybox-1.36.1.tsv"), "applet\tshort_options\nsed\t\n");
    return new Programs(folder, resolve("server/data/tables"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const lostIn = (text: string) => lostPrograms(text, { facts, programs: programs() });

const installing = "FROM debian:12\nRUN apt-get update && apt-get install -y curl\n";

it("finds what is called and neither installed, nor of busybox, nor made before", () => {
  expect(lostIn(`${installing}RUN sed -i s/a/b/ /x && of-mine && curl -V\n`)).toEqual({ converted: 1, lost: [] });
  const { lost } = lostIn(`${installing}RUN only-debians || true\nCMD ["only-as-dependency"]\n`);
  expect(lost.map(({ program, by, from, conditional }) => [program, by, from, conditional])).toEqual([
    ["only-debians", "RUN", "asked", false],
    ["only-as-dependency", "CMD", "recommended", false],
  ]);
  expect(lostIn(`${installing}COPY only-debians /usr/bin/\nRUN only-debians\n`).lost).toEqual([]);
});

it("counts only stages that are converted as a whole", () => {
  expect(lostIn("FROM debian:12\nRUN apt-get install -y no-such-package && make\n").converted).toBe(0);
  expect(lostIn("FROM alpine:3.24\nRUN make\n").converted).toBe(0);
});
