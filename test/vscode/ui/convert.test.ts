import assert from "node:assert/strict";
import { outputChannelsWork } from "../harness/paths";
import { current } from "./current";

const sizes = /\d[\d.,]* [kMG]B → .*\d[\d.,]* [kMG]B/;

describe("Alpinize Dockerfile", () => {
  it("asks for the level, with what each does and the size after it", async () => {
    const { workbench } = current();
    await workbench.openFile("Dockerfile");
    await workbench.palette("Alpinize Dockerfile");
    await workbench.screenshot("palette");
    await workbench.page.keyboard.press("Escape");
    await workbench.runCommand("Alpinize Dockerfile");
    await workbench.quickPick().filter({ hasText: sizes }).first().waitFor();
    await workbench.screenshot("levels");
    const rows = await workbench.quickPick().allTextContents();
    assert.equal(rows.length, 4);
    // With the base image alone `apt-get` is left, which does nothing on Alpine: nobody knows that size.
    assert.match(rows[0] ?? "", /^Base image only.* MB → unknown/);
    for (const row of rows.slice(1)) assert.match(row, sizes);
  });

  it("shows the diff with the sizes in its title", async () => {
    const { workbench } = current();
    await workbench.page.keyboard.press("Enter");
    await workbench.diff().locator(".line-insert").first().waitFor();
    await workbench.toast(sizes).waitFor();
    await workbench.screenshot("diff");
    assert.match((await workbench.activeTab().textContent()) ?? "", sizes);
    assert.match((await workbench.diff().textContent()) ?? "", /apk.add/);
  });

  it("applies on the tick as one step that one undo takes back byte by byte", async () => {
    const { workbench, original, onDisk } = current();
    await workbench.titleAction("Apply Conversion").click();
    await workbench.previewClosed();
    await workbench.line("FROM python:3.13-alpine").first().waitFor();
    await workbench.screenshot("applied");
    await workbench.save();
    assert.match(onDisk(), /apk add --no-cache/);
    await workbench.undo();
    await workbench.line("FROM python:3.13-slim").first().waitFor();
    await workbench.save();
    assert.equal(onDisk(), original);
  });

  it("leaves the file alone on Cancel, and is reached by the button in the title", async () => {
    const { workbench, original, onDisk } = current();
    await workbench.titleAction("Alpinize Dockerfile").click();
    await workbench.quickPick().filter({ hasText: sizes }).first().click();
    await workbench.diff().locator(".line-insert").first().waitFor();
    await workbench.titleAction("Cancel Conversion").click();
    await workbench.previewClosed();
    assert.equal(onDisk(), original);
    assert.equal(await workbench.page.locator(".tab.dirty").count(), 0);
  });

  it("is in the context menu, and applies from the notification", async () => {
    const { workbench, original, onDisk } = current();
    await workbench.contextMenu("FROM python", "Alpinize Dockerfile");
    await workbench.quickPick().filter({ hasText: sizes }).last().click();
    const toast = workbench.toast(sizes).first();
    await toast.waitFor();
    await workbench.answer(toast, "Apply");
    await workbench.previewClosed();
    await workbench.line("FROM python:3.13-alpine").first().waitFor();
    await workbench.undo();
    await workbench.line("FROM python:3.13-slim").first().waitFor();
    // Nothing was saved, and with the undo nothing is left to save.
    await workbench.page.locator(".tab.dirty").first().waitFor({ state: "hidden" });
    assert.equal(onDisk(), original);
  });

  it("tells in the output what was done and what to check", async function () {
    if (!outputChannelsWork) this.skip();
    const { workbench } = current();
    await workbench.runCommand("Alpinize: Show Output");
    await workbench.page.locator(".output-view .view-line", { hasText: "On disk:" }).first().waitFor();
    await workbench.page
      .locator(".output-view .view-line", { hasText: /Line.\d+:/ })
      .first()
      .waitFor();
    await workbench.screenshot("output");
    await workbench.runCommand("View: Toggle Panel Visibility");
  });

  it("is not offered for another file", async () => {
    const { workbench } = current();
    await workbench.openFile("requirements.txt");
    const rows = await workbench.palette("Alpinize");
    await rows.filter({ hasText: "Alpinize: Show Output" }).waitFor();
    assert.equal(await rows.filter({ hasText: "Alpinize Dockerfile" }).count(), 0);
    await workbench.page.keyboard.press("Escape");
  });
});
