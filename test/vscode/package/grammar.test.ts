import assert from "node:assert/strict";
import { join } from "node:path";
import { dockerfileGrammar, type Token } from "../harness/grammar-engine";
import { repository } from "../harness/paths";

let tokenize: (lines: readonly string[]) => Token[];

const tokens = (...lines: string[]) => tokenize(lines);

function assertScope(all: readonly Token[], text: string, scope: string): void {
  const found = all.filter((token) => token.text.trim() === text);
  assert.ok(found.length > 0, `"${text}" is a token of its own in ${JSON.stringify(all.map((token) => token.text))}`);
  assert.ok(
    found.some(({ scopes }) => scopes.includes(scope)),
    `"${text}" has ${found.map(({ scopes }) => scopes.join(" ")).join(" | ")}, not ${scope}`,
  );
}

function assertOutsideRun(all: readonly Token[], text: string): void {
  const found = all.filter((token) => token.text.includes(text));
  assert.ok(found.length > 0, `"${text}" is there`);
  assert.ok(!found.some(({ scopes }) => scopes.includes("meta.run.dockerfile")), `"${text}" is outside RUN`);
}

describe("the colours inside RUN", () => {
  before(async () => {
    tokenize = await dockerfileGrammar(join(repository, "syntaxes/dockerfile-shell.injection.tmLanguage.json"));
  });

  it("tell commands, options, operators and variables apart", () => {
    const all = tokens(`RUN mkdir -p $HOME && A=1 echo "hi \${NAME}" | cat`);
    assertScope(all, "RUN", "keyword.other.special-method.dockerfile");
    assertScope(all, "mkdir", "entity.name.command.shell");
    assertScope(all, "-p", "constant.other.option.shell");
    assertScope(all, "$HOME", "variable.other.normal.shell");
    assertScope(all, "&&", "keyword.operator.logical.shell");
    assertScope(all, "A", "variable.other.assignment.shell");
    assertScope(all, "echo", "entity.name.command.shell");
    assertScope(all, "cat", "entity.name.command.shell");
    assertScope(all, `\${NAME}`, "string.quoted.double.shell");
  });

  it("know apk's words across continuations, comment lines and blank lines", () => {
    const all = tokens(
      "RUN apk add --no-cache --virtual .build-deps \\",
      "    # headers",
      "    build-base \\",
      "",
      "    libpq-dev=17.5-r0 \\",
      " && pip install -r requirements.txt",
      "COPY a b",
    );
    assertScope(all, "apk", "support.function.apk.shell");
    assertScope(all, "add", "keyword.other.subcommand.apk");
    assertScope(all, "--no-cache", "constant.other.option.shell");
    assertScope(all, ".build-deps", "entity.name.type.virtual-package.apk");
    assertScope(all, "build-base", "support.type.package.apk");
    assertScope(all, "libpq-dev", "support.type.package.apk");
    assertScope(all, "17.5-r0", "constant.numeric.version.apk");
    assertScope(all, "pip", "entity.name.command.shell");
    assertScope(all, "headers", "comment.line.number-sign.dockerfile");
    assertScope(all, "COPY", "keyword.other.special-method.dockerfile");
    assertOutsideRun(all, "COPY");
  });

  for (const broken of [
    'echo "open',
    "echo 'open",
    "echo $(date",
    "( true",
    `echo \${A`,
    "if true; then apk add",
    "echo `a",
  ]) {
    it(`end with the instruction, also for ${broken}`, () => {
      const all = tokens(`RUN ${broken}`, "COPY a b");
      assertScope(all, "COPY", "keyword.other.special-method.dockerfile");
      assertOutsideRun(all, "COPY");
    });
  }

  it("carry a quoted text over a continuation", () => {
    const all = tokens('RUN sh -c "one \\', 'two" && apk add curl');
    assertScope(all, "two", "string.quoted.double.shell");
    assertScope(all, "curl", "support.type.package.apk");
  });

  it("reach into a shell heredoc, and stop behind it", () => {
    const all = tokens(
      "RUN --mount=type=cache,target=/x <<-EOF",
      "\tapk add curl",
      '\techo "open',
      "\tEOF",
      "USER app",
    );
    assertScope(all, "curl", "support.type.package.apk");
    assertScope(all, "EOF", "keyword.control.heredoc-token.shell");
    assertScope(all, "USER", "keyword.other.special-method.dockerfile");
    assertOutsideRun(all, "USER");
  });

  it("leave a heredoc for another program alone", () => {
    const all = tokens("RUN python3 - <<'PY'", "import apk; apk.add()", "PY", "USER app");
    assertScope(all, "import apk; apk.add()", "string.unquoted.heredoc.shell");
    assertScope(all, "python3", "entity.name.command.shell");
    assertOutsideRun(all, "USER");
  });

  it("take a shift for no heredoc", () => {
    assertOutsideRun(tokens("RUN echo $((1 << 2)) $((a<<b))", "USER app"), "USER");
  });

  it("leave the JSON form to Docker's grammar", () => {
    const all = tokens('RUN ["apk", "add", "curl"]');
    assertOutsideRun(all, "apk");
    assertScope(all, "RUN", "keyword.other.special-method.dockerfile");
  });

  it("show which rules an ignore comment switches off", () => {
    const all = tokens("# alpinize ignore=apt-get-on-alpine,apk-update-not-needed because", "FROM alpine:3.22");
    assertScope(all, "apt-get-on-alpine,apk-update-not-needed", "entity.name.rule.alpinize");
    assertScope(all, "ignore", "keyword.control.directive.alpinize");
    assertScope(all, "because", "comment.line.number-sign.dockerfile");
    assertScope(all, "FROM", "keyword.other.special-method.dockerfile");
  });
});
