import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { onTestFinished } from "vitest";

/** A folder with the given files, gone after the test. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), "upstream-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, body] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), body);
  }
  return folder;
}

/** As Alpine's mirrors have it: the signature, an archive of its own without an end, and then the index. */
export function apkIndex(entries: readonly string[], description = "v3.24.1-12-gabcdef"): Uint8Array {
  const signature = tar({ ".SIGN.RSA.alpine-devel@lists.alpinelinux.org-6165ee59.rsa.pub": "signed" });
  const index = tar({ DESCRIPTION: description, APKINDEX: `${entries.join("\n\n")}\n\n` });
  return joined([gzip(signature), gzip(joined([index, new Uint8Array(1024)]))]);
}

/** Without the blocks that end an archive. */
function tar(files: Readonly<Record<string, string>>): Uint8Array {
  return joined(
    Object.entries(files).flatMap(([name, text]) => {
      const body = new TextEncoder().encode(text);
      return [header(name, body.length), body, new Uint8Array((512 - (body.length % 512)) % 512)];
    }),
  );
}

/** Of a file written on the first of June 2026. */
function header(name: string, size: number): Uint8Array {
  const octal = (value: number, digits: number) => `${value.toString(8).padStart(digits, "0")}\0`;
  const fields = [
    ...[name.padEnd(100, "\0"), octal(0o644, 7), octal(0, 7), octal(0, 7), octal(size, 11)],
    ...[octal(Date.UTC(2026, 5, 1) / 1000, 11), " ".repeat(8), "0", "\0".repeat(100), "ustar\x0000"],
  ].join("");
  const sum = [...fields].reduce((total, letter) => total + letter.charCodeAt(0), 0);
  const signed = `${fields.slice(0, 148)}${octal(sum, 6)} ${fields.slice(156)}`;
  return Buffer.from(signed.padEnd(512, "\0"), "latin1") as Uint8Array;
}

export function gzip(body: string | Uint8Array): Uint8Array {
  return new Uint8Array(gzipSync(body));
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

/** A thing in a registry: what it is called there, and its bytes. */
export interface Blob {
  readonly digest: string;
  readonly body: string;
  readonly mediaType: string;
}

export function blobOf(body: unknown, mediaType: string): Blob {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return { digest: `sha256:${createHash("sha256").update(text).digest("hex")}`, body: text, mediaType };
}

const type = (what: string) => `application/vnd.oci.image.${what}.v1+json`;

/** An image for two platforms: its layers and configurations, a manifest for each, and the index of both. */
export function imageOf(amd64: readonly string[], arm64: readonly string[], created: string) {
  const blobs: Blob[] = [];
  const manifests = (["amd64", "arm64"] as const).map((architecture) => {
    const config = blobOf({ architecture, os: "linux", created, rootfs: { type: "layers" } }, type("config"));
    const layers = (architecture === "amd64" ? amd64 : arm64).map((text) =>
      blobOf(text, "application/vnd.oci.image.layer.v1.tar+gzip"),
    );
    blobs.push(config, ...layers);
    return blobOf(
      {
        schemaVersion: 2,
        mediaType: type("manifest"),
        config: descriptor(config),
        layers: layers.map(descriptor),
      },
      type("manifest"),
    );
  });
  const platforms = ["amd64", "arm64"].map((architecture) => ({ architecture, os: "linux" }));
  const index = blobOf(
    {
      schemaVersion: 2,
      mediaType: type("index"),
      manifests: manifests.map((manifest, at) => ({ ...descriptor(manifest), platform: platforms[at] })),
    },
    type("index"),
  );
  return { blobs, manifests, index };
}

function descriptor({ digest, body, mediaType }: Blob) {
  return { mediaType, digest, size: Buffer.byteLength(body) };
}
