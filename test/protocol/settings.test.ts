import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  type Diagnostic,
  DiagnosticSeverity,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticRequest,
  FileChangeType,
  type FullDocumentDiagnosticReport,
  ShowMessageNotification,
} from "vscode-languageserver/node";
import { built } from "../built";
import { asking, capable, Editor } from "./editor";

let module: string;
let editor: Editor;
let folder: string;

beforeAll(async () => {
  module = await built("server");
});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "alpinize-settings-"));
});

afterEach(async () => {
  await editor.stop();
  rmSync(folder, { recursive: true });
});

const text = "FROM alpine:3.24\nRUN apk add curl\n";
const rules = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);
const uriOf = (...path: string[]) => pathToFileURL(join(folder, ...path)).href;

/** The next diagnostics that are sent from now on. */
async function afterwards(uri: string, act: () => Promise<void> | void): Promise<Diagnostic[]> {
  editor.published.length = 0;
  await act();
  return editor.diagnosticsOf(uri, 1);
}

describe("the editor's settings", () => {
  const uri = "untitled:Dockerfile";

  it("set how severe a rule's findings are, from the first diagnostics on", async () => {
    editor = await Editor.start(module, { rules: { "apk-cache-kept": "error" } });
    await editor.open(uri, text);
    expect(await editor.diagnosticsOf(uri, 1)).toMatchObject([
      { code: "apk-cache-kept", severity: DiagnosticSeverity.Error },
    ]);
    expect(editor.published).toHaveLength(1);
  });

  it("turn a rule off and on again while documents are open", async () => {
    editor = await Editor.start(module, { rules: {} });
    await editor.open(uri, text);
    expect(rules(await editor.diagnosticsOf(uri, 1))).toEqual(["apk-cache-kept"]);
    expect(await afterwards(uri, () => editor.set({ "apk-cache-kept": "off" }))).toEqual([]);
    expect(rules(await afterwards(uri, () => editor.set(null)))).toEqual(["apk-cache-kept"]);
  });

  it("hold for diagnostics that are asked for", async () => {
    editor = await Editor.start(module, { capabilities: asking, rules: { "apk-cache-kept": "off" } });
    await editor.open(uri, text);
    const report = await editor.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
    expect((report as FullDocumentDiagnosticReport).items).toEqual([]);
  });

  it.each([["text"], [{ "apk-cache-kept": 7, "no-such-rule": "off" }], [null]])(
    "that are none change nothing: %j",
    async (set) => {
      editor = await Editor.start(module, { rules: set });
      await editor.open(uri, text);
      expect(rules(await editor.diagnosticsOf(uri, 1))).toEqual(["apk-cache-kept"]);
    },
  );
});

describe("a project's file", () => {
  it("goes before the editor's settings, from the nearest folder upwards", async () => {
    writeFileSync(join(folder, ".alpinize.json"), '{ "rules": { "apk-cache-kept": "hint" } }');
    editor = await Editor.start(module, { folders: [uriOf()], rules: { "apk-cache-kept": "error" } });
    const uri = uriOf("deep", "er", "Dockerfile");
    await editor.open(uri, text);
    expect(await editor.diagnosticsOf(uri, 1)).toMatchObject([{ severity: DiagnosticSeverity.Hint }]);
  });

  it("is not looked for outside the opened folder", async () => {
    writeFileSync(join(folder, ".alpinize.json"), '{ "rules": { "apk-cache-kept": "off" } }');
    editor = await Editor.start(module, { folders: [uriOf("deep")] });
    const uri = uriOf("deep", "Dockerfile");
    await editor.open(uri, text);
    expect(rules(await editor.diagnosticsOf(uri, 1))).toEqual(["apk-cache-kept"]);
  });

  it("counts at once when it is written", async () => {
    const workspace = { ...capable.workspace, didChangeWatchedFiles: { dynamicRegistration: true } };
    editor = await Editor.start(module, { folders: [uriOf()], capabilities: { ...capable, workspace } });
    const uri = uriOf("Dockerfile");
    await editor.open(uri, text);
    expect(rules(await editor.diagnosticsOf(uri, 1))).toEqual(["apk-cache-kept"]);
    writeFileSync(join(folder, ".alpinize.json"), '{ "rules": { "apk-cache-kept": "off" } }');
    const changes = [{ uri: uriOf(".alpinize.json"), type: FileChangeType.Created as FileChangeType }];
    const tell = () => editor.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
    expect(await afterwards(uri, tell)).toEqual([]);
  });

  it("that is broken is said once, and left out of account", async () => {
    writeFileSync(join(folder, ".alpinize.json"), '{ "rules": { "apk-cache-keep": "off" } }');
    editor = await Editor.start(module, { folders: [uriOf()] });
    const messages: string[] = [];
    editor.connection.onNotification(ShowMessageNotification.type, ({ message }) => {
      messages.push(message);
    });
    const uri = uriOf("Dockerfile");
    await editor.open(uri, text);
    expect(rules(await editor.diagnosticsOf(uri, 1))).toEqual(["apk-cache-kept"]);
    expect(messages).toEqual([expect.stringMatching(/\.alpinize\.json:1:14: there is no rule "apk-cache-keep"\.$/)]);
  });
});
