import { afterEach, beforeAll, describe, expect, it } from "vitest";
import {
  type ClientCapabilities,
  type CompletionList,
  CompletionRequest,
  type Position,
  TextEdit,
} from "vscode-languageserver/node";
import { built } from "../built";
import { Editor } from "./editor";
import { edited, positionOf } from "./texts";

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
const textDocument = { uri };

const ask = (position: Position) =>
  editor.connection.sendRequest(CompletionRequest.type, { textDocument, position }) as Promise<CompletionList | null>;

/** Opens the text and asks where `|` stands in it. */
async function complete(marked: string) {
  const offset = marked.indexOf("|");
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  await editor.open(uri, text);
  return { text, list: await ask(positionOf(text, offset)) };
}

describe("completion", () => {
  it("offers packages of the stage's release, each with an edit of the word around the cursor", async () => {
    editor = await Editor.start(module);
    const { text, list } = await complete(
      "FROM alpine:3.22\r\n# ü𝄞\r\nRUN apk add --no-cache \\\r\n    libpq-d| \\\r\n    git\r\n",
    );
    const [item, ...others] = list?.items ?? [];
    expect(others).toEqual([]);
    expect(list?.isIncomplete).toBe(false);
    expect(item).toMatchObject({ label: "libpq-dev", detail: expect.stringMatching(/^[\d.]+ MB, main$/) });
    if (!TextEdit.is(item?.textEdit)) throw new Error("no edit");
    expect(edited(text, [item.textEdit])).toBe(text.replace("libpq-d", "libpq-dev"));
  });

  it("says that a list is cut, in an order that editors keep", async () => {
    editor = await Editor.start(module);
    const { list } = await complete("FROM alpine:3.22\nRUN apk add p|\n");
    expect(list?.isIncomplete).toBe(true);
    const order = list?.items.map(({ sortText = "" }) => sortText) ?? [];
    expect(order).toEqual([...order].sort());
    expect(new Set(order).size).toBe(order.length);
  });

  it("follows what is typed", async () => {
    editor = await Editor.start(module);
    const { text } = await complete("FROM alpine:3.22\nRUN apk add |\n");
    let { line, character } = positionOf(text, text.length - 1);
    for (const [version, letter] of [..."libpq-"].entries()) {
      const at = { line, character };
      await editor.change(uri, version + 2, { range: { start: at, end: at }, text: letter });
      character += 1;
    }
    expect((await ask({ line, character }))?.items.map(({ label }) => label)).toEqual(["libpq-dev"]);
  });

  it("offers tags with their sizes, and asks to be called at the colon", async () => {
    editor = await Editor.start(module);
    expect(editor.initialized.capabilities.completionProvider?.triggerCharacters).toContain(":");
    const { list } = await complete("FROM python:|\n");
    const alpine = list?.items.find(({ label }) => label === "python:3.13-alpine");
    expect(alpine?.detail).toMatch(/ MB on disk, on Alpine 3\.\d+$/);
  });

  it.each([true, false])("shows the size beside each name where the editor can: %s", async (labelDetailsSupport) => {
    const capabilities: ClientCapabilities = {
      textDocument: { completion: { completionItem: { labelDetailsSupport } } },
    };
    editor = await Editor.start(module, { capabilities });
    const { list } = await complete("FROM alpine:3.22\nRUN apk add libpq-d|\n");
    const [item] = list?.items ?? [];
    expect(item?.labelDetails).toEqual(labelDetailsSupport ? { description: item?.detail } : undefined);
  });

  it("is nothing where we have nothing to offer, in a file that is not open, and beyond the end", async () => {
    editor = await Editor.start(module);
    expect(await ask({ line: 0, character: 0 })).toBeNull();
    expect((await complete("FROM alpine:3.22\nRUN echo cur|\n")).list).toBeNull();
    expect(await ask({ line: 999, character: 999 })).toBeNull();
  });
});
