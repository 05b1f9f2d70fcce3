import { existsSync, lstatSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { debianFolders, isDebianPath } from "../../server/src/translations/debian-base";

const alpineRoot = process.env.ALPINE_ROOT;

test.each(["/etc/localtime", "/etc/skel/.bashrc", "/etc/cron.daily/apt-compat", "/usr/share/doc", "/root/.bashrc"])(
  "%s is Debian's own",
  (path) => {
    expect(isDebianPath(path)).toBe(true);
  },
);

test.each(["/etc/localtime.old", "/etc/passwd", "/etc/nginx/nginx.conf", "/usr/share/docs", "/root/.bashrc.d/one"])(
  "%s is not",
  (path) => {
    expect(isDebianPath(path)).toBe(false);
  },
);

describe.skipIf(!alpineRoot)("in the root file system of ALPINE_ROOT", () => {
  test.each([...debianFolders])("there is no %s", (folder) => {
    expect(existsSync(join(alpineRoot ?? "", folder))).toBe(false);
  });

  test.each([
    "/etc/localtime",
    "/etc/skel",
    "/etc/login.defs",
    "/etc/default",
    "/root/.bashrc",
    "/usr/sbin/policy-rc.d",
  ])("nor a file %s", (path) => {
    expect(lstatSync(join(alpineRoot ?? "", path), { throwIfNoEntry: false })).toBeUndefined();
  });
});
