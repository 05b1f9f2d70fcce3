import { fork } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  createProtocolConnection,
  ExitNotification,
  InitializeRequest,
  IPCMessageReader,
  IPCMessageWriter,
  ShowMessageNotification,
  ShutdownRequest,
} from "vscode-languageserver/node";
import { convertRequest } from "../../server/src/protocol";
import { built } from "../built";
import { Editor } from "./editor";

let module: string;
let folder: string;

beforeAll(async () => {
  module = await built("server");
  folder = mkdtempSync(join(tmpdir(), "alpinize-server-"));
});

afterAll(() => rmSync(folder, { recursive: true }));

it("ends with 0 when it was asked to, and with 1 when the editor is gone", async () => {
  expect(await (await Editor.start(module)).stop()).toBe(0);
  expect(await (await Editor.start(module)).vanish()).toBe(1);
});

it("speaks over stdio when it is not told how to speak", async () => {
  const editor = await Editor.start(module, { transport: [] });
  expect(editor.initialized.serverInfo?.name).toBe("Alpinize");
  expect(await editor.stop()).toBe(0);
});

it("speaks over the channel that VS Code opens to its servers", async () => {
  const server = fork(module, ["--node-ipc"]);
  const connection = createProtocolConnection(new IPCMessageReader(server), new IPCMessageWriter(server));
  connection.listen();
  const params = { processId: process.pid, rootUri: null, capabilities: {} };
  const { serverInfo } = await connection.sendRequest(InitializeRequest.type, params);
  expect(serverInfo?.name).toBe("Alpinize");
  await connection.sendRequest(ShutdownRequest.type);
  void connection.sendNotification(ExitNotification.type);
  expect(await once(server, "exit")).toEqual([0, null]);
});

it("says once that its tables are missing, and goes on", async () => {
  mkdirSync(join(folder, "dist"));
  const lonely = join(folder, "dist", "server.js");
  copyFileSync(module, lonely);
  const editor = await Editor.start(lonely);
  const shown: string[] = [];
  const first = new Promise<void>((resolve) => {
    editor.connection.onNotification(ShowMessageNotification.type, ({ message }) => {
      shown.push(message);
      resolve();
    });
  });
  const textDocument = { uri: "file:///nowhere/Dockerfile" };
  await editor.open(textDocument.uri, "FROM python:3.13-slim\n");
  await first;
  await editor.change(textDocument.uri, 2, { text: "FROM python:3.12-slim\n" });
  await expect(editor.connection.sendRequest(convertRequest, { textDocument, level: "base" })).rejects.toMatchObject({
    message: expect.stringMatching(/^The tables of Alpinize cannot be read \(.*\)\. Install it again\.$/),
  });
  expect(shown).toEqual([expect.stringContaining("Install it again.")]);
  expect(await editor.stop()).toBe(0);
});
