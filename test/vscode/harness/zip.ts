import { readFileSync } from "node:fs";

export interface ZipEntry {
  readonly path: string;
  /** Bytes in the archive. */
  readonly compressed: number;
}

/** The files of a zip archive below 4 GB, from its central directory (APPNOTE 4.3.12 and 4.3.16). */
export function listZip(file: string): ZipEntry[] {
  const bytes = readFileSync(file);
  const end = bytes.lastIndexOf("PK\u0005\u0006", undefined, "latin1");
  if (end < 0) throw new Error(`${file} is no zip archive`);
  const entries: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    entries.push({
      path: bytes.toString("utf8", at + 46, at + 46 + name),
      compressed: bytes.readUInt32LE(at + 20),
    });
    at += 46 + name + extra + comment;
  }
  return entries;
}
