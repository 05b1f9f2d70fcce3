import fc from "fast-check";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import {
  CancellationTokenSource,
  type ClientCapabilities,
  ErrorCodes,
  type Hover,
  HoverRequest,
  LSPErrorCodes,
  MarkupContent,
} from "vscode-languageserver/node";
import { levels } from "../../server/src/alpinize";
import { type ConvertResult, convertRequest, type LevelsResult, levelsRequest } from "../../server/src/protocol";
import { built } from "../built";
import { asking, Editor } from "./editor";
import { article, edited, whole } from "./texts";

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

const convert = (params: object) => editor.connection.sendRequest<ConvertResult>(convertRequest, params);

describe("alpinize/convert", () => {
  it.each(levels)("gives the text, the edits that lead to it, the reasons and the sizes: %s", async (level) => {
    editor = await Editor.start(module);
    await editor.open(uri, article, 7);
    const { version, text, edits, complete, stages, remarks, sizes } = await convert({ textDocument, level });
    expect(version).toBe(7);
    expect(text).toMatch(/^FROM python:3\.13-alpine/);
    expect(edited(article, edits)).toBe(text);
    expect(complete).toBe(true);
    expect(stages).toEqual([
      expect.objectContaining({ from: "python:3.13-slim", to: expect.stringMatching(/^python:3\.13-alpine/) }),
    ]);
    expect(remarks.length).toBeGreaterThan(0);
    for (const { message, range } of remarks) {
      expect(message).not.toBe("");
      expect(range.start.line).toBeLessThan(article.split("\n").length);
    }
    for (const { disk } of [...sizes.before, ...sizes.after]) {
      expect(disk.text).toMatch(disk.bytes === null ? /^unknown$/ : /\d [kMG]B$/);
    }
  });

  it("changes nothing where nothing is to be done", async () => {
    editor = await Editor.start(module);
    const clean = "FROM alpine:3.24\nRUN apk add --no-cache curl\n";
    await editor.open(uri, clean);
    expect(await convert({ textDocument, level: "single-run" })).toMatchObject({
      text: clean,
      edits: [],
      complete: true,
    });
  });

  it("says what it was not asked well", async () => {
    editor = await Editor.start(module);
    await editor.open(uri, article);
    await expect(convert({ textDocument, level: "multi" })).rejects.toMatchObject({
      code: ErrorCodes.InvalidParams,
      message: 'There is no level "multi". The levels are base, packages, single-run, multi-stage.',
    });
    await expect(convert({ textDocument: { uri: "file:///other" }, level: "base" })).rejects.toMatchObject({
      code: ErrorCodes.InvalidParams,
      message: expect.stringContaining("not open"),
    });
  });
});

describe("alpinize/levels", () => {
  it("tells what each level would give", async () => {
    editor = await Editor.start(module);
    await editor.open(uri, article, 3);
    const offered = await editor.connection.sendRequest<LevelsResult>(levelsRequest, { textDocument });
    expect(offered.version).toBe(3);
    expect(offered.levels.map(({ level }) => level)).toEqual(levels);
    for (const { level, title, summary, changes, sizes } of offered.levels) {
      expect(changes).toBe(true);
      expect(title).not.toBe("");
      expect(summary).not.toBe("");
      expect(sizes).toEqual((await convert({ textDocument, level })).sizes);
    }
  });
});

describe("hover", () => {
  const hover = (line: number, character: number) =>
    editor.connection.sendRequest(HoverRequest.type, { textDocument, position: { line, character } });
  const contentsOf = (found: Hover | null) => {
    if (!MarkupContent.is(found?.contents)) throw new Error("no hover");
    return found.contents;
  };
  const withFormat = (contentFormat: ("markdown" | "plaintext")[]): ClientCapabilities => ({
    textDocument: { hover: { contentFormat } },
  });

  it("tells the sizes of the base image and of its Alpine variant", async () => {
    editor = await Editor.start(module, { capabilities: withFormat(["markdown", "plaintext"]) });
    await editor.open(uri, article);
    const found = await hover(0, 8);
    const { kind, value } = contentsOf(found);
    expect(kind).toBe("markdown");
    expect(value).toMatch(/3\.13-alpine/);
    expect(value).toMatch(/\d MB/);
    expect(found?.range?.start.line).toBe(0);
  });

  it.each([[["plaintext"]], [[]]] as ["plaintext"[]][])(
    "is plain text for an editor that shows only that: %j",
    async (formats) => {
      editor = await Editor.start(module, { capabilities: withFormat(formats) });
      await editor.open(uri, article);
      const { kind, value } = contentsOf(await hover(0, 8));
      expect(kind).toBe("plaintext");
      expect(value).toMatch(/3\.13-alpine/);
      expect(value).not.toMatch(/\*\*|`|^\s*\|/m);
    },
  );

  it("is nothing where there is nothing to say", async () => {
    editor = await Editor.start(module);
    await editor.open(uri, `${article}\n\n`);
    expect(await hover(13, 0)).toBeNull();
    expect(await hover(999, 999)).toBeNull();
  });
});

describe("the line to the editor", () => {
  it("drops requests that were cancelled while they waited, and no others", async () => {
    editor = await Editor.start(module);
    await editor.open(uri, article);
    const cancelled = new CancellationTokenSource();
    const params = { textDocument, level: "base" };
    const answers: Promise<unknown>[] = [];
    await editor.together(() => {
      for (const request of [convertRequest, levelsRequest]) {
        answers.push(editor.connection.sendRequest(request, params, cancelled.token));
      }
      answers.push(convert(params));
      cancelled.cancel();
    });
    const [first, second, third] = await Promise.allSettled(answers);
    const dropped = { status: "rejected", reason: { code: LSPErrorCodes.RequestCancelled } };
    expect(first).toMatchObject(dropped);
    expect(second).toMatchObject(dropped);
    expect(third).toMatchObject({ status: "fulfilled", value: { version: 1 } });
  });

  it("stays open whatever stands in the file", async () => {
    editor = await Editor.start(module, { capabilities: asking });
    let documents = 0;
    const words = fc.constantFrom(
      "FROM",
      "RUN",
      "apt-get install",
      "python:3.13-slim",
      "<<EOF",
      "\\\n",
      "\n",
      "$(",
      '["',
      "\0",
      "\ud800",
      " ",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(words, { maxLength: 30 }).map((all) => all.join(" ")),
    );
    await fc.assert(
      fc.asyncProperty(text, async (garbage) => {
        const document = { uri: `untitled:garbage-${++documents}` };
        await editor.open(document.uri, garbage);
        await editor.connection.sendRequest("textDocument/diagnostic", { textDocument: document });
        await editor.actions(document.uri, whole);
        await convert({ textDocument: document, level: "single-run" });
        await editor.close(document.uri);
      }),
      { numRuns: 60 },
    );
  });

  it("refuses what it does not know", async () => {
    editor = await Editor.start(module);
    await expect(editor.connection.sendRequest("alpinize/nothing", {})).rejects.toMatchObject({
      code: ErrorCodes.MethodNotFound,
    });
  });
});
