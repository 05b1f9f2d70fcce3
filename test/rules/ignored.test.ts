import { describe, expect, it } from "vitest";
import { analyze } from "../../server/src/alpinize";
import { facts } from "../facts";

const found = (text: string, rules = {}) => analyze(text, { facts, rules }).findings.map(({ rule }) => rule);

describe("a comment above an instruction", () => {
  it.each([
    ["names the rule", "# alpinize ignore=apk-cache-kept"],
    ["names several", "# alpinize ignore=pip-cache-kept , apk-cache-kept"],
    ["may be written closely, with a reason behind", "#alpinize ignore=apk-cache-kept (offline)"],
    ["may be followed by others and by blank lines", "# alpinize ignore=apk-cache-kept\n\n# curl for health checks"],
    ["may be hadolint's", "# hadolint ignore=DL3018,DL3019"],
  ])("silences it when it %s", (_, comment) => {
    expect(found(`FROM alpine:3.24\n${comment}\nRUN apk add curl\n`)).toEqual([]);
  });

  it.each([
    ["names another rule", "# alpinize ignore=pip-cache-kept"],
    ["only looks like one", "# please alpinize ignore=apk-cache-kept"],
    ["is hadolint's, of another rule", "# hadolint ignore=DL3018"],
  ])("silences nothing when it %s", (_, comment) => {
    expect(found(`FROM alpine:3.24\n${comment}\nRUN apk add curl\n`)).toEqual(["apk-cache-kept"]);
  });

  it("counts for that instruction only", () => {
    const text = "FROM alpine:3.24\n# alpinize ignore=apk-cache-kept\nRUN apk add curl\nRUN apk add git\n";
    expect(found(text)).toEqual(["apk-cache-kept"]);
  });

  it("may stand between the instruction's lines", () => {
    expect(found("FROM alpine:3.24\nRUN true \\\n # alpinize ignore=apk-cache-kept\n && apk add curl\n")).toEqual([]);
  });
});

describe("a global comment", () => {
  it.each(["# alpinize global ignore=apk-cache-kept", "# hadolint global ignore=DL3019"])(
    "silences the rule in the whole file: %s",
    (comment) => {
      expect(found(`${comment}\nFROM alpine:3.24\nRUN apk add curl\nRUN apk add git\n`)).toEqual([]);
    },
  );
});

describe("settings", () => {
  const text = "FROM alpine:3.24\nRUN apk add curl\n";

  it("turn a rule off, or give its findings another severity", () => {
    expect(found(text, { "apk-cache-kept": "off" })).toEqual([]);
    const [finding] = analyze(text, { facts, rules: { "apk-cache-kept": "hint" } }).findings;
    expect(finding).toMatchObject({ rule: "apk-cache-kept", severity: "hint" });
  });
});
