import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The sources and packages that esbuild took into the bundle of a face. */
async function inputs(face: string): Promise<string[]> {
  const { bundle } = await import(join(root, "esbuild.mjs"));
  const { metafile }: { metafile: { inputs: Record<string, unknown> } } = await bundle(face, { write: false });
  return Object.keys(metafile.inputs);
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => join(folder, path));
}

describe("what each face is made of", () => {
  it("the command line holds no language server code", async () => {
    const languageServer = /node_modules\/vscode-|^server\/src\/(server|protocol|lsp)\b/;
    expect((await inputs("cli")).filter((path) => languageServer.test(path))).toEqual([]);
  });

  it("the client holds nothing of the core", async () => {
    expect((await inputs("client")).filter((path) => /^server\//.test(path))).toEqual(["server/src/protocol.ts"]);
  });

  it("the server does not know VS Code", async () => {
    expect((await inputs("server")).filter((path) => /vscode-languageclient|^client\//.test(path))).toEqual([]);
  });
});

describe("who may know what", () => {
  const imports = (path: string) =>
    [...readFileSync(join(root, path), "utf8").matchAll(/from "([^"]+)"/g)].map(([, name]) => name ?? "");

  it("only the client imports vscode", () => {
    expect(sources("server/src").filter((path) => imports(path).includes("vscode"))).toEqual([]);
  });

  it("only server.ts and lsp/ import the language server's libraries", () => {
    const knowing = sources("server/src").filter((path) => imports(path).some((name) => name.startsWith("vscode-")));
    expect(knowing.filter((path) => !/^server\/src\/(server\.ts|lsp\.ts|lsp\/)/.test(path))).toEqual([]);
  });
});
