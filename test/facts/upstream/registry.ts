import { spawn } from "node:child_process";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { type Blob, folderOf, type imageOf } from "./inputs";

/** Answers on a free port of this machine until the test ends. @returns the address. */
export async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Debian's docker-registry, with a folder of its own, until the test ends. @returns its address. */
export async function startRegistry(program: string): Promise<string> {
  const port = await freePort();
  const folder = folderOf({
    "config.yml": [
      "version: 0.1",
      "log: { level: info }",
      "storage: { filesystem: { rootdirectory: ./images } }",
      `http: { addr: "127.0.0.1:${port}" }`,
      "",
    ].join("\n"),
  });
  const child = spawn(program, ["serve", "config.yml"], { cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
  onTestFinished(() => {
    child.kill();
  });
  await new Promise<void>((ready, failed) => {
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      if (said.includes("listening on")) ready();
    });
    child.once("exit", () => failed(new Error(`${program} ended: ${said}`)));
  });
  return `http://127.0.0.1:${port}`;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

/** Puts an image into a registry, as the distribution API wants it. */
export async function push(address: string, name: string, tag: string, image: ReturnType<typeof imageOf>) {
  for (const blob of image.blobs) {
    const opened = await expectOk(`${address}/v2/${name}/blobs/uploads/`, { method: "POST" });
    const place = new URL(opened.headers.get("location") ?? "", address);
    place.searchParams.set("digest", blob.digest);
    await expectOk(place.href, {
      method: "PUT",
      body: blob.body,
      headers: { "content-type": "application/octet-stream" },
    });
  }
  for (const manifest of image.manifests) await putManifest(address, name, manifest.digest, manifest);
  await putManifest(address, name, tag, image.index);
}

function putManifest(address: string, name: string, reference: string, { body, mediaType }: Blob) {
  return expectOk(`${address}/v2/${name}/manifests/${reference}`, {
    method: "PUT",
    body,
    headers: { "content-type": mediaType },
  });
}

async function expectOk(address: string, request: RequestInit): Promise<Response> {
  const answer = await fetch(address, request);
  if (!answer.ok) throw new Error(`${request.method} ${address}: ${answer.status} ${await answer.text()}`);
  return answer;
}
