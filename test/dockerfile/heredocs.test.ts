import { describe, expect, it } from "vitest";
import { parseDockerfile } from "../../server/src/dockerfile/index";
import { at, instruction, names } from "./read";

describe("heredocs", () => {
  it("reads body, closing line and what follows", () => {
    const text = "RUN <<EOF\na\n# b \\\nEOF\nUSER x\n";
    const run = instruction(text);
    const [heredoc] = run.heredocs;
    expect(heredoc).toMatchObject({ delimiter: "EOF", quoted: false, stripTabs: false, closed: true });
    expect(at(text, heredoc?.operatorSpan)).toBe("<<EOF");
    expect(at(text, heredoc?.bodySpan)).toBe("a\n# b \\\n");
    expect(at(text, run.span)).toBe("RUN <<EOF\na\n# b \\\nEOF");
    expect(run.args.text).toBe("<<EOF");
    expect(names(text)).toEqual(["RUN", "USER"]);
  });

  it.each([
    ["RUN <<-EOF", "\tEOF", { delimiter: "EOF", stripTabs: true }],
    ["RUN 3<<EOF", "EOF", { delimiter: "EOF" }],
    ["RUN cat <<EOF >/a && b", "EOF", { delimiter: "EOF" }],
    ["RUN cat << EOF >/a", "EOF", { delimiter: "EOF" }],
    ['RUN <<"EOF"', "EOF", { delimiter: "EOF", quoted: true }],
    ["RUN <<-'E F'", "E F", { delimiter: "E F", quoted: true, stripTabs: true }],
    ["RUN <<E'O'F", "EOF", { delimiter: "EOF", quoted: true }],
    ["RUN <<E\\'F", "E'F", { delimiter: "E'F", quoted: false }],
    ["# escape=`\nRUN <<EOF\\", "EOF", { delimiter: "EOF" }],
    ["RUN <<$E", "$E", { delimiter: "$E", quoted: false }],
    [`RUN "a b" 'c' \${d:-"e"} <<EOF`, "EOF", { delimiter: "EOF" }],
    ["RUN --mount=type=cache,target=/a <<EOF bash", "EOF", { delimiter: "EOF" }],
    ["RUN a \\\n # c\n <<EOF", "EOF", { delimiter: "EOF" }],
    ["RUN ((a <b); cat <<EOF )", "EOF", { delimiter: "EOF" }],
    ["COPY --chmod=755 <<a.sh /bin/a", "a.sh", { delimiter: "a.sh" }],
    ["ADD <<a /b", "a", { delimiter: "a" }],
  ])("reads that of %j", (line, closing, expected) => {
    const text = `${line}\nbody\n${closing}\nUSER x`;
    const [heredoc] = instruction(text).heredocs;
    expect(heredoc).toMatchObject({ ...expected, closed: true });
    expect(at(text, heredoc?.bodySpan)).toBe("body\n");
    expect(names(text)).toHaveLength(2);
  });

  it("reads several in their order", () => {
    const text = "COPY <<a <<b /x/\nb\na\na\nb\nUSER x";
    const { heredocs } = instruction(text);
    expect(heredocs.map(({ delimiter, bodySpan }) => [delimiter, at(text, bodySpan)])).toEqual([
      ["a", "b\n"],
      ["b", "a\n"],
    ]);
    expect(names(text)).toEqual(["COPY", "USER"]);
  });

  it.each([
    "RUN echo $((1 <<2))",
    "RUN echo $(( (1+1) <<2 )) $((1<<2))",
    "RUN cat <<<EOF",
    "RUN cat <<< EOF",
    "RUN cat<<EOF",
    "RUN echo '<<EOF' \"<<EOF\" \\<<EOF",
    "RUN echo don't <<EOF",
    "RUN <<EOF echo ${a",
    "RUN cat <<",
    "RUN cat <<-",
    'RUN cat <<""',
    'RUN ["cat", "<<EOF"]',
    "ENV A=b <<EOF",
    "CMD cat <<EOF",
    "USER <<EOF",
  ])("finds none in %j", (line) => {
    expect(instruction(`${line}\nUSER x`).heredocs).toEqual([]);
    expect(names(`${line}\nUSER x`)).toHaveLength(2);
  });

  it("closes at the exact line only", () => {
    const text = "RUN <<EOF\n EOF\nEOF \n\tEOF\nEOF\nUSER x";
    expect(at(text, instruction(text).heredocs[0]?.bodySpan)).toBe(" EOF\nEOF \n\tEOF\n");
  });

  it("closes at a line with CRLF", () => {
    const text = "RUN <<EOF\r\na\r\nEOF\r\nUSER x";
    const [heredoc] = instruction(text).heredocs;
    expect(at(text, heredoc?.bodySpan)).toBe("a\r\n");
    expect(names(text)).toEqual(["RUN", "USER"]);
  });

  it("takes the rest of the file when no line closes it, and says so", () => {
    const text = "RUN <<A <<B\na\nUSER x\n";
    const file = parseDockerfile(text);
    const [first, second] = instruction(text).heredocs;
    expect(first?.closed).toBe(false);
    expect(at(text, first?.bodySpan)).toBe("a\nUSER x\n");
    expect(second).toMatchObject({ closed: false, bodySpan: { start: text.length, end: text.length } });
    expect(file.instructions).toHaveLength(1);
    expect(file.problems.map(({ span }) => at(file, span))).toEqual(["<<A", "<<B"]);
  });

  it("may be announced on the last line of the file", () => {
    const text = "RUN <<EOF";
    expect(at(text, instruction(text).span)).toBe(text);
    expect(instruction(text).heredocs[0]?.closed).toBe(false);
  });
});
