import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";

export interface ApkPackage {
  readonly name: string;
  readonly depends?: readonly string[];
  readonly provides?: readonly string[];
  /** The one file of the package: where it goes, and where it is on this machine. */
  readonly file?: { readonly path: string; readonly source: string };
}

/** Fills a folder with unsigned packages, as `apk index` expects them. */
export function writePackages(folder: string, arch: string, packages: readonly ApkPackage[]): void {
  mkdirSync(join(folder, arch), { recursive: true });
  for (const item of packages) {
    writeFileSync(join(folder, arch, `${item.name}-1-r0.apk`), apkFile(item, arch));
  }
}

/** Two gzip members that read as one tar archive: what the package is, then its file. */
function apkFile({ name, depends = [], provides = [], file }: ApkPackage, arch: string): Uint8Array {
  const stage = mkdtempSync(join(tmpdir(), "apk-"));
  try {
    const data = gzip(file ? dataArchive(stage, file) : new Uint8Array(1024));
    const facts = [
      `pkgname = ${name}`,
      "pkgver = 1-r0",
      "pkgdesc = made by a test",
      `arch = ${arch}`,
      "size = 4096",
      ...depends.map((other) => `depend = ${other}`),
      ...provides.map((other) => `provides = ${other}`),
      `datahash = ${createHash("sha256").update(data).digest("hex")}`,
    ];
    writeFileSync(join(stage, ".PKGINFO"), `${facts.join("\n")}\n`);
    const control = tar(stage, ".PKGINFO", "--format=ustar");
    // Without the two zero blocks at its end the archive goes on in the next member.
    return new Uint8Array(Buffer.concat([gzip(control.subarray(0, -1024)), data]));
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

/** apk refuses a file without its checksum in a header of its own, or without entries for the folders on its way. */
function dataArchive(stage: string, { path, source }: { path: string; source: string }): Uint8Array {
  mkdirSync(dirname(join(stage, path)), { recursive: true });
  cpSync(source, join(stage, path));
  const checksum = createHash("sha1")
    .update(new Uint8Array(readFileSync(source)))
    .digest("hex");
  const top = path.split("/")[1] ?? "";
  return tar(stage, top, "--format=posix", `--pax-option=APK-TOOLS.checksum.SHA1:=${checksum}`);
}

function tar(folder: string, name: string, ...options: string[]): Uint8Array {
  const fixed = ["--blocking-factor=1", "--owner=0", "--group=0", "--mode=0755"];
  return new Uint8Array(execFileSync("tar", ["--create", ...fixed, ...options, `--directory=${folder}`, name]));
}

function gzip(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(gzipSync(bytes));
}
