import { describe, expect, it } from "vitest";
import { analyze } from "../../server/src/alpinize";
import { findBuild } from "../../server/src/build-files/find";
import { facts } from "../facts";

const found = (path: string, files: Record<string, string>) =>
  findBuild(path, "/p", {
    readText: (file) => files[file],
    list: (folder) =>
      Object.keys(files).flatMap((file) =>
        file.startsWith(`${folder}/`) ? (file.slice(folder.length + 1).split("/")[0] ?? []) : [],
      ),
  });

describe("the build of a Dockerfile", () => {
  it("has its own folder for context when nothing else is said", () => {
    expect(found("/p/app/Dockerfile", {})).toEqual({
      context: "/p/app",
      dockerfile: "Dockerfile",
      given: { args: [], targets: [] },
    });
  });

  it("is told by the nearest file that builds it, and by all of them", () => {
    const build = "services:\n  web:\n    build: { context: ., dockerfile: docker/Dockerfile, args: { A: '1' } }\n";
    const other = build.replace("docker/Dockerfile", "other/Dockerfile");
    const files = { "/p/docker/compose.yaml": other, "/p/docker-compose.yml": build };
    expect(found("/p/docker/Dockerfile", files)).toEqual({
      context: "/p",
      dockerfile: "docker/Dockerfile",
      given: { args: [{ name: "A", value: "1", by: "docker-compose.yml (service web)" }], targets: [undefined] },
    });
  });

  it("may be told by a devcontainer.json, which names the Dockerfile beside itself", () => {
    const files = { "/p/.devcontainer/devcontainer.json": '{"build":{"dockerfile":"Dockerfile","context":".."}}' };
    expect(found("/p/.devcontainer/Dockerfile", files)).toMatchObject({ context: "/p" });
  });

  it("stands below its context when what it copies lies there", () => {
    const text =
      "FROM alpine\nCOPY ./pyproject.toml src/ /app/\nCOPY --from=other /a /b\nADD https://example.com/c /c\n";
    const files = {
      "/p/a/docker/Dockerfile": text,
      "/p/a/pyproject.toml": "",
      "/p/a/src/a.py": "",
      "/p/pyproject.toml": "",
    };
    expect(found("/p/a/docker/Dockerfile", files)).toMatchObject({ context: "/p/a", dockerfile: "docker/Dockerfile" });
  });

  it("is beside what it copies where that lies above it, too", () => {
    const files = { "/p/a/Dockerfile": "FROM alpine\nCOPY a.py built.js /\n", "/p/a/a.py": "", "/p/a.py": "" };
    expect(found("/p/a/Dockerfile", files)).toMatchObject({ context: "/p/a" });
  });

  it("never has a context outside of the boundary", () => {
    const files = { "/p/compose.yaml": "services: { a: { build: { context: .., dockerfile: p/Dockerfile } } }" };
    expect(found("/p/Dockerfile", files)).toMatchObject({ context: "/p", given: { targets: [] } });
  });
});

describe("what is given from outside", () => {
  const by = "compose.yaml (service web)";

  it("is named where it replaces the default of an ARG in FROM", () => {
    const text = "ARG TAG=3.13-slim\nFROM python:$TAG\n";
    const given = { args: [{ name: "TAG", value: "3.12-slim", by }], targets: [] };
    const { remarks } = analyze(text, { facts, given }).convert("single-run");
    expect(remarks).toContainEqual(
      expect.objectContaining({
        kind: "check",
        message:
          "compose.yaml (service web) gives TAG the value 3.12-slim, which goes before what this file says. Change it there too, so that it leads to python:3.13-alpine.",
      }),
    );
  });

  it("says nothing where the value fits what the file becomes, or is of no account for FROM", () => {
    const text = "ARG VERSION=3.13\nARG OTHER=1\nFROM python:$VERSION-slim\n";
    const args = [
      { name: "VERSION", value: "3.13", by },
      { name: "OTHER", value: "2", by },
    ];
    const { remarks, text: converted } = analyze(text, { facts, given: { args, targets: [] } }).convert("single-run");
    expect(remarks.filter(({ kind }) => kind === "check")).toEqual([]);
    expect(converted).toContain("FROM python:$VERSION-alpine\n");
  });

  it("stands for a default that is missing", () => {
    const text = "ARG BASE\nFROM $BASE\n";
    const given = { args: [{ name: "BASE", value: "debian:bookworm-slim", by }], targets: [] };
    const { remarks, text: converted } = analyze(text, { facts, given }).convert("single-run");
    expect(converted).toMatch(/^ARG BASE\nFROM alpine:3\.\d+\n$/);
    expect(remarks.some(({ message }) => message.startsWith("compose.yaml (service web) gives BASE"))).toBe(true);
  });

  it("says which stage is built", () => {
    const text =
      "FROM python:3.13-slim AS app\nFROM app AS test\nRUN pip install --no-cache-dir torch\nFROM debian:12\n";
    const spanOf = (targets: (string | undefined)[]) =>
      analyze(text, { facts, given: { args: [], targets } }).verdict()?.span.start;
    expect(spanOf([])).toBe(text.indexOf("FROM debian"));
    expect(spanOf(["App"])).toBe(0);
    expect(spanOf(["app", undefined])).toBe(text.indexOf("FROM debian"));
    expect(spanOf(["nowhere"])).toBe(text.indexOf("FROM debian"));
  });
});
