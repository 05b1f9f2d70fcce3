import assert from "node:assert/strict";
import * as vscode from "vscode";
import { articleDockerfile } from "../harness/workspace";
import { closeAll, open, write } from "./documents";
import { until } from "./waiting";

const preview = (tab: vscode.Tab | undefined) =>
  tab?.input instanceof vscode.TabInputTextDiff && tab.input.modified.scheme === "alpinize-preview"
    ? { title: tab.label, source: tab.input.original, result: tab.input.modified }
    : undefined;

const openPreviews = () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).flatMap((tab) => preview(tab) ?? []);

async function convert(document: vscode.TextDocument, level: string) {
  await vscode.commands.executeCommand("alpinize.convert", document.uri, level);
  return until("the diff", [vscode.window.tabGroups.onDidChangeTabs as vscode.Event<never>], () => openPreviews()[0]);
}

const apply = () => vscode.commands.executeCommand("alpinize.applyConversion");

describe("alpinize.convert", () => {
  afterEach(closeAll);

  for (const level of ["base", "packages", "single-run"]) {
    it(`applies ${level} as one step that one undo takes back`, async () => {
      const document = await open(`convert-${level}/Dockerfile`, articleDockerfile);
      const { result, title } = await convert(document, level);
      const proposed = (await vscode.workspace.openTextDocument(result)).getText();
      assert.match(title, /→/);
      assert.match(proposed, /^FROM python:3\.13-alpine/);
      assert.equal(document.getText(), articleDockerfile, "nothing is applied before the user says so");
      await apply();
      assert.equal(document.getText(), proposed);
      assert.deepEqual(openPreviews(), []);
      await vscode.commands.executeCommand("undo");
      assert.equal(document.getText(), articleDockerfile);
    });
  }

  it("keeps Windows line endings and takes them back", async () => {
    const windows = articleDockerfile.replaceAll("\n", "\r\n");
    const document = await open("convert-crlf/Dockerfile", windows);
    await convert(document, "packages");
    await apply();
    assert.match(document.getText(), /^FROM python:3\.13-alpine/);
    assert.ok(!/[^\r]\n/.test(document.getText()));
    await vscode.commands.executeCommand("undo");
    assert.equal(document.getText(), windows);
  });

  it("leaves the file alone on cancel", async () => {
    const document = await open("convert-cancel/Dockerfile", articleDockerfile);
    await convert(document, "base");
    await vscode.commands.executeCommand("alpinize.cancelConversion");
    assert.deepEqual(openPreviews(), []);
    assert.equal(document.isDirty, false);
  });

  it("shows a new preview instead of applying to a file that has changed since", async () => {
    const document = await open("convert-changed/Dockerfile", articleDockerfile);
    const first = await convert(document, "base");
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), "# mine\n");
    await vscode.workspace.applyEdit(edit);
    await apply();
    const [second, ...others] = openPreviews();
    assert.ok(second);
    assert.deepEqual(others, []);
    assert.notEqual(second.result.toString(), first.result.toString());
    assert.match(document.getText(), /^# mine\nFROM python:3\.13-slim/);
    await apply();
    assert.match(document.getText(), /^# mine\nFROM python:3\.13-alpine/);
  });

  it("replaces the preview of another level", async () => {
    const document = await open("convert-again/Dockerfile", articleDockerfile);
    await convert(document, "base");
    await convert(document, "packages");
    assert.equal(openPreviews().length, 1);
    await apply();
    assert.match(document.getText(), /apk add/);
  });

  it("opens no diff when there is nothing to convert", async () => {
    const document = await open("convert-nothing/Dockerfile", "FROM alpine:3.22\nRUN apk add --no-cache curl\n");
    await vscode.commands.executeCommand("alpinize.convert", document.uri, "single-run");
    assert.deepEqual(openPreviews(), []);
    assert.equal(document.isDirty, false);
  });

  it("opens no diff for a file that is no Dockerfile", async () => {
    await vscode.commands.executeCommand(
      "alpinize.convert",
      write("convert-other/notes.txt", "FROM python:3.13\n"),
      "base",
    );
    assert.deepEqual(openPreviews(), []);
  });
});
