import { afterEach, beforeAll, expect, it } from "vitest";
import { type CodeLens, CodeLensRequest } from "vscode-languageserver/node";
import { built } from "../built";
import { Editor } from "./editor";

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

async function lenses(text: string): Promise<CodeLens[] | null> {
  await editor.open(uri, text);
  return editor.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } });
}

const first = { start: { line: 0, character: 0 }, end: { line: 0, character: 21 } };

it("the verdict stands above FROM, and starts a conversion where the editor has a command for it", async () => {
  editor = await Editor.start(module, { initializationOptions: { convertCommand: "my.convert" } });
  expect(await lenses("FROM python:3.13-slim\n")).toEqual([
    { range: first, command: { title: "Alpine: convert", command: "my.convert", arguments: [uri] } },
  ]);
});

it("the verdict is only read in editors without such a command", async () => {
  editor = await Editor.start(module);
  expect(await lenses("FROM python:3.13-slim\n")).toEqual([
    { range: first, command: { title: "Alpine: convert", command: "" } },
  ]);
});

it("there is none where there is nothing to say", async () => {
  editor = await Editor.start(module);
  expect(await lenses("FROM alpine:3.24\n")).toEqual([]);
});
