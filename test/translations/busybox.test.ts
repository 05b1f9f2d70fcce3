import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { which } from "../shell/ash";
import { Busybox } from "./busybox";
import { say, sayDockerfile } from "./say";

/** GNU's words, and busybox's for the same effect; nothing: they stay. */
const rewritten: readonly (readonly string[])[] = [
  ["sha256sum --check --strict sums", "sha256sum -c sums"],
  ["sha256sum --status --check sums && echo good", "sha256sum -s -c sums && echo good"],
  ["mkdir --parents a/b && ls -d a/b"],
  ["mkdir --parent a/b && ls -d a/b", "mkdir -p a/b && ls -d a/b"],
  ["rm --force --recursive tree && ls", "rm -f -r tree && ls"],
  ["rm --preserve-root -rf tree && ls", "rm -rf tree && ls"],
  ["ln --symbolic --force one l && readlink l", "ln -s -f one l && readlink l"],
  ["ln -s --force one l && readlink l", "ln -s -f one l && readlink l"],
  ["cp --preserve one copy && cat copy", "cp -p one copy && cat copy"],
  ["cp --preserve=mode,ownership,timestamps one copy && cat copy", "cp -p one copy && cat copy"],
  ["cp --recursive --parents tree/sub copies 2> /dev/null; mkdir x && cp --parents -r tree x && find x | sort"],
  ["chmod --recursive u=rwx,go= tree && stat -c %a tree/sub", "chmod -R u=rwx,go= tree && stat -c %a tree/sub"],
  ["head --lines=1 one", "head -n 1 one"],
  ["head --lines -1 one", "head -n -1 one"],
  ["head -1 one && tail -n +2 one && tail -1 one"],
  ["tail --lines=1 --quiet one one", "tail -n 1 -q one one"],
  ["sort --reverse --unique --parallel=2 one", "sort -r -u one"],
  ["sort --key=1,1 --sort=version one", "sort -k 1,1 -V one"],
  ["cut --delimiter=, --fields=2 table", "cut -d , -f 2 table"],
  ["cut '--delimiter=;' --fields 1 table", "cut -d ';' -f 1 table"],
  ["wc --lines < one", "wc -l < one"],
  ["tr --delete a < one", "tr -d a < one"],
  ["grep --extended-regexp --count 'a|b' one", "grep -E -c 'a|b' one"],
  ["grep --line-buffered --only-matching a one", "grep -o a one"],
  ["grep --color=auto a one"],
  ["grep --binary-files=text a one", "grep -a a one"],
  ["sed --in-place=.old s/a/x/ one && cat one one.old"],
  ["sed --unbuffered --regexp-extended 's/(a)/<\\1>/' one", "sed --regexp-extended 's/(a)/<\\1>/' one"],
  ["date --utc --date=@0 --iso-8601=seconds", "date --utc --date=@0 -Iseconds"],
  ["date -u -d 2024-02-29 +%F"],
  ["du --max-depth=0 --summarize tree > /dev/null && echo done", "du -d 0 -s tree > /dev/null && echo done"],
  ["stat --format=%n one", "stat -c %n one"],
  ["tee --append one < table > /dev/null && cat one", "tee -a one < table > /dev/null && cat one"],
  ["truncate --size=3 one && cat one", "truncate -s 3 one && cat one"],
  ["base64 --decode coded", "base64 -d coded"],
  ["printf 'a b' | xargs --max-args=1 echo", "printf 'a b' | xargs -n 1 echo"],
  ["printf 'a b' | xargs --replace={} echo {}x", "printf 'a b' | xargs -i{} echo {}x"],
  ["printf one | xargs chmod --changes u+x > /dev/null; ls", "printf one | xargs chmod -c u+x > /dev/null; ls"],
  ["find tree -exec chmod --silent u+x {} + && ls tree", "find tree -exec chmod -f u+x {} + && ls tree"],
  ["find tree -name sub -printf '%p\\n'", "find tree -name sub -print"],
  ["find tree -noleaf -mount -type d", "find tree -xdev -type d"],
  ["find . -size +1M", "find . -size +1024k"],
  ["find tree -uid 0 -a -iwholename '*SUB'", "find tree -user 0 -a -ipath '*SUB'"],
  [
    "dd if=one of=copy status=progress bs=1 count=2 2> /dev/null; cat copy",
    "dd if=one of=copy bs=1 count=2 2> /dev/null; cat copy",
  ],
  ["tar --create --gzip --file=t.tgz tree && tar --list --gzip --file t.tgz"],
  [
    "tar --create --ungzip --file=t.tgz tree && tar --get --gzip --file t.tgz && ls tree",
    "tar --create -z --file=t.tgz tree && tar -x --gzip --file t.tgz && ls tree",
  ],
  [
    "tar czf t.tgz tree && tar xzf t.tgz --strip=1 --warning=no-timestamp && ls -d sub",
    "tar czf t.tgz tree && tar xzf t.tgz --strip-components=1 && ls -d sub",
  ],
  ["timeout --foreground --signal=KILL 5 true && echo in time", "timeout -s KILL 5 true && echo in time"],
  ["mktemp -d ./x.XXX | cut -c1-4", "mktemp -d ./x.XXXXXX | cut -c1-4"],
  ["id --user --real", "id -u -r"],
  ["id --group --name", "id -g -n"],
  ["uniq --count one", "uniq -c one"],
];

