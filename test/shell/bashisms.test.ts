// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are for the shell.
import { spawnSync } from "node:child_process";
import { afterAll, describe, expect, test } from "vitest";
import { readForAsh } from "../../server/src/shell/bashisms";
import { applyEdits } from "../../server/src/text/edits";
import { Busybox } from "../translations/busybox";
import { which } from "./ash";

/** Text that ash runs as bash does, once the words it would split are in quotes. */
const plain: readonly string[] = [
  "[[ abc == a* ]] && echo glob",
  "[[ -n x && -z '' || 1 == 2 ]] && echo and",
  "[[ ! -e /nope ]] && echo not",
  "[[ 3 -gt 2 ]] && echo gt",
  "[[ abc =~ ^a.c$ ]]; echo $?",
  "x='a b'; [[ $x == 'a b' ]] && echo same; [[ $x != b* ]] && echo other; [[ -n $x ]] && echo full",
  "x=; [[ $x != a ]] && echo empty; [[ -z $x ]] && echo nothing; [[ $x ]] || echo false",
  "x='*'; [[ $x == '*' ]] && echo star",
  "[[ $(echo a b) == 'a b' ]]; echo $?",
  "[[ $x/y == /y ]]; echo $?",
  "[[ $(id -u)0 -ge 0 ]] && echo number",
  "x=abc; echo ${x:1:2} ${x: -1} ${x/b/X} ${x//b/X} ${#x} ${x#a} ${x%c} ${x:-d} ${y:=e} ${x:+f}",
  "function f { echo f; }; f; function g() { echo g; }; g; h() { local a=1 b=2; echo $a$b; }; h",
  "let x=1+1; echo $x; let 'y = 3 * 2'; echo $y; echo $((2 ** 3)) $((x++)) $((16#ff))",
  "echo hi &> out; cat out; echo hi >& out2; cat out2",
  "printf '%s\\n' $'a\\tb\\x41'",
  "read -r -p '' -t 1 x < /dev/null; echo abc | while read -n 1 c; do echo $c; break; done",
  "set -euo pipefail; set -E; echo ok",
  "trap 'echo bye' EXIT; trap - INT; trap 'echo T' ERR; echo a",
  "readonly x=1; echo $x; export y='a b'; export z=$y; echo $z",
  "echo -n a; echo -e '\\tb'; echo 'a\\tb'",
  "[ a == a ] && echo eq; [ a \\< b ] && echo lt; [ 1 -eq 1 -a 2 -eq 2 ] && echo and",
  "echo '{a,b}' \"{1..3}\" {a} {} a{b \\{a,b\\}",
  "for i in 1 2; do echo $i; done; case abc in a*) echo 1 ;; esac; if true; then :; else :; fi; (echo b)",
  "set -- a b; echo $# $1 $*; while [ $# -gt 0 ]; do shift; done",
  "echo 'echo sourced' > .profile; source ./.profile; . ./.profile",
  "exec 3> three; echo x >&3; exec 3>&-; cat three",
  "sleep 0 & wait; echo `echo \\`echo m\\``",
  "echo $RANDOM | grep -c .; type cd > /dev/null; command -v cd",
];

