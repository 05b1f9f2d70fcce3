import { instructionsOf } from "../../model/layers";
import type { Layout, Texts } from "./layout";
import { copiedText } from "./texts";

/** Who a service runs as by Debian's package and by Alpine's; the group has the same name as the user. */
const users: readonly { readonly packages: RegExp; readonly debian: string; readonly alpine: string }[] = [
  { packages: /^bind9$/, debian: "bind", alpine: "named" },
  { packages: /^chrony$/, debian: "_chrony", alpine: "chrony" },
  { packages: /^freeradius$/, debian: "freerad", alpine: "radius" },
  { packages: /^memcached$/, debian: "memcache", alpine: "memcached" },
  { packages: /^slapd$/, debian: "openldap", alpine: "ldap" },
  { packages: /^transmission-daemon$/, debian: "debian-transmission", alpine: "transmission" },
];

/**
 * Both names of one number: commands, settings and scripts name Debian's, the service and the files of its package are Alpine's, and
 * each meets what the other made.
 */
export const serviceUsers: readonly Layout[] = users.map(({ packages, debian, alpine }) => ({
  packages,
  source: "*.pre-install of the packages in aports, read 2026-11-27",
  once: true,
  steps: (texts: Texts) =>
    isNamed(debian, texts) ? [`sed -i 's/^${alpine}:\\(.*\\)/&\\n${debian}:\\1/' /etc/passwd /etc/group`] : [],
}));

/** Behind what gives files to somebody or starts a program as somebody; as a word alone it may be anything. */
function isNamed(user: string, texts: Texts): boolean {
  const read = [texts.all, copiedText(instructionsOf(texts.stage), texts)].join("\n");
  const before = String.raw`(?:\b(?:chown|chgrp|install|su|gosu|su-exec|runuser|usermod|adduser|USER|user|setuid|setgid|group)\b|--chown=|["'\s]-u\b)`;
  return new RegExp(`${before}[^\\n;&|]*?(?<![\\w./-])${user}(?![\\w./-])`).test(read);
}
