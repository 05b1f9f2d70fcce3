import { readTsv } from "./tsv";

export interface FileCount {
  /** Files and links. */
  readonly files: number;
  /** Folders they lie in. */
  readonly folders: number;
}

/** Looks the counts of a package up; a library whose name changed for 64-bit time has those of before. */
export function fileCounts(gathered: string): (name: string) => FileCount | undefined {
  const counts = new Map(
    readTsv(gathered, "debian-file-counts.tsv").map((row) => [
      row("package"),
      { files: Number(row("files")), folders: Number(row("folders")) },
    ]),
  );
  return (name) => counts.get(name) ?? counts.get(name.replace(/t64(?=$|-)/, ""));
}

/** What a file costs less than Installed-Size says: half a KiB of rounding, but for its lines in dpkg's lists. */
const perFile = 512 - 150;
/** A folder counts as a KiB and has no bytes; those above it count too. */
const perFolder = 1200;
/** Where nothing is counted: the share on the mean. */
const usualShare = 0.97;

/**
 * KiB of the files of a package with dpkg's lists of them. `Installed-Size` rounds each file up to whole KiB and counts folders and
 * links as one, which makes twice the truth for packages of many small files.
 */
export function fileKib(installedKib: number, count: FileCount | undefined): number {
  if (!count) return Math.round(installedKib * usualShare);
  const kib = installedKib - (count.files * perFile + count.folders * perFolder) / 1024;
  return Math.round(Math.max(kib, installedKib / 4));
}
