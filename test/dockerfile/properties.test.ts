import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Dockerfile, type Instruction, parseDockerfile } from "../../server/src/dockerfile/index";
import type { Cooked } from "../../server/src/text/cooked";
import type { Span } from "../../server/src/text/edits";
import { cases } from "./cases";

/** Pieces that mean something to the reader, so that arbitrary text reaches more than the first line. */
const snippet = fc.constantFrom(
  ..."FROM debian AS a|RUN |COPY --from=a |ENV |ONBUILD RUN |HEALTHCHECK CMD |USER x|# escape=`\n|# c\n|  # c \\\n".split(
    "|",
  ),
  ..." \\\n| \\ \t\n| `\n|\\\\\n|\r\n|\n|\n\n|\r|\t| |\ufeff|\u00a0|\u2028|😀".split("|"),
  ...`<<EOF|<< EOF|<<-'E F'|3<<A|\nEOF\n|\tEOF\n|<<<|$((1 <<2))|\${a:-b}|\${|$(|))`.split("|"),
  ...'--|--a=b |--a=\'b c\' |--a|["a", "b"]|[1]|[|"|\'|\\|=|A=b |a\\ b'.split("|"),
);
const arbitraryText = fc.array(fc.oneof({ weight: 5, arbitrary: snippet }, fc.string({ unit: "binary" })), {
  maxLength: 40,
});
const madeUp = arbitraryText.map((parts) => parts.join(""));

/** A real-looking Dockerfile with some of its text cut out or replaced. */
const mutated = fc
  .tuple(
    fc.constantFrom(...cases.map(({ text }) => text)),
    fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(12), fc.option(snippet, { nil: "" })), {
      maxLength: 6,
    }),
  )
  .map(([text, cuts]) =>
    cuts.reduce((rest, [place, length, insert]) => {
      const at = Math.floor(place * rest.length);
      return rest.slice(0, at) + insert + rest.slice(at + length);
    }, text),
  );
const anyText = fc.oneof(madeUp, mutated);

function forAnyDockerfile(check: (file: Dockerfile) => void): void {
  for (const { text } of cases) check(parseDockerfile(text));
  fc.assert(
    fc.property(anyText, (text) => check(parseDockerfile(text))),
    { numRuns: 1500 },
  );
}

function withTriggers(file: Dockerfile): Instruction[] {
  return file.instructions.flatMap((instruction) => [
    instruction,
    ...(instruction.trigger ? [instruction.trigger] : []),
  ]);
}

function expectInside(outer: Span, inner: Span): void {
  expect(inner.start).toBeGreaterThanOrEqual(outer.start);
  expect(inner.end).toBeGreaterThanOrEqual(inner.start);
  expect(inner.end).toBeLessThanOrEqual(outer.end);
}

/** Inside `outer`, one behind the other. */
function expectInOrder(outer: Span, spans: readonly Span[]): void {
  let { start } = outer;
  for (const span of spans) {
    expectInside({ start, end: outer.end }, span);
    start = span.end;
  }
}

function expectLeadsBack(text: string, cooked: Cooked): void {
  let last = -1;
  for (let at = 0; at < cooked.text.length; at++) {
    const source = cooked.toSource(at);
    expect(source).toBeGreaterThan(last);
    expect(text[source]).toBe(cooked.text[at]);
    last = source;
  }
}

