// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are for the shell.
import { spawnSync } from "node:child_process";
import { afterAll, describe, expect, test } from "vitest";
import { countsOnDashEcho } from "../../server/src/translations/busybox/echo";
import { which } from "../shell/ash";
import { Busybox } from "./busybox";
import { say, sayDockerfile } from "./say";

/** What stands in a RUN on Debian, and what is written for Alpine; nothing: the same. */
const texts: readonly (readonly string[])[] = [
  ['echo "first\\nsecond"', "printf '%b\\n' \"first\\nsecond\""],
  ["echo 'a\\tb' '\\x' c", "printf '%b %b %b\\n' 'a\\tb' '\\x' c"],
  ["echo -n 'a\\nb'", "printf '%b' 'a\\nb'"],
  ["echo 'a\\cb' c; echo d", "printf '%b %b\\n' 'a\\cb' c; echo d"],
  ["echo 'back\\\\slash' | cat", "printf '%b\\n' 'back\\\\slash' | cat"],
  ["echo '\\0101\\101\\7'", "printf '%b\\n' '\\0101\\101\\7'"],
  ["x='a b'; echo \"$x\\n\"", "x='a b'; printf '%b\\n' \"$x\\n\""],
  ["x='a b'; echo $x '\\n'", "x='a b'; echo -e $x '\\n'"],
  ["x='a b'; echo -n $x '\\n'", "x='a b'; echo -ne $x '\\n'"],
  ["echo \"$(echo 'a\\tb')\"", "echo \"$(printf '%b\\n' 'a\\tb')\""],
  ["echo a\\\\nb", "printf '%b\\n' a\\\\nb"],
  ["echo '100%\\n'", "printf '%b\\n' '100%\\n'"],
  ["echo a\\nb"],
  ["echo plain 'a\\qb' '\\.'"],
  ["echo"],
  ["echo -n plain"],
  ["printf 'a\\nb\\n'"],
  ['for i in 1 2; do echo "$i\\t"; done', "for i in 1 2; do printf '%b\\n' \"$i\\t\"; done"],
];

describe("echo of Debian's sh", () => {
  test.each(texts)("%s", (debian = "", alpine = debian) => {
    expect(say(debian)).toEqual({ text: alpine, needs: [], checks: [], stops: [] });
  });

  test("is told where busybox's takes an option for what Debian's writes", () => {
    const said = say("echo -e 'a\\nb' > /x");
    expect(said.text).toBe("echo -e 'a\\nb' > /x");
    expect(said.checks).toHaveLength(1);
    expect(said.checks[0]).toContain("`-e`");
  });

  test("is told where a hexadecimal number would be read by one of them only", () => {
    expect(say("echo 'a\\x41\\n'").checks).toHaveLength(1);
  });

  test("is not that of bash, nor a program of that name", () => {
    const text = "echo 'a\\nb'";
    const inBash = sayDockerfile(`FROM debian\nSHELL ["/bin/bash", "-c"]\nRUN ${text}\n`);
    expect(inBash.text).toBe(text);
    expect(say("/bin/echo 'a\\nb'").text).toBe("/bin/echo 'a\\nb'");
    expect(say("env echo 'a\\nb'").text).toBe("env echo 'a\\nb'");
    expect(sayDockerfile(`FROM debian\nRUN <<EOF\n#!/bin/bash\n${text}\nEOF\n`).text).toContain(text);
    expect(sayDockerfile(`FROM debian\nRUN <<EOF\n${text}\nEOF\n`).text).toContain("printf");
  });

  test("is found in scripts for sh", () => {
    expect(countsOnDashEcho("#!/bin/sh\necho 'a\\tb'\n")).toBe(true);
    expect(countsOnDashEcho("#!/bin/sh\necho 'a'\n")).toBe(false);
    expect(countsOnDashEcho("#!/bin/bash\necho 'a\\tb'\n")).toBe(false);
    expect(countsOnDashEcho("echo 'a\\tb'\n")).toBe(false);
  });
});

const alpineRoot = process.env.ALPINE_ROOT;
const dash = which("dash");
const isHere = dash !== undefined && (Boolean(alpineRoot) || Busybox.hostVersion !== undefined);

describe.skipIf(!isHere)(`in dash and in busybox (${alpineRoot ? "ALPINE_ROOT" : "this machine's"})`, () => {
  const busybox = isHere ? Busybox.of(alpineRoot) : undefined;
  afterAll(() => busybox?.remove());
  const inDash = (text: string) =>
    spawnSync(dash ?? "", ["-c", text], { encoding: "buffer" }).stdout.toString("latin1");

  test.each(texts)("%s", (debian = "", alpine = debian) => {
    expect(busybox?.run(alpine).stdout).toBe(inDash(debian));
  });

  test.each(texts.filter(([, alpine]) => alpine !== undefined))("would differ unchanged: %s", (debian = "") => {
    expect(busybox?.run(debian).stdout).not.toBe(inDash(debian));
  });
});
