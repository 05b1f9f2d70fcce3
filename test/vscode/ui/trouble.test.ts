import assert from "node:assert/strict";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { current } from "./current";
import { Session } from "./session";

describe("when something stands in the way", () => {
  it("says what could not be converted, and converts the rest when asked to", async () => {
    const { workbench } = current();
    await workbench.openFile("Dockerfile.stuck");
    await workbench.runCommand("Alpinize Dockerfile");
    await workbench.quickPick().filter({ hasText: "not everything can be converted" }).last().click();
    const toast = workbench.toast("could not be converted").first();
    await toast.waitFor();
    await workbench.screenshot("stopped");
    await workbench.answer(toast, "Convert What Can Be");
    await workbench.diff().locator(".line-insert").first().waitFor();
    assert.match((await workbench.diff().textContent()) ?? "", /#.alpinize:/);
    await workbench.screenshot("partly");
    await workbench.titleAction("Cancel Conversion").click();
    await workbench.previewClosed();
  });

  it("says so when the server cannot be started", async () => {
    const session = await Session.open({ prepare: removeServer });
    const { workbench } = session;
    try {
      await workbench.openFile("Dockerfile");
      await workbench.runCommand("Alpinize Dockerfile");
      await workbench.toast("The language server is not running").waitFor();
    } finally {
      await workbench.screenshot("no-server");
      await session.close();
    }
  });
});

function removeServer(extensions: string): void {
  const ours = readdirSync(extensions).find((name) => name.startsWith("alpinize."));
  if (!ours) throw new Error("the extension is not installed");
  rmSync(join(extensions, ours, "dist/server.js"));
}
