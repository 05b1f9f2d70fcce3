import { debianAddgroup, debianAdduser } from "./debian-adduser";
import { groupadd } from "./groupadd";
import { chpasswd, passwd } from "./passwords";
import type { Translation } from "./translation";
import { useradd } from "./useradd";
import { debianDeluser, groupdel, userdel } from "./userdel";
import { chsh, gpasswd, shadowOnly, usermod } from "./usermod";

/** The programs that make, change and delete users and groups. */
export const accountTranslations: readonly Translation[] = [
  useradd,
  usermod,
  userdel,
  groupadd,
  groupdel,
  gpasswd,
  chsh,
  shadowOnly,
  debianAdduser,
  debianAddgroup,
  debianDeluser,
  passwd,
  chpasswd,
];
