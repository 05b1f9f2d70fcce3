import { afterEach, beforeAll, describe, expect, it } from "vitest";
import {
  type CodeAction,
  CodeActionKind,
  CodeActionResolveRequest,
  CodeActionTriggerKind,
  LSPErrorCodes,
  TextDocumentEdit,
} from "vscode-languageserver/node";
import { built } from "../built";
import { capable, Editor } from "./editor";
import { article, atStart, edited, unclean, whole } from "./texts";

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
const fixAll = "source.fixAll.alpinize";
const conversions = ["base", "packages", "singleRun", "multiStage"].map(
  (level) => `refactor.rewrite.alpinize.${level}`,
);

const resolve = (action: CodeAction) => editor.connection.sendRequest(CodeActionResolveRequest.type, action);

const kinds = (actions: readonly CodeAction[]) => new Set(actions.map(({ kind }) => kind));

/** The text after the action's edits, which must name the version they are for. */
function applied(text: string, { edit }: CodeAction, version: number): string {
  expect(edit?.documentChanges).toHaveLength(1);
  const [change] = edit?.documentChanges ?? [];
  if (!TextDocumentEdit.is(change)) throw new Error("no edit of a document");
  expect(change.textDocument).toEqual({ uri, version });
  return edited(text, change.edits as { range: typeof atStart; newText: string }[]);
}

async function one(kind: string, range = whole): Promise<CodeAction> {
  const [action] = await editor.actions(uri, range, { only: [kind] });
  if (!action) throw new Error(`no action ${kind}`);
  return action;
}

describe("quick fixes", () => {
  it("belong to a diagnostic and bring their edits when they are chosen", async () => {
    editor = await Editor.start(module);
    await editor.open(uri, article);
    const diagnostics = await editor.diagnosticsOf(uri, 1);
    const actions = await editor.actions(uri, atStart, { only: [CodeActionKind.QuickFix] });
    const toAlpine = (await editor.actions(uri, whole, { only: [CodeActionKind.QuickFix] })).find(({ title }) =>
      title.includes("alpine"),
    );
    expect(actions.length).toBeLessThanOrEqual(diagnostics.length);
    expect(toAlpine).toMatchObject({ kind: "quickfix" });
    expect(toAlpine?.edit).toBeUndefined();
    expect(diagnostics).toContainEqual(toAlpine?.diagnostics?.[0]);
    expect(applied(article, await resolve(toAlpine as CodeAction), 1)).toMatch(/^FROM python:3\.13-alpine/);
  });

  it("are preferred when they are safe, and not when behaviour may change", async () => {
    editor = await Editor.start(module);
    await editor.open(uri, unclean);
    const safe = await editor.actions(uri, whole, { only: [CodeActionKind.QuickFix] });
    expect(safe.map(({ isPreferred }) => isPreferred)).toContain(true);
    await editor.change(uri, 2, { text: "FROM python:3.13-slim\n" });
    const review = await editor.actions(uri, whole, { only: [CodeActionKind.QuickFix] });
    expect(review.length).toBeGreaterThan(0);
    expect(review.filter(({ isPreferred }) => isPreferred)).toEqual([]);
  });

  it("are offered where their finding stands and nowhere else", async () => {
    editor = await Editor.start(module);
    const text = `${unclean}\n\nCMD true\n`;
    await editor.open(uri, text);
    const end = { line: 4, character: 2 };
    expect(await editor.actions(uri, { start: end, end }, { only: [CodeActionKind.QuickFix] })).toEqual([]);
  });
});

describe("what is asked for", () => {
  const everything = new Set([CodeActionKind.QuickFix, ...conversions, fixAll]);
  const both = `${unclean}${article}`;

  it.each([
    ["all kinds", undefined, everything],
    ["the empty kind", [""], everything],
    ["quick fixes", ["quickfix"], new Set(["quickfix"])],
    ["refactorings", ["refactor"], new Set(conversions)],
    ["one conversion", ["refactor.rewrite.alpinize.packages"], new Set(["refactor.rewrite.alpinize.packages"])],
    ["all fixes on saving", ["source.fixAll"], new Set([fixAll])],
    ["our fixes on saving", [fixAll], new Set([fixAll])],
    ["source actions", ["source"], new Set([fixAll])],
    ["another program's kind", ["source.organizeImports", "refactor.rewrite.alpinizer"], new Set()],
  ])("is what is answered: %s", async (_, only, expected) => {
    editor = await Editor.start(module);
    await editor.open(uri, both);
    const actions = await editor.actions(uri, whole, only && { only });
    expect(kinds(actions)).toEqual(expected);
    expect(actions.filter(({ edit }) => edit)).toEqual([]);
  });

  it("is less for the light bulb that comes by itself", async () => {
    editor = await Editor.start(module);
    await editor.open(uri, both);
    const automatic = { triggerKind: CodeActionTriggerKind.Automatic };
    const elsewhere = { start: { line: 5, character: 0 }, end: { line: 5, character: 0 } };
    expect(kinds(await editor.actions(uri, elsewhere, automatic))).not.toContain(conversions[0]);
    const atBase = kinds(await editor.actions(uri, atStart, automatic));
    for (const kind of conversions) expect(atBase).toContain(kind);
    expect(atBase).not.toContain(fixAll);
  });

  it("is nothing for an editor that only knows commands", async () => {
    editor = await Editor.start(module, { capabilities: {} });
    await editor.open(uri, both);
    expect(await editor.actions(uri, whole)).toEqual([]);
  });

  it("comes with its edits to an editor that cannot ask for them later", async () => {
    const { codeAction } = { ...capable.textDocument };
    const capabilities = { textDocument: { codeAction: { ...codeAction, resolveSupport: { properties: [] } } } };
    editor = await Editor.start(module, { capabilities });
    expect(editor.initialized.capabilities.codeActionProvider).toMatchObject({ resolveProvider: false });
    await editor.open(uri, "FROM python:3.13-slim\n");
    const [action] = await editor.actions(uri, whole, { only: [conversions[0] ?? ""] });
    expect(edited("FROM python:3.13-slim\n", action?.edit?.changes?.[uri] ?? [])).toBe("FROM python:3.13-alpine\n");
  });
});

