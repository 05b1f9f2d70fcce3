import { describe, expect, it } from "vitest";
import { parseDockerfile } from "../../server/src/dockerfile/index";
import { at, instruction } from "./read";

function values(text: string): string[] {
  return instruction(text).words.map(({ value }) => value);
}

describe("keywords", () => {
  it("reads them in any letter case", () => {
    const text = "fRom debian";
    expect(instruction(text).name).toBe("FROM");
    expect(at(text, instruction(text).nameSpan)).toBe("fRom");
  });

  it("keeps an unknown one and names it", () => {
    const file = parseDockerfile("RUNN apt-get update\nRUN b");
    expect(file.instructions.map(({ name }) => name)).toEqual(["RUNN", "RUN"]);
    expect(file.problems).toHaveLength(1);
    expect(file.problems[0]?.message).toContain('"RUNN"');
    expect(at(file, file.problems[0]?.span)).toBe("RUNN");
  });

  it.each(["RUN", "FROM  ", "COPY\t\n", "ENV --x", "ENV A", "LABEL a=b c", "ONBUILD", "RUN [1]", "ONBUILD FROM a"])(
    "names what the builder refuses in %j",
    (text) => {
      expect(parseDockerfile(text).problems).toHaveLength(1);
    },
  );

  it.each(["CMD", "ENTRYPOINT", "ENV A b", "ENV A=", "ARG A", "LABEL a=b 'c d'=e", "CMD []"])(
    "finds nothing wrong in %j",
    (text) => {
      expect(parseDockerfile(text).problems).toEqual([]);
    },
  );
});

describe("flags", () => {
  it("reads name and value with their ranges", () => {
    const text = "COPY --from=build --link --chown='a b':1 x y";
    const copy = instruction(text);
    expect(copy.flags.map(({ name, value }) => [name, value])).toEqual([
      ["from", "build"],
      ["link", undefined],
      ["chown", "a b:1"],
    ]);
    expect(copy.flags.map(({ span }) => at(text, span))).toEqual(["--from=build", "--link", "--chown='a b':1"]);
    expect(copy.flags.map(({ valueSpan }) => at(text, valueSpan))).toEqual(["build", undefined, "'a b':1"]);
    expect(copy.args.text).toBe("x y");
  });

  it("reads several mounts over several lines", () => {
    const text = "RUN --mount=type=cache,target=/a \\\n  # why\n  --mount=type=bind,target=/b \\\n  make --jobs=2";
    const run = instruction(text);
    expect(run.flags.map(({ value }) => value)).toEqual(["type=cache,target=/a", "type=bind,target=/b"]);
    expect(run.args.text).toBe("make --jobs=2");
  });

  it("has an empty value, and a value with =", () => {
    expect(instruction("RUN --a= --b=c=d x").flags.map(({ value }) => value)).toEqual(["", "c=d"]);
  });

  it("ends them with -- alone", () => {
    expect(instruction("CMD --a -- --b c")).toMatchObject({ flags: [{ name: "a" }], args: { text: "--b c" } });
  });

  it("unquotes with the chosen escape character", () => {
    expect(instruction("# escape=`\nCOPY --from=a` b c d").flags[0]?.value).toBe("a b");
  });
});

