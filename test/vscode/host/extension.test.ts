import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, open } from "./documents";

const extension = () => {
  const found = vscode.extensions.getExtension("alpinize.alpinize");
  assert.ok(found, "the packaged extension is installed");
  return found;
};

describe("the extension", () => {
  afterEach(closeAll);

  it("starts with a Dockerfile", async () => {
    await open("start/Dockerfile", "FROM alpine:3.22\n");
    await extension().activate();
    assert.equal(extension().isActive, true);
  });

  for (const name of ["Dockerfile", "Dockerfile.dev", "web.dockerfile", "Containerfile", "Containerfile.prod"]) {
    it(`takes ${name} for a Dockerfile`, async () => {
      assert.equal((await open(`names/${name}`, "FROM alpine:3.22\n")).languageId, "dockerfile");
    });
  }

  it("takes Dockerfile.dockerignore for a list of ignored files", async () => {
    assert.equal((await open("names/Dockerfile.dockerignore", "node_modules\n")).languageId, "ignore");
  });

  it("registers each command it contributes", async () => {
    await extension().activate();
    const contributed: { command: string }[] = extension().packageJSON.contributes.commands;
    const known = await vscode.commands.getCommands(true);
    assert.deepEqual(
      contributed.map(({ command }) => command).filter((command) => !known.includes(command)),
      [],
    );
  });
});