/** Text that ash refuses, or takes for something else, and what is in the way. */
const forBash: readonly (readonly [text: string, what: string])[] = [
  ["a=(1 2); echo ${a[1]}", "arrays"],
  ["a[0]=x; echo $a", "arrays"],
  ["cat <<< hi", "here-strings (`<<<`)"],
  ["((1 + 1)) && echo ok", "`(( ))`"],
  ["for ((i = 0; i < 2; i++)); do echo $i; done", "`(( ))`"],
  ["echo {a,b} x{y,z}w", "brace expansion"],
  ["echo {1..3}", "brace expansion"],
  ["mkdir -p q/{a,b}; ls q", "brace expansion"],
  ["x=1; x+=2; echo $x", "`+=`"],
  ["x=abc; echo ${x^^}", "changes of case (`^`, `,`)"],
  ["x=abc; echo ${x/#a/X}", "`/#` in expansions"],
  ["x=HOME; echo ${!x}", "names of variables in variables"],
  ["x='a b'; echo ${x@Q}", "`${x@Q}`"],
  ["[[ abc =~ ^a(b)c$ ]] && echo re", "groups and alternatives behind `=~`"],
  ["[[ a < b ]] && echo lt", "`<` within `[[ ]]`"],
  ["[[ ( a == a ) ]] && echo par", "`( )` within `[[ ]]`"],
  ["y='a b'; [[ 'a b' == $y ]] && echo same", "variables without quotes in `[[ ]]`"],
  ["x=3; [[ x -eq 3 ]] && echo three", "names of variables behind `-eq` and the like"],
  ["f-g() { echo fg; }; f-g", "names of functions with other than letters"],
  ["echo a > o; echo b &>> o; cat o", "`&>>`"],
  ["echo x |& cat", "`|&`"],
  ['echo $"hi"', '`$".."`'],
  ["read -r -a x < /dev/null; echo $?", "`read -a`"],
  ["mapfile -t x < /dev/null; echo $?", "`mapfile`"],
  ["shopt -s nullglob; echo $?", "`shopt`"],
  ["pushd / > /dev/null; echo $?", "`pushd`"],
  ["declare x=1; echo $x", "`declare`"],
  ["f() { local -r a=1; echo $a; }; f", "`local -r`"],
  ["printf -v x '%s' a; echo $x", "`printf -v`"],
  ["printf '%q\\n' 'a b'", "`printf %q\\n`"],
  ["type -t cd", "`type -t`"],
  ["echo $UID", "`$UID`"],
  ["echo ${EUID}", "`${EUID}`"],
  ["false | true; echo $PIPESTATUS", "`$PIPESTATUS`"],
  ["echo $[1 + 1]", "`$[ ]`"],
  ["echo a > hh; echo $(<hh)x", "`$(< file)`"],
  ["case abc in a*) echo 1 ;& b) echo 2 ;; esac", "`;&`"],
  ["exec {fd}> four; echo $?", "`{name}>`"],
  ["builtin echo x", "`builtin`"],
  ["set -- a b c; echo ${*:1:1}", "parts of `$@`"],
  ["set +H; echo $?", "`set +H`"],
  ["set -o posix; echo $?", "`set posix`"],
  ["trap 'echo dbg' DEBUG; echo a", "`trap DEBUG`"],
  ["for f in a b; { echo $f; }", "loops in braces"],
];

describe("text for bash, read for ash", () => {
  test.each(plain)("%s", (text) => {
    expect(readForAsh(text).bashisms).toEqual([]);
  });

  test.each(forBash)("%s", (text, what) => {
    expect(readForAsh(text).bashisms.map((one) => one.what)).toContain(what);
  });

  test("files that set up a shell are taken for plain ones by their names only", () => {
    expect(readForAsh(". /venv/bin/activate && source $HOME/.nvm/nvm.sh && source /etc/profile").bashisms).toEqual([]);
    expect(readForAsh("source /opt/ros/humble/setup.bash").bashisms).toHaveLength(1);
  });

  test("text that cannot be read, or is nested without end, is left to bash", () => {
    expect(readForAsh("if true; then").bashisms).not.toEqual([]);
    expect(readForAsh(`${"$(".repeat(5000)}${")".repeat(5000)}`).bashisms).not.toEqual([]);
  });
});

const alpineRoot = process.env.ALPINE_ROOT;
const places = [
  { place: "ALPINE_ROOT", isHere: Boolean(alpineRoot), root: alpineRoot },
  { place: "this machine", isHere: Busybox.hostVersion !== undefined, root: undefined },
];

describe.each(places)("ash of $place against bash", ({ isHere, root }) => {
  const hasBash = which("bash") !== undefined;
  const busybox = isHere && hasBash ? Busybox.of(root) : undefined;
  afterAll(() => busybox?.remove());

  const inBash = (text: string) => {
    const env = { PATH: process.env.PATH ?? "", HOME: "/" };
    const script = `cd "$(mktemp -d)" && { ${text}\n}`;
    return spawnSync("bash", ["-c", script], { env, encoding: "utf8" }).stdout;
  };
  const inAsh = (text: string) => {
    const { unquoted } = readForAsh(text);
    const edits = unquoted.flatMap(({ start, end }) => [
      { span: { start, end: start }, newText: '"' },
      { span: { start: end, end }, newText: '"' },
    ]);
    return busybox?.run(applyEdits(text, edits)).stdout;
  };

  test.skipIf(!busybox).each(plain)("the same: %s", (text) => {
    expect(inAsh(text)).toBe(inBash(text));
  });

  test.skipIf(!busybox).each(forBash)("another: %s", (text) => {
    expect(inAsh(text)).not.toBe(inBash(text));
  });
});
