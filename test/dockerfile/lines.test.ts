import { describe, expect, it } from "vitest";
import { parseDockerfile } from "../../server/src/dockerfile/index";
import { at, instruction, names } from "./read";

describe("lines", () => {
  it("joins continued lines and keeps the way back", () => {
    const text = "RUN apt-get update \\\n  && apt-get install -y git\nUSER app\n";
    const run = instruction(text);
    expect(run.args.text).toBe("apt-get update   && apt-get install -y git");
    expect(at(text, run.span)).toBe("RUN apt-get update \\\n  && apt-get install -y git");
    expect(at(text, run.argsSpan)).toBe("apt-get update \\\n  && apt-get install -y git");
    const git = run.args.text.indexOf("git");
    expect(at(text, run.args.toSourceSpan(git, git + 3))).toBe("git");
    expect(names(text)).toEqual(["RUN", "USER"]);
  });

  it("goes on behind blanks and tabs after the continuation character", () => {
    expect(instruction("RUN a \\ \t \n b").args.text).toBe("a  b");
  });

  it("leaves comment lines and blank lines out and goes on", () => {
    const text = "RUN a \\\n  # one \\\n\n\t\n# two\n  && b\nUSER x";
    const run = instruction(text);
    expect(run.args.text).toBe("a   && b");
    expect(run.comments.map((span) => at(text, span))).toEqual(["# one \\", "# two"]);
    expect(names(text)).toEqual(["RUN", "USER"]);
  });

  it("takes a comment behind the last continued line into the instruction", () => {
    const text = "RUN a \\\n# end\n\n";
    const run = instruction(text);
    expect(run.args.text).toBe("a");
    expect(at(text, run.span)).toBe("RUN a \\\n# end");
    expect(parseDockerfile(text).comments).toEqual([]);
  });

  it("joins what follows a forgotten backslash's blank line, as the builder does", () => {
    expect(instruction("RUN a \\\n\nUSER x\n").args.text).toBe("a USER x");
  });

  it("does not take a doubled continuation character for one", () => {
    expect(names("RUN echo \\\\\nUSER x")).toEqual(["RUN", "USER"]);
  });

  it("joins a keyword cut in two", () => {
    const text = "FR\\\nOM debian";
    expect(instruction(text).name).toBe("FROM");
    expect(at(text, instruction(text).nameSpan)).toBe("FR\\\nOM");
  });

  it("begins with a continuation character alone", () => {
    expect(instruction("\\\nFROM debian")).toMatchObject({ name: "FROM", args: { text: "debian" } });
  });

  it("does not continue a comment", () => {
    const text = "# a \\\nFROM debian\n  # b\n";
    const file = parseDockerfile(text);
    expect(file.instructions.map(({ name }) => name)).toEqual(["FROM"]);
    expect(file.comments.map((span) => at(file, span))).toEqual(["# a \\", "# b"]);
  });

  it.each(["\u0085", "\u00a0", "\u1680", "\u2003", "\u2028", "\u202f", "\u205f", "\u3000"])("trims %j", (space) => {
    expect(instruction(`${space}USER x${space}`)).toMatchObject({ name: "USER", args: { text: "x" } });
  });

  it("keeps # inside an instruction", () => {
    expect(instruction("RUN echo a # b").args.text).toBe("echo a # b");
  });

  it("cuts white space around the arguments, not out of the span", () => {
    const text = "  RUN   a  \t\nUSER x";
    const run = instruction(text);
    expect(run.args.text).toBe("a");
    expect(at(text, run.span)).toBe("RUN   a  \t");
  });

  it.each([
    ["LF", "FROM a\nRUN b \\\n c\n", "\n"],
    ["CRLF", "FROM a\r\nRUN b \\\r\n c\r\n", "\r\n"],
    ["more CRLF", "FROM a\r\nRUN b \\\r\n c\n", "\r\n"],
    ["as many of both", "FROM a\nRUN b \\\r\n c", "\n"],
    ["a line ending of several CR", "FROM a\r\r\nRUN b \\\r\r\n c", "\r\n"],
  ])("reads %s", (_, text, eol) => {
    expect(parseDockerfile(text).eol).toBe(eol);
    expect(instruction(text, 0).args.text).toBe("a");
    expect(instruction(text, 1).args.text).toBe("b  c");
  });

  it("steps over a byte order mark", () => {
    const text = "\ufeff# syntax=a\nFROM debian";
    expect(parseDockerfile(text).directives).toHaveLength(1);
    expect(instruction(text).nameSpan).toEqual({ start: 12, end: 16 });
  });

  it.each(["", "\n\n", "# only\n  # comments", "\ufeff", " \t\r\n"])("finds no instruction in %j", (text) => {
    expect(parseDockerfile(text)).toMatchObject({ instructions: [], problems: [] });
  });
});

describe("directives", () => {
  it("reads those at the top, in any letter case", () => {
    const text = "# Syntax = docker/dockerfile:1\n#escape=`\n  # check=error=true\nFROM a\n# syntax=late\n";
    const file = parseDockerfile(text);
    expect(file.directives.map(({ name, value }) => [name, value])).toEqual([
      ["syntax", "docker/dockerfile:1"],
      ["escape", "`"],
      ["check", "error=true"],
    ]);
    expect(file.escape).toBe("`");
    expect(at(file, file.directives[2]?.span)).toBe("# check=error=true");
    expect(file.comments.map((span) => at(file, span))).toEqual(["# syntax=late"]);
  });

  it.each(["\n# escape=`\n", "# note\n# escape=`\n", "#! note\n# escape=`\n", "# other=x\n# escape=`\n", "# escape\n"])(
    "takes none in %j",
    (text) => {
      expect(parseDockerfile(`${text}RUN a \\\n b`)).toMatchObject({ directives: [], escape: "\\" });
    },
  );

  it("continues lines with the chosen character and leaves backslashes alone", () => {
    const text = "# escape=`\nRUN dir C:\\ `\n  && b\nUSER x";
    expect(instruction(text).args.text).toBe("dir C:\\   && b");
    expect(names(text)).toEqual(["RUN", "USER"]);
  });

  it.each(["# escape=x\nFROM a", "# syntax=a\n# syntax=b\nFROM a"])("names what is wrong in %j", (text) => {
    const file = parseDockerfile(text);
    expect(file.problems).toHaveLength(1);
    expect(file.escape).toBe("\\");
    expect(file.instructions).toHaveLength(1);
  });
});
