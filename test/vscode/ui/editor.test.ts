import assert from "node:assert/strict";
import { current } from "./current";

describe("in the editor", () => {
  it("a finding is underlined", async () => {
    const { workbench } = current();
    await workbench.openFile("Dockerfile");
    await workbench.squiggle().first().waitFor();
    await workbench.screenshot("squiggle");
  });

  it("the verdict above FROM starts a conversion", async () => {
    const { workbench } = current();
    const lens = workbench.lens(/^Alpine: convert/).first();
    await lens.waitFor();
    await workbench.screenshot("verdict");
    await workbench.press(lens, workbench.quickPick().filter({ hasText: "Base image only" }).first());
    await workbench.page.keyboard.press("Escape");
    await workbench.quickPick().first().waitFor({ state: "hidden" });
  });

  it("the hover on FROM tells the sizes of the image and of its Alpine variant", async () => {
    const { workbench } = current();
    const hover = await workbench.hover("FROM python", "python", /alpine[\s\S]*Quick Fix/);
    const text = (await hover.textContent()) ?? "";
    await workbench.screenshot("hover");
    assert.match(text, /3\.13-slim/);
    assert.match(text, /\d MB/);
  });

  it("the lightbulb changes the base image, and one undo takes it back", async () => {
    const { workbench, original, onDisk } = current();
    const rows = await workbench.lightbulb("FROM python", "python");
    await workbench.screenshot("lightbulb");
    await workbench.choose(rows, /python:3\.13-alpine/);
    await workbench.line("python:3.13-alpine").first().waitFor();
    await workbench.save();
    assert.match(onDisk(), /^FROM python:3\.13-alpine/);
    await workbench.undo();
    await workbench.line("python:3.13-slim").first().waitFor();
    await workbench.save();
    assert.equal(onDisk(), original);
  });
});
