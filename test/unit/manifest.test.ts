import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { levels } from "../../server/src/alpinize";

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const manifest = JSON.parse(readFileSync(at("package.json"), "utf8"));
const { commands, menus, configuration, grammars } = manifest.contributes;

describe("the extension's manifest", () => {
  it("offers the levels that the core knows, each explained", () => {
    const level = configuration.properties["alpinize.level"];
    expect(level.enum).toEqual(levels);
    expect(level.markdownEnumDescriptions).toHaveLength(levels.length);
  });

  it("puts only commands it contributes into menus", () => {
    const contributed = commands.map(({ command }: { command: string }) => command);
    const entries = Object.values(menus).flat() as { command: string; when?: string }[];
    expect(entries.filter(({ command }) => !contributed.includes(command))).toEqual([]);
    expect(entries.filter(({ when }) => !when)).toEqual([]);
  });

  it("names files that exist", () => {
    const icons = commands.flatMap(({ icon }: { icon?: unknown }) =>
      icon && typeof icon === "object" ? Object.values(icon) : [],
    );
    const files: string[] = [manifest.icon, ...icons, ...grammars.map(({ path }: { path: string }) => path)];
    expect(files.filter((path) => !existsSync(at(path)))).toEqual([]);
  });

  it("asks for the VS Code whose types the client is written against", () => {
    expect(manifest.engines.vscode).toBe(`^${manifest.devDependencies["@types/vscode"]}`);
  });
});
