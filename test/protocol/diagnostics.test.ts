import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import {
  type Diagnostic,
  DiagnosticSeverity,
  DocumentDiagnosticRequest,
  type FullDocumentDiagnosticReport,
} from "vscode-languageserver/node";
import { built, root } from "../built";
import { asking, Editor } from "./editor";
import { article, offsetOf, unclean } from "./texts";

let module: string;
let editor: Editor;

beforeAll(async () => {
  module = await built("server");
});

afterEach(async () => {
  expect(editor.stderr).toBe("");
  await editor.stop();
});

const uri = "file:///nowhere/Dockerfile";

const marked = (text: string, { range }: Diagnostic) =>
  text.slice(offsetOf(text, range.start), offsetOf(text, range.end));

describe("diagnostics that are sent", () => {
  it("name their rule, and where it is explained when there is such a place", async () => {
    editor = await Editor.start(module);
    await editor.open(uri, article);
    const diagnostics = await editor.diagnosticsOf(uri, 1);
    expect(diagnostics.length).toBeGreaterThan(0);
    const { repository } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    for (const { source, code, codeDescription, message, severity } of diagnostics) {
      expect(source).toBe("alpinize");
      expect(code).toMatch(/^[a-z]+(-[a-z]+)+$/);
      expect(severity).toBeGreaterThanOrEqual(DiagnosticSeverity.Error);
      expect(message).toMatch(/\w/);
      expect(codeDescription !== undefined).toBe(repository !== undefined);
      if (codeDescription) expect(codeDescription.href).toMatch(new RegExp(`^https://.*/docs/rules\\.md#${code}$`));
    }
    expect(diagnostics.some((diagnostic) => marked(article, diagnostic).includes("python:3.13-slim"))).toBe(true);
  });

  it("leave out the address for an editor that cannot show it", async () => {
    editor = await Editor.start(module, { capabilities: {} });
    await editor.open(uri, article);
    for (const diagnostic of await editor.diagnosticsOf(uri, 1))
      expect(diagnostic).not.toHaveProperty("codeDescription");
  });

  it("count characters as UTF-16 does", async () => {
    editor = await Editor.start(module);
    const plain = "FROM python:3.13-alpine\nRUN echo xx && apk update && apk add --no-cache curl\n";
    const astral = plain.replace("xx", "😀");
    await editor.open("untitled:plain", plain);
    await editor.open("untitled:astral", astral);
    const [expected, actual] = [
      await editor.diagnosticsOf("untitled:plain", 1),
      await editor.diagnosticsOf("untitled:astral", 1),
    ];
    expect(expected.length).toBeGreaterThan(0);
    expect(actual).toEqual(expected);
  });

  it("follow what is typed", async () => {
    editor = await Editor.start(module);
    await editor.open(uri, "FROM python:3.13-slim\n");
    expect(await editor.diagnosticsOf(uri, 1)).not.toEqual([]);
    await editor.change(uri, 2, { text: "FROM python:3.13-alpine\n" });
    expect(await editor.diagnosticsOf(uri, 2)).toEqual([]);
  });

  it("come once for a burst of changes, and for the last of them", async () => {
    editor = await Editor.start(module);
    await editor.open(uri, "");
    await editor.diagnosticsOf(uri, 1);
    const typed = "FROM python:3.13-slim";
    await editor.together(() => {
      for (const [at, letter] of [...typed].entries()) {
        const cursor = { line: 0, character: at };
        void editor.change(uri, at + 2, { range: { start: cursor, end: cursor }, text: letter });
      }
    });
    expect(await editor.diagnosticsOf(uri, typed.length + 1)).not.toEqual([]);
    expect(editor.published.map(({ version }) => version)).toEqual([1, typed.length + 1]);
  });

  it("go when the document is closed, and are the new text's when it is opened again", async () => {
    editor = await Editor.start(module);
    await editor.open(uri, article);
    await editor.diagnosticsOf(uri, 1);
    await editor.close(uri);
    expect(await editor.diagnosticsOf(uri, undefined)).toEqual([]);
    editor.published.length = 0;
    await editor.open(uri, "FROM alpine:3.24\n");
    expect(await editor.diagnosticsOf(uri, 1)).toEqual([]);
  });
});

describe("diagnostics that are asked for", () => {
  const ask = (previousResultId?: string) =>
    editor.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
      ...(previousResultId !== undefined && { previousResultId }),
    });

  it("are the same as those that are sent, and are never sent as well", async () => {
    editor = await Editor.start(module);
    await editor.open(uri, article);
    const sent = await editor.diagnosticsOf(uri, 1);
    expect(editor.initialized.capabilities.diagnosticProvider).toBeUndefined();
    await editor.stop();

    editor = await Editor.start(module, { capabilities: asking });
    expect(editor.initialized.capabilities.diagnosticProvider).toBeDefined();
    await editor.open(uri, article);
    const { items } = (await ask()) as FullDocumentDiagnosticReport;
    expect(items).toEqual(sent);
    await editor.change(uri, 2, { text: unclean });
    await ask();
    await editor.close(uri);
    await ask();
    expect(editor.published).toEqual([]);
  });

  it("are not repeated while nothing has changed", async () => {
    editor = await Editor.start(module, { capabilities: asking });
    await editor.open(uri, unclean);
    const first = await ask();
    expect(first).toMatchObject({ kind: "full" });
    expect(await ask(first.resultId)).toEqual({ kind: "unchanged", resultId: first.resultId });
    await editor.change(uri, 2, { text: "FROM alpine:3.24\n" });
    expect(await ask(first.resultId)).toMatchObject({ kind: "full", items: [] });
  });

  it("are not taken for those of an earlier text with the same version", async () => {
    editor = await Editor.start(module, { capabilities: asking });
    await editor.open(uri, unclean);
    const { resultId } = await ask();
    await editor.close(uri);
    await editor.open(uri, "FROM alpine:3.24\n");
    expect(await ask(resultId)).toMatchObject({ kind: "full", items: [] });
  });

  it("are none for a document that is not open", async () => {
    editor = await Editor.start(module, { capabilities: asking });
    expect(await ask()).toEqual({ kind: "full", items: [] });
  });
});
