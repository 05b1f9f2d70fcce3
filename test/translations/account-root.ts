import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, rmSync } from "node:fs";
import { join } from "node:path";

const files = ["passwd", "group", "shadow"].map((name) => join("etc", name));
/** Where the cases make homes; gone after each. */
const homes = ["home/app", "home/other", "home/NAME", "srv/app", "data", "app", "x"];

/** Prints each user and group that was not there before, in words that Debian and Alpine share. */
const report = `
before=" $(cut -d: -f1 /etc/passwd.before | tr '\\n' ' ') "
for u in $(cut -d: -f1 /etc/passwd); do
  case "$before" in *" $u "*) continue ;; esac
  line=$(grep "^$u:" /etc/passwd); home=$(echo "$line" | cut -d: -f6)
  made=none; [ -d "$home" ] && made=$(stat -c %U "$home")
  echo "user $u uid=$(id -u $u) gid=$(id -g $u) group=$(id -gn $u) home=$home($made) shell=$(echo "$line" | cut -d: -f7) in=$(for g in $(id -Gn $u); do echo $g; done | sort | tr '\\n' ,) password=$(grep "^$u:" /etc/shadow | cut -d: -f2)"
done
before=" $(cut -d: -f1 /etc/group.before | tr '\\n' ' ') "
for g in $(cut -d: -f1 /etc/group); do
  case "$before" in *" $g "*) continue ;; esac
  echo "group $g gid=$(getent group $g | cut -d: -f3)"
done
`;

export interface AccountsMade {
  readonly status: number | null;
  readonly errors: string;
  /** One line for each new user and group, sorted; ids of the system's choice say \`system\` or \`next\`. */
  readonly lines: readonly string[];
}

/** Runs a script in a root file system, as root, and says which accounts came of it; leaves the root as it was. */
export function makeAccounts(root: string, script: string): AccountsMade {
  for (const file of files) copyFileSync(join(root, file), join(root, `${file}.before`));
  try {
    const text = `(${script}) >&2 || exit 9\n${report}`;
    const env = { PATH: "/usr/sbin:/usr/bin:/sbin:/bin", DEBIAN_FRONTEND: "noninteractive" };
    const { status, stdout, stderr, error } = spawnSync(chroot, [root, "/bin/sh", "-c", text], {
      env,
      encoding: "utf8",
    });
    if (error) throw error;
    return {
      status,
      errors: stderr,
      lines: stdout
        .split("\n")
        .filter(Boolean)
        .map((line) => neutral(line, script))
        .sort(),
    };
  } finally {
    for (const file of files) {
      copyFileSync(join(root, `${file}.before`), join(root, file));
      rmSync(join(root, `${file}.before`));
    }
    for (const home of homes) rmSync(join(root, home), { recursive: true, force: true });
  }
}

const chroot = ["/usr/sbin/chroot", "/sbin/chroot", "/usr/bin/chroot"].find((path) => existsSync(path)) ?? "chroot";

/** Ids that the script does not name are the system's choice; Debian's bash is Alpine's sh, and its `users` a newer habit. */
function neutral(line: string, script: string): string {
  return line
    .replace(/\b(uid|gid)=(\d+)/g, (all, kind: string, id: string) => {
      if (script.includes(id)) return all;
      const number = Number(id);
      return `${kind}=${number >= 65533 ? "nogroup" : number >= 1000 ? "next" : "system"}`;
    })
    .replace("/usr/sbin/nologin", "/sbin/nologin")
    .replace(/\/bin\/b?ash/, "/bin/sh")
    .replace(/(in=.*\w,)users,/, "$1")
    .replace(/password=\S*/, (text) => {
      if (text.includes("$")) return text.includes("!") ? "password=locked" : "password=set";
      return /=[!*]/.test(text) ? "password=none" : "password=empty";
    });
}
