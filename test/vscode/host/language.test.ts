import assert from "node:assert/strict";
import * as vscode from "vscode";
import { articleDockerfile } from "../harness/workspace";
import { closeAll, open } from "./documents";
import { findings, gone } from "./waiting";

const start = new vscode.Position(0, 8);

const text = (hovers: readonly vscode.Hover[]) =>
  hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === "string" ? content : content.value))
    .join("\n");

async function actions(
  uri: vscode.Uri,
  range: vscode.Range,
  kind: vscode.CodeActionKind,
): Promise<vscode.CodeAction[]> {
  const all = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    uri,
    range,
    kind.value,
    20,
  );
  return all.filter((action) => action.edit);
}

/** No diagnostics come for these: the server is awaited by its client's own start. */
const extensionActive = () => vscode.extensions.getExtension("alpinize.alpinize")?.activate();

describe("the language server, in VS Code", () => {
  afterEach(closeAll);

  it("names each finding by its rule", async () => {
    const document = await open("language/Dockerfile", articleDockerfile);
    const own = await findings(document.uri);
    for (const { code } of own) {
      assert.match(String(typeof code === "object" ? code.value : code), /^[a-z]+(-[a-z]+)+$/);
    }
    assert.ok(
      own.some(({ range }) => range.start.line === 0),
      "the base image has a finding",
    );
  });

  it("has no findings for a clean Alpine file, and finds again what is typed", async () => {
    const document = await open("language-typed/Dockerfile", "FROM python:3.13-slim\n");
    await findings(document.uri);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(0, 0, 0, 21), "FROM python:3.13-alpine");
    await vscode.workspace.applyEdit(edit);
    await gone(document.uri, ({ source }) => source === "alpinize");
    await vscode.commands.executeCommand("undo");
    await findings(document.uri);
  });

  it("says above FROM whether the image is to be converted, and starts that", async () => {
    const lenses = async (uri: vscode.Uri) =>
      vscode.commands.executeCommand<vscode.CodeLens[]>("vscode.executeCodeLensProvider", uri, 20);
    const convertible = await open("language-lens/Dockerfile", articleDockerfile);
    await findings(convertible.uri);
    const [own] = await lenses(convertible.uri);
    assert.match(own?.command?.title ?? "", /^Alpine: convert/);
    assert.equal(own?.range.start.line, 0);
    assert.ok((await vscode.commands.getCommands()).includes(own?.command?.command ?? ""), "its command is there");

    const stuck = await open("language-lens-stuck/Dockerfile", "FROM python:3.13\nRUN pip install torch\n");
    await findings(stuck.uri);
    const [stay] = await lenses(stuck.uri);
    assert.match(stay?.command?.title ?? "", /^Alpine: stay on python:3\.13-slim because torch/);
    assert.equal(stay?.command?.command, "");
  });

  it("tells the sizes of the base image and of its Alpine variant", async () => {
    const document = await open("language-hover/Dockerfile", articleDockerfile);
    await findings(document.uri);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      document.uri,
      start,
    );
    assert.match(text(hovers), /3\.13-alpine/);
    assert.match(text(hovers), /\d MB/);
  });

  it("completes package names with size and repository, and tags of images", async () => {
    const document = await open("language-completion/Dockerfile", "FROM python:\nRUN apk add libpq-\n");
    await extensionActive();
    const complete = async (line: number, character: number) =>
      (
        await vscode.commands.executeCommand<vscode.CompletionList>(
          "vscode.executeCompletionItemProvider",
          document.uri,
          new vscode.Position(line, character),
        )
      ).items;
    const nameOf = ({ label }: vscode.CompletionItem) => (typeof label === "string" ? label : label.label);
    const dev = (await complete(1, 18)).find((item) => nameOf(item) === "libpq-dev");
    assert.match(dev?.detail ?? "", /MB, main$/);
    assert.ok((await complete(0, 12)).some((item) => nameOf(item) === "python:3.13-alpine"));
  });

  it("offers the Alpine image as a quick fix, which clears its finding", async () => {
    const document = await open("language-fix/Dockerfile", "FROM python:3.13-slim\n");
    const [finding] = await findings(document.uri);
    assert.ok(finding);
    const fix = (await actions(document.uri, finding.range, vscode.CodeActionKind.QuickFix)).find(({ title }) =>
      title.includes("alpine"),
    );
    assert.ok(fix?.edit);
    await vscode.workspace.applyEdit(fix.edit);
    assert.match(document.getText(), /^FROM python:3\.13-alpine/);
    await gone(document.uri, ({ code }) => JSON.stringify(code) === JSON.stringify(finding.code));
  });

  for (const level of ["base", "packages", "singleRun", "multiStage"]) {
    it(`offers the conversion refactor.rewrite.alpinize.${level}`, async () => {
      const document = await open(`language-${level}/Dockerfile`, articleDockerfile);
      await findings(document.uri);
      const kind = vscode.CodeActionKind.RefactorRewrite.append("alpinize").append(level);
      const [action] = await actions(document.uri, new vscode.Range(start, start), kind);
      assert.ok(action?.edit);
      await vscode.workspace.applyEdit(action.edit);
      assert.match(document.getText(), /^FROM python:3\.13-alpine/);
      assert.equal(/apk add/.test(document.getText()), level !== "base");
    });
  }

  it("fixes all that is safe with source.fixAll.alpinize, and changes no base image", async () => {
    const document = await open("language-all/Dockerfile", "FROM python:3.13-alpine\nRUN apk update && apk add curl\n");
    await findings(document.uri);
    const kind = vscode.CodeActionKind.SourceFixAll.append("alpinize");
    const [action] = await actions(document.uri, new vscode.Range(0, 0, 1, 0), kind);
    assert.ok(action?.edit);
    await vscode.workspace.applyEdit(action.edit);
    assert.match(document.getText(), /^FROM python:3\.13-alpine\nRUN apk add --no-cache curl\n$/);
  });

  it("stops with alpinize.enable and starts again", async () => {
    const document = await open("language-enable/Dockerfile", articleDockerfile);
    await findings(document.uri);
    const settings = vscode.workspace.getConfiguration("alpinize");
    try {
      await settings.update("enable", false, vscode.ConfigurationTarget.Global);
      await gone(document.uri, ({ source }) => source === "alpinize");
    } finally {
      await settings.update("enable", undefined, vscode.ConfigurationTarget.Global);
    }
    await findings(document.uri);
  });
});
