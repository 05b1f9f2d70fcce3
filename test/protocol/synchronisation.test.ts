import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TextDocumentContentChangeEvent } from "vscode-languageserver/node";
import { type ConvertResult, convertRequest } from "../../server/src/protocol";
import { built } from "../built";
import { Editor } from "./editor";
import { edited, offsetOf, positionOf } from "./texts";

let editor: Editor;

beforeAll(async () => {
  editor = await Editor.start(await built("server"));
});

afterAll(() => editor.stop());

const convert = (uri: string) =>
  editor.connection.sendRequest<ConvertResult>(convertRequest, { textDocument: { uri }, level: "base" });

const piece = fc.constantFrom(
  "FROM python:3.13-slim\n",
  "RUN apt-get update && apt-get install -y curl\r\n",
  "# grüße 😀 𝒳\n",
  "\r\n",
  "\n",
  "\r",
  "\\\n",
  "<<EOF",
  "a",
  "😀",
  "\t",
);
const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(""));

/** `from` and `to` as shares of whatever the text is when the edit comes. */
const edit = fc.record({
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.double({ min: 0, max: 0.5, noNaN: true }),
  newText: text,
  /** Sent as the whole new text, as editors without incremental synchronisation do. */
  whole: fc.nat({ max: 4 }).map((dice) => dice === 0),
});

/** A place where an editor can have its cursor: not within a line ending, nor within a character. */
function place(document: string, share: number): number {
  const offset = offsetOf(document, positionOf(document, Math.floor(share * document.length)));
  const inLineEnding = document[offset - 1] === "\r" && document[offset] === "\n";
  const inCharacter = /[\udc00-\udfff]/.test(document[offset] ?? "");
  return inLineEnding || inCharacter ? offset - 1 : offset;
}

describe("the text the server holds", () => {
  it("is the editor's after any edits", async () => {
    let documents = 0;
    await fc.assert(
      fc.asyncProperty(text, fc.array(edit, { maxLength: 12 }), async (start, edits) => {
        const uri = `untitled:${++documents}`;
        await editor.open(uri, start);
        let current = start;
        let version = 1;
        for (const { from, length, newText, whole } of edits) {
          const begin = place(current, from);
          const end = Math.max(begin, place(current, Math.min(1, from + length)));
          const next = whole ? newText : current.slice(0, begin) + newText + current.slice(end);
          const range = { start: positionOf(current, begin), end: positionOf(current, end) };
          const change: TextDocumentContentChangeEvent = whole ? { text: newText } : { range, text: newText };
          await editor.change(uri, ++version, change);
          current = next;
        }
        const result = await convert(uri);
        expect(result.version).toBe(version);
        expect(result.text).toBe(edited(current, result.edits));
        await editor.close(uri);
      }),
      { numRuns: 150 },
    );
  });

  it("takes several changes of one message in their order", async () => {
    const uri = "untitled:several";
    await editor.open(uri, "FROM alpine\n");
    const at = (line: number, character: number) => ({ line, character });
    await editor.change(
      uri,
      2,
      { range: { start: at(0, 11), end: at(0, 11) }, text: ":3.24" },
      { range: { start: at(0, 16), end: at(0, 16) }, text: " AS base" },
      { range: { start: at(1, 0), end: at(1, 0) }, text: "RUN true\n" },
    );
    expect((await convert(uri)).text).toBe("FROM alpine:3.24 AS base\nRUN true\n");
  });

  it("is kept apart for each document, saved or not", async () => {
    await editor.open("file:///nowhere/Dockerfile", "FROM alpine:3.23\n");
    await editor.open("untitled:Untitled-1", "FROM alpine:3.24\n");
    expect((await convert("file:///nowhere/Dockerfile")).text).toBe("FROM alpine:3.23\n");
    expect((await convert("untitled:Untitled-1")).text).toBe("FROM alpine:3.24\n");
  });
});
