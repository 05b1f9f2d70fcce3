import { execFileSync } from "node:child_process";
import { chmodSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type ApkPackage, writePackages } from "../shell/apk-repository";
import { alpineMachine, type Machine } from "../shell/ash";

/** A copy of an Alpine root file system whose apk has the given packages, and no mirror. */
export function alpineWith(source: string, packages: (machine: Machine) => readonly ApkPackage[]): Machine {
  const machine = alpineMachine(source);
  const { root } = machine;
  const inside = (...command: string[]) => execFileSync("chroot", [root, ...command], { encoding: "utf8" });
  const arch = inside("/sbin/apk", "--print-arch").trim();
  writePackages(join(root, "repo"), arch, packages(machine));
  inside("/bin/sh", "-c", `cd /repo/${arch} && apk index --allow-untrusted -o APKINDEX.tar.gz *.apk`);
  writeFileSync(join(root, "etc/apk/repositories"), "/repo\n");
  // The packages made here carry no signature.
  renameSync(join(root, "sbin/apk"), join(root, "sbin/apk.real"));
  writeFileSync(join(root, "sbin/apk"), '#!/bin/sh\nexec /sbin/apk.real --allow-untrusted "$@"\n');
  chmodSync(join(root, "sbin/apk"), 0o755);
  return machine;
}
