import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { LineIndex } from "../../server/src/text/lines";

const texts = fc.string({ unit: fc.constantFrom("a", "é", "😀", "\n", "\r", "\r\n", " ") });

describe("LineIndex", () => {
  it("counts lines that end with LF, CRLF and CR", () => {
    const index = new LineIndex("a\nbc\r\nd\re");
    expect(index.lineCount).toBe(4);
    expect([0, 1, 2, 3].map((line) => index.lineSpan(line))).toEqual([
      { start: 0, end: 1 },
      { start: 2, end: 4 },
      { start: 6, end: 7 },
      { start: 8, end: 9 },
    ]);
  });

  it("has one empty line for the empty text", () => {
    const index = new LineIndex("");
    expect(index.lineCount).toBe(1);
    expect(index.positionAt(0)).toEqual({ line: 0, character: 0 });
  });

  it("counts UTF-16 units", () => {
    expect(new LineIndex("😀b").positionAt(2)).toEqual({ line: 0, character: 2 });
  });

  it("moves offsets inside a line ending to the end of the line", () => {
    expect(new LineIndex("a\r\nb").positionAt(2)).toEqual({ line: 0, character: 1 });
  });

  it("moves what lies outside to the nearest place", () => {
    const index = new LineIndex("ab\r\ncd");
    expect(index.positionAt(-1)).toEqual({ line: 0, character: 0 });
    expect(index.positionAt(99)).toEqual({ line: 1, character: 2 });
    expect(index.offsetAt({ line: 0, character: 99 })).toBe(2);
    expect(index.offsetAt({ line: 0, character: -1 })).toBe(0);
    expect(index.offsetAt({ line: -1, character: 5 })).toBe(0);
    expect(index.offsetAt({ line: 9, character: 0 })).toBe(6);
    expect(index.lineSpan(9)).toEqual({ start: 4, end: 6 });
  });

  it("agrees with the language server's own text document", () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: -2, max: 40 }), fc.integer({ min: -1, max: 12 }), (text, offset, line) => {
        const index = new LineIndex(text);
        const document = TextDocument.create("file:///a", "dockerfile", 1, text);
        expect(index.lineCount).toBe(document.lineCount);
        expect(index.positionAt(offset)).toEqual(document.positionAt(offset));
        const position = { line: Math.max(0, line), character: Math.max(0, offset) };
        expect(index.offsetAt(position)).toBe(document.offsetAt(position));
      }),
    );
  });
});
