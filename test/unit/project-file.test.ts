import { describe, expect, it } from "vitest";
import { ProjectFileError, parseProjectFile } from "../../server/src/project-file";

describe("a project file", () => {
  it("is JSON with comments and commas at the end", () => {
    const text =
      '{\n  // caches do not matter here\n  "$schema": "x",\n  "rules": { "pip-cache-kept": "off", "apk-cache-kept": "error", },\n}\n';
    expect(parseProjectFile(text, "f")).toEqual({ rules: { "pip-cache-kept": "off", "apk-cache-kept": "error" } });
  });

  it.each(["{}", '{ "rules": {} }'])("may ask for nothing: %s", (text) => {
    expect(parseProjectFile(text, "f")).toEqual({ rules: {} });
  });

  it.each([
    ["", "f:1:1: this is no JSON (ValueExpected)."],
    ["{ rules: {} }", "f:1:3: this is no JSON (InvalidSymbol)."],
    ['{ "rules": {}', "f:1:14: this is no JSON (CloseBraceExpected)."],
    ["[]", 'f:1:1: an object is expected, such as { "rules": {} }.'],
    ['{\n  "rule": {}\n}', 'f:2:3: "rule" is not known; "rules" is.'],
    ['{ "rules": "off" }', 'f:1:12: "rules" is an object of rule names, such as { "pip-cache-kept": "off" }.'],
    ['{ "rules": { "pip-cache": "off" } }', 'f:1:14: there is no rule "pip-cache".'],
    [
      '{ "rules": { "pip-cache-kept": "warn" } }',
      'f:1:32: "pip-cache-kept" is one of "off", "error", "warning", "information", "hint".',
    ],
    [
      '{ "rules": { "pip-cache-kept": true } }',
      'f:1:32: "pip-cache-kept" is one of "off", "error", "warning", "information", "hint".',
    ],
  ])("that is wrong says where and what: %s", (text, message) => {
    expect(() => parseProjectFile(text, "f")).toThrow(new ProjectFileError(message));
  });
});