describe("whole conversions", () => {
  it.each([
    ["base", false],
    ["packages", true],
    ["singleRun", true],
    ["multiStage", true],
  ])("go as far as they say: %s", async (level, translates) => {
    editor = await Editor.start(module);
    await editor.open(uri, article);
    const result = applied(article, await resolve(await one(`refactor.rewrite.alpinize.${level}`)), 1);
    expect(result).toMatch(/^FROM python:3\.13-alpine/);
    expect(/apk add/.test(result)).toBe(translates);
    expect(/apt-get/.test(result)).toBe(!translates);
  });

  it("keep Windows line endings", async () => {
    editor = await Editor.start(module);
    const windows = article.replaceAll("\n", "\r\n");
    await editor.open(uri, windows);
    const result = applied(windows, await resolve(await one("refactor.rewrite.alpinize.singleRun")), 1);
    expect(result).toMatch(/^FROM python:3\.13-alpine/);
    expect(result).not.toMatch(/[^\r]\n/);
  });

  it("say why they cannot be chosen, to those who look for them", async () => {
    editor = await Editor.start(module);
    await editor.open(uri, "FROM python:3.13-slim\nRUN dpkg -i /tmp/vendor.deb\n");
    const actions = await editor.actions(uri, whole, { only: ["refactor"] });
    const packages = actions.find(({ kind }) => kind === conversions[1]);
    expect(packages?.disabled?.reason).toMatch(/dpkg/);
    expect((await editor.actions(uri, whole)).filter(({ disabled }) => disabled)).toEqual([]);
  });

  it("are not offered where there is nothing to convert", async () => {
    editor = await Editor.start(module);
    await editor.open(uri, "FROM alpine:3.24\nRUN apk add --no-cache curl\n");
    expect(await editor.actions(uri, whole, { only: ["refactor"] })).toEqual([]);
  });
});

describe("all safe fixes", () => {
  it("are applied until none is left, and change no base image", async () => {
    editor = await Editor.start(module);
    await editor.open(uri, unclean);
    const result = applied(unclean, await resolve(await one(fixAll)), 1);
    expect(result).toBe("FROM python:3.13-alpine\nRUN apk add --no-cache curl\n");
    await editor.change(uri, 2, { text: result });
    expect(await editor.actions(uri, whole, { only: [fixAll] })).toEqual([]);
  });

  it("are not offered when there is none", async () => {
    editor = await Editor.start(module);
    await editor.open(uri, "FROM python:3.13-slim\n");
    expect(await editor.actions(uri, whole, { only: [fixAll] })).toEqual([]);
  });
});

describe("an action of a text that has changed", () => {
  const stale = { code: LSPErrorCodes.ContentModified, message: expect.stringMatching(/changed/) };

  it.each(["quickfix", conversions[2] ?? "", fixAll])("is refused: %s", async (kind) => {
    editor = await Editor.start(module);
    const text = `${unclean}FROM python:3.13-slim\nRUN apt-get update && apt-get install -y curl\n`;
    await editor.open(uri, text);
    const action = await one(kind);
    const start = { line: 0, character: 0 };
    await editor.change(uri, 2, { range: { start, end: start }, text: "# mine\n" });
    await expect(resolve(action)).rejects.toMatchObject(stale);
  });

  it("is refused when the document is closed, or opened again with the same version", async () => {
    editor = await Editor.start(module);
    await editor.open(uri, unclean);
    const action = await one(fixAll);
    await editor.close(uri);
    await expect(resolve(action)).rejects.toMatchObject(stale);
    await editor.open(uri, `# another\n${unclean}`);
    await expect(resolve(action)).rejects.toMatchObject(stale);
  });
});