/** What only the GNU programs do, and the package that has them. */
const needed: readonly (readonly [gnu: string, needs: string])[] = [
  ['date -d "90 days ago" +%F', "coreutils"],
  ["date +%s%3N", "coreutils"],
  ["touch -d yesterday one", "coreutils"],
  ["grep -P '^\\d+$' one", "grep"],
  ["grep -oP 'a(?=b)' one", "grep"],
  ["grep -r --include='*.c' a .", "grep"],
  ["find tree -printf '%f\\n'", "findutils"],
  ["find tree -newermt 2024-01-01", "findutils"],
  ["find tree -size -1M", "findutils"],
  ["find tree -execdir true {} +", "findutils"],
  ["find tree -exec grep -P a {} +", "grep"],
  ["printf a | xargs -d '\\n' ls", "findutils"],
  ["printf a | xargs grep -P a", "grep"],
  ["readlink -m /a/b", "coreutils"],
  ["realpath --relative-to=/ /a", "coreutils"],
  ["cp --no-preserve=mode one copy", "coreutils"],
  ["ln -sr one l", "coreutils"],
  ["chown --from=root root one", "coreutils"],
  ["sed -z 's/\\n/,/g' one", "sed"],
  ["sed 's/^a/x/m' one", "sed"],
  ["sed -n '/a/s|b|c|gMp' one", "sed"],
  ["sed 's/.*/\\U&/' one", "sed"],
  ["sed -i '0,/a/s//b/' one", "sed"],
  ["tar -xf t.tar --wildcards 'a/*'", "tar"],
  ["tar xf t.tar --transform 's,a,b,'", "tar"],
  ["tar cPf t.tar /a", "tar"],
  ["mktemp --suffix=.x", "coreutils"],
  ["mktemp /tmp/a-XXXXXX.gz", "coreutils"],
  ["timeout 5 grep -P a one", "grep"],
  ["timeout 5 true || [ $? -eq 124 ]", "coreutils"],
  ["env -S 'a b'", "coreutils"],
  ["wget --content-disposition https://example.com/a", "wget"],
  ["ps -p 1", "procps"],
  ["ps aux | awk '{print $2}'", "procps"],
];

describe("GNU's words", () => {
  test.each(rewritten)("%s", (gnu = "", busybox = gnu) => {
    expect(say(gnu)).toEqual({ text: busybox, needs: [], checks: [], stops: [] });
  });

  test.each(needed)("%s", (gnu, needs) => {
    expect(say(gnu)).toEqual({ text: gnu, needs: [needs], checks: [], stops: [] });
  });

  test("stay when the GNU program was installed before", () => {
    const said = sayDockerfile("FROM debian\nRUN apt-get install -y tar\nRUN tar xf a --wildcards b\n");
    expect(said.needs).toEqual([]);
    expect(sayDockerfile("FROM debian\nRUN tar xf a --wildcards b && apt-get install -y tar\n").needs).toEqual(["tar"]);
  });

  test("are only looked for in the system's own programs", () => {
    expect(say("./install --no-target-directory a b").needs).toEqual([]);
    expect(say("/usr/bin/install --no-target-directory a b").needs).toEqual(["coreutils"]);
  });
});

const files = {
  one: "a\nb\nab\n",
  table: "a,b;c\nd,e;f\n",
  coded: "Y29kZWQK\n",
  sums: "64ec88ca00b268e5ba1a35678a1b5316d212f4f366b2477232534a8aeca37f3c  greeting\n",
  greeting: "Hello world",
};
const tree = "mkdir -p tree/sub && ";
const alpineRoot = process.env.ALPINE_ROOT;
const hasGnu = which("bash") !== undefined && execFileSync("sed", ["--version"], { encoding: "utf8" }).includes("GNU");

/** The same text with the GNU programs of this machine. */
function gnuOutput(script: string): string {
  const folder = mkdtempSync(join(tmpdir(), "gnu-"));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const env = { PATH: process.env.PATH ?? "", TZ: "UTC", LC_ALL: "C", HOME: "/" };
    return execFileSync("sh", ["-c", `${script} 2>&1`], { cwd: folder, env, encoding: "utf8" });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const isHere = Boolean(alpineRoot) || Busybox.hostVersion !== undefined;
describe.skipIf(!hasGnu || !isHere)(`effects on busybox (${alpineRoot ? "ALPINE_ROOT" : "this machine's"})`, () => {
  const busybox = isHere ? Busybox.of(alpineRoot) : undefined;
  afterAll(() => busybox?.remove());
  test.each(rewritten)("%s", (gnu = "", said = gnu) => {
    const first = /^\w+/.exec(said)?.[0] ?? "";
    if (!busybox?.has(first)) return;
    const { stdout, stderr, status } = busybox.run(`${tree}${said}`, files);
    expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
    expect(stdout).toBe(gnuOutput(`${tree}${gnu}`));
  });
});