describe("words", () => {
  it("splits ENV, LABEL and ARG at white space outside quotes", () => {
    const text = 'ENV A="b c" D=\'e "f\' G=h\\ i J="k \\"l\\" \\m" N=';
    const env = instruction(text);
    expect(env.words.map(({ raw }) => raw)).toEqual(['A="b c"', "D='e \"f'", "G=h\\ i", 'J="k \\"l\\" \\m"', "N="]);
    expect(env.words.map(({ value }) => value)).toEqual(["A=b c", 'D=e "f', "G=h i", 'J=k "l" \\m', "N="]);
    for (const word of env.words) expect(at(text, word.span)).toBe(word.raw);
  });

  it("has no escapes in single quotes", () => {
    expect(values("ENV A='b\\' C=d")).toEqual(["A=b\\", "C=d"]);
  });

  it("splits FROM and COPY at any white space, as the builder does", () => {
    expect(values("FROM --platform=x python:3.13\tAS  base")).toEqual(["python:3.13", "AS", "base"]);
    expect(values('COPY "a b" c')).toEqual(["a", "b", "c"]);
    expect(values("COPY a\\ b c")).toEqual(["a", "b", "c"]);
  });

  it("joins a word over lines and leads back to all of it", () => {
    const text = "ENV A=b\\\nc D=e";
    const [first, second] = instruction(text).words;
    expect(first?.value).toBe("A=bc");
    expect(at(text, first?.span)).toBe("A=b\\\nc");
    expect(at(text, second?.span)).toBe("D=e");
  });

  it("uses the escape character of the file", () => {
    expect(values("# escape=`\nENV A=b` c P=C:\\d")).toEqual(["A=b c", "P=C:\\d"]);
  });

  it("runs an open quote to the end", () => {
    expect(values('ENV A="b c')).toEqual(["A=b c"]);
  });
});

describe("JSON form", () => {
  it("reads the strings with their escapes and ranges", () => {
    const text = 'CMD [ "a", \\\n # why\n "b\\u00e9\\n\\"" ]  ';
    const json = instruction(text).json;
    expect(json?.map(({ value }) => value)).toEqual(["a", 'bé\n"']);
    expect(json?.map(({ span }) => at(text, span))).toEqual(['"a"', '"b\\u00e9\\n\\""']);
  });

  it("reads the empty array", () => {
    expect(instruction("CMD []").json).toEqual([]);
    expect(instruction("CMD [ ]").json).toEqual([]);
  });

  it.each([
    "CMD ['a']",
    'CMD ["a",]',
    'CMD ["a"',
    'CMD ["a"] b',
    'CMD ["\\x"]',
    'CMD [,"a"]',
    'CMD ["a" "b"]',
    "RUN [ -f a ] && b",
    'ENV ["a"]',
  ])("takes %j for shell form", (text) => {
    expect(instruction(text).json).toBeUndefined();
  });

  it("refuses an array with something else than strings", () => {
    const file = parseDockerfile('RUN ["a", 1]');
    expect(file.instructions[0]?.json).toBeUndefined();
    expect(file.problems).toHaveLength(1);
  });

  it("stands behind CMD in HEALTHCHECK", () => {
    expect(instruction('HEALTHCHECK --retries=2 CMD ["a", "b"]').json?.map(({ value }) => value)).toEqual(["a", "b"]);
    expect(instruction("HEALTHCHECK NONE").json).toBeUndefined();
  });
});

describe("ONBUILD", () => {
  it("has its trigger with flags, words and ranges", () => {
    const text = "ONBUILD  copy --chown=1 a \\\n # c\n b\nUSER x";
    const { name, words, trigger } = instruction(text);
    expect(name).toBe("ONBUILD");
    expect(words.map(({ value }) => value)).toEqual(["copy", "--chown=1", "a", "b"]);
    expect(trigger).toMatchObject({ name: "COPY", args: { text: "a  b" }, flags: [{ name: "chown", value: "1" }] });
    expect(at(text, trigger?.nameSpan)).toBe("copy");
    expect(at(text, trigger?.span)).toBe("copy --chown=1 a \\\n # c\n b");
    expect(trigger?.comments.map((span) => at(text, span))).toEqual(["# c"]);
  });

  it("shares its heredocs with the trigger", () => {
    const text = "ONBUILD RUN <<EOF\na\nEOF\nUSER x";
    const onbuild = instruction(text);
    expect(onbuild.heredocs).toHaveLength(1);
    expect(onbuild.trigger?.heredocs).toEqual(onbuild.heredocs);
    expect(at(text, onbuild.trigger?.span)).toBe("RUN <<EOF\na\nEOF");
    expect(instruction(text, 1).name).toBe("USER");
  });

  it("goes one instruction deep", () => {
    const file = parseDockerfile("ONBUILD ".repeat(50_000));
    expect(file.instructions[0]?.trigger?.trigger).toBeUndefined();
    expect(file.problems).toHaveLength(1);
  });
});
