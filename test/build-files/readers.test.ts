import { describe, expect, it } from "vitest";
import { readBakeHcl, readBakeJson } from "../../server/src/build-files/bake";
import { readCompose } from "../../server/src/build-files/compose";
import { readDevcontainer } from "../../server/src/build-files/devcontainer";

describe("a compose file", () => {
  it("tells what its services build, with the defaults of its variables", () => {
    const text = `
services:
  db: { image: postgres }
  short: { build: ./short }
  web:
    build:
      context: \${ROOT:-..}
      dockerfile: docker/Dockerfile
      target: production
      args: { TAG: 3.13-slim, NUMBER: 3, FROM_OUTSIDE: , SECRET: "\${SECRET}", PRICE: 1$$ }
  listed:
    build: { args: ["A=b=c", "B"] }
  far: { build: "https://example.com/a.git" }
  unknown: { build: "\${SOMEWHERE}" }
  inline: { build: { dockerfile_inline: FROM a } }
`;
    expect(readCompose(text, "compose.yaml")).toEqual([
      { by: "compose.yaml (service short)", context: "./short", dockerfile: "Dockerfile", target: undefined, args: {} },
      {
        by: "compose.yaml (service web)",
        context: "..",
        dockerfile: "docker/Dockerfile",
        target: "production",
        args: { TAG: "3.13-slim", NUMBER: "3", PRICE: "1$" },
      },
      {
        by: "compose.yaml (service listed)",
        context: ".",
        dockerfile: "Dockerfile",
        target: undefined,
        args: { A: "b=c" },
      },
    ]);
  });
});

describe("docker-bake", () => {
  const expected = [
    { by: "b (target base)", context: ".", dockerfile: "Dockerfile", target: undefined, args: { A: "1", B: "x" } },
    { by: "b (target app)", context: "app", dockerfile: "Dockerfile.app", target: "run", args: { A: "2", B: "x" } },
  ];

  it("tells its targets in HCL, with what they inherit", () => {
    const text = `
variable "V" { default = "1" } # target "no" { }
group "default" { targets = ["app"] }
target "base" {
  args = {
    A = "1" // one
    "B" = "x"
    C = "\${V}"
  }
}
target "app" {
  inherits = ["base"]
  context = "app"
  dockerfile = "Dockerfile.app"
  target = "run"
  args = { A = "2" }
  tags = ["x:{y}"]
}
`;
    expect(readBakeHcl(text, "b")).toEqual(expected);
  });

  it("tells its targets in JSON", () => {
    const target = {
      base: { args: { A: "1", B: "x" } },
      app: { inherits: ["base"], context: "app", dockerfile: "Dockerfile.app", target: "run", args: { A: "2" } },
    };
    expect(readBakeJson(JSON.stringify({ target }), "b")).toEqual(expected);
  });

  it("ends where targets inherit from each other", () => {
    expect(readBakeHcl('target "a" { inherits = ["b"] }\ntarget "b" { inherits = ["a"] }', "b")).toHaveLength(2);
  });
});

describe("devcontainer.json", () => {
  it("tells its build in the new form and in the old one, with comments", () => {
    const text = `{ // mine\n "build": { "dockerfile": "Dockerfile", "context": "..", "args": { "V": "1", "W": "\${localEnv:W}" }, }, }`;
    expect(readDevcontainer(text, "d")).toEqual([
      { by: "d", context: "..", dockerfile: "Dockerfile", besideFile: true, target: undefined, args: { V: "1" } },
    ]);
    expect(readDevcontainer('{"dockerFile":"D","context":".."}', "d")).toMatchObject([
      { dockerfile: "D", context: ".." },
    ]);
    expect(readDevcontainer('{"image":"x"}', "d")).toEqual([]);
  });
});

it("nothing is told by files that cannot be read", () => {
  for (const read of [readCompose, readBakeHcl, readBakeJson, readDevcontainer])
    for (const text of [
      "",
      "{",
      "services:\n - a",
      "services: 3",
      '{"target": 3}',
      'target "a" {',
      "build: : :",
      "null",
    ])
      expect(Array.isArray(read(text, "f"))).toBe(true);
});