describe("any text", () => {
  it("has its directives, instructions and comments inside it and in order", () => {
    forAnyDockerfile((file) => {
      const whole = { start: 0, end: file.text.length };
      const parts = [...file.directives, ...file.instructions].map(({ span }) => span);
      expectInOrder(
        whole,
        [...parts, ...file.comments].sort((a, b) => a.start - b.start),
      );
      expectInOrder(whole, parts);
      expectInOrder(whole, file.comments);
      for (const { span } of file.problems) expectInside(whole, span);
    });
  });

  it("has the parts of an instruction inside it and in order", () => {
    forAnyDockerfile((file) => {
      for (const { span, nameSpan, flags, argsSpan, words, json, heredocs, comments } of withTriggers(file)) {
        const flagSpans = flags.map((flag) => flag.span);
        const bodies = heredocs.map(({ bodySpan }) => bodySpan);
        expectInOrder(span, [nameSpan, ...flagSpans, argsSpan]);
        expectInOrder(
          argsSpan,
          words.map((word) => word.span),
        );
        expectInOrder(
          argsSpan,
          (json ?? []).map((word) => word.span),
        );
        expectInOrder(
          argsSpan,
          heredocs.map(({ operatorSpan }) => operatorSpan),
        );
        expectInOrder(span, comments);
        expectInOrder({ start: argsSpan.end, end: file.text.length }, bodies);
        for (const flag of flags) if (flag.valueSpan) expectInside(flag.span, flag.valueSpan);
      }
    });
  });

  it("leads back from each cooked character to the same character", () => {
    forAnyDockerfile((file) => {
      for (const { args, argsSpan } of withTriggers(file)) {
        expectLeadsBack(file.text, args);
        expect(args.toSourceSpan(0, args.text.length)).toEqual(argsSpan);
        expect(args.text).not.toMatch(/^[ \t\r\n]|[ \t\r\n]$/);
      }
    });
  });

  it("is covered by directives, instructions and comments but for white space", () => {
    forAnyDockerfile((file) => {
      const covered = [...file.directives, ...file.instructions].map(({ span }) => span);
      let rest = "";
      let position = 0;
      for (const { start, end } of [...covered, ...file.comments].sort((a, b) => a.start - b.start)) {
        rest += file.text.slice(position, start);
        position = end;
      }
      expect((rest + file.text.slice(position)).replace(/^\ufeff/, "").replace(/[\s\u0085]/g, "")).toBe("");
    });
  });

  it("gives the same instructions with CRLF as with LF", () => {
    const facts = (text: string) =>
      parseDockerfile(text).instructions.map(({ name, flags, args, words, json, heredocs }) => ({
        name,
        flags: flags.map(({ name, value }) => [name, value]),
        args: args.text,
        words: words.map(({ value }) => value),
        json: json?.map(({ value }) => value),
        heredocs: heredocs.map(({ delimiter, closed, bodySpan }) => [
          delimiter,
          closed,
          text.slice(bodySpan.start, bodySpan.end).replaceAll("\r\n", "\n"),
        ]),
      }));
    fc.assert(
      fc.property(anyText, (text) => {
        const lf = text.replaceAll("\r", "");
        expect(facts(lf.replaceAll("\n", "\r\n"))).toEqual(facts(lf));
      }),
      { numRuns: 1500 },
    );
  });
});

describe("long text", () => {
  const size = 1 << 20;
  it.each([
    ["one word", `RUN ${"a".repeat(size)}`],
    ["blanks", `RUN a${" ".repeat(size)}b`],
    ["blanks in a directive", `# escape=${" ".repeat(size)}x`],
    ["escapes in an open quote", `RUN "${"\\".repeat(size)}`],
    ["open braces", `RUN <<A ${"${".repeat(size / 2)}`],
    ["open arithmetic", `RUN <<A ${"$((".repeat(size / 4)}`],
    ["digits before <<", `RUN ${"1".repeat(size)}<<<`],
    ["open brackets", `RUN ${"[".repeat(size)}`],
    ["continued lines", `RUN ${"a \\\n".repeat(size / 4)}`],
    ["comment lines", `RUN \\\n${"# c\n".repeat(size / 4)}`],
    ["carriage returns", `RUN a${"\r".repeat(size)}b`],
    ["strings", `CMD [${'"a",'.repeat(size / 4)}"b"]`],
    ["triggers", "ONBUILD ".repeat(size / 8)],
    ["heredocs", `RUN ${"<<A ".repeat(size / 4)}\n${"A\n".repeat(size / 4)}`],
  ])(
    // What grows with the square of the length takes many minutes here.
    "is read to its end: %s",
    (_, text) => {
      expect(text.length).toBeGreaterThanOrEqual(size / 2);
      expect(parseDockerfile(text).instructions.length).toBeLessThanOrEqual(1);
    },
    60_000,
  );
});
