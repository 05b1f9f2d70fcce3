import { describe, expect, it } from "vitest";
import { analysisOf } from "../rules/analyze";

const verdict = (text: string, files?: Record<string, string>) => analysisOf(text, files).verdict();

describe("the verdict on a Dockerfile", () => {
  it.each([
    ["all can be converted", "FROM python:3.13-slim\nCMD python\n", "convert"],
    [
      "something is to be looked at",
      "FROM python:3.12-slim\nRUN pip install --no-cache-dir scikit-learn\n",
      "convert, check 1 point",
    ],
    [
      "something cannot work",
      "FROM python:3.13\nRUN pip install torch\n",
      "stay on python:3.13-slim because torch does not work on Alpine: it is published for glibc only, without a source that pip could build",
    ],
    ["there is no Alpine image", "FROM mysql:8\n", expect.stringMatching(/^stay on mysql:8 because (?!mysql:8)[^.]+$/)],
    [
      "the image keeps data",
      "FROM postgres:16\n",
      expect.stringMatching(/^stay on postgres:16 because postgres keeps data/),
    ],
    ["the image is not known", "FROM example/thing:1\n", "stay on example/thing:1, of which nothing is known"],
    [
      "a part cannot be translated",
      "FROM python:3.13-slim\nCOPY a.deb /tmp/\nRUN dpkg -i /tmp/a.deb\n",
      expect.stringMatching(/^convert, after 1 point that stands in the way \(line 3: .*\)$/),
    ],
  ])("where %s", (_, text, expected) => {
    expect(verdict(text)?.text).toEqual(expected);
  });

  it.each([
    ["there is no stage", "ARG A=1\n"],
    ["it is on Alpine already", "FROM python:3.13-alpine\nRUN pip install flask\n"],
    ["there is no system", "FROM scratch\nCOPY a /\n"],
  ])("is none where %s", (_, text) => {
    expect(verdict(text)).toBeUndefined();
  });

  it("stands at the image that is shipped, and is about it", () => {
    const text = "FROM python:3.13 AS train\nRUN pip install torch\n\nFROM node:24-slim\nCOPY . /app\n";
    expect(verdict(text)).toMatchObject({ kind: "convert", span: { start: text.indexOf("FROM node") } });
  });

  it("is that of the stage whose files are shipped", () => {
    const text =
      "FROM python:3.13 AS b\nRUN pip install torch\nFROM python:3.13-slim\nCOPY --from=b /usr/local /usr/local\n";
    expect(verdict(text)).toMatchObject({ kind: "stay" });
  });
});
