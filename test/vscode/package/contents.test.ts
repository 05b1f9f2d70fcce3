import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { vsix } from "../harness/paths";
import { listZip } from "../harness/zip";

const megabyte = 1_000_000;

describe("the package", () => {
  const files = listZip(vsix).filter(({ path }) => path.startsWith("extension/"));
  const paths = files.map(({ path }) => path.slice("extension/".length));

  it("holds what ships and nothing else", () => {
    const allowed = [
      /^(package\.json|LICENSE\.txt|readme\.md|changelog\.md)$/,
      /^assets\/(icon\.png|mountain-(dark|light)\.svg)$/,
      /^dist\/(client|server|cli)\.js$/,
      /^dist\/third-party-notices\.txt$/,
      /^server\/data\/tables\/[\w./-]+$/,
      /^syntaxes\/[\w.-]+\.tmLanguage\.json$/,
    ];
    assert.deepEqual(
      paths.filter((path) => !allowed.some((pattern) => pattern.test(path))),
      [],
    );
  });

  it("holds the parts the extension cannot do without", () => {
    const needed = [
      "package.json",
      "LICENSE.txt",
      "assets/icon.png",
      "dist/client.js",
      "dist/server.js",
      "dist/cli.js",
    ];
    assert.deepEqual(
      needed.filter((path) => !paths.includes(path)),
      [],
    );
    assert.ok(
      paths.some((path) => path.startsWith("server/data/tables/")),
      "the facts ship",
    );
  });

  it("is at most 3 MB", () => {
    assert.ok(statSync(vsix).size <= 3 * megabyte, `${statSync(vsix).size} bytes`);
  });

  it("carries at most 2 MB of data, compressed", () => {
    const data = files.filter(({ path }) => path.startsWith("extension/server/data/"));
    const bytes = data.reduce((sum, { compressed }) => sum + compressed, 0);
    assert.ok(bytes <= 2 * megabyte, `${bytes} bytes`);
  });
});
