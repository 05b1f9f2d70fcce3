import type { Layout } from "./layout";

/**
 * Debian's package brings named.conf, which includes three files beside it, and works in /var/cache/bind; Alpine's brings examples to
 * choose from, and no named.conf.
 */
export const bind: Layout = {
  packages: /^bind9$/,
  source: "Debian's bind9 9.18, debian/extras/etc; aports, main/bind/APKBUILD, read 2026-11-27",
  once: true,
  steps: ({ targets }) =>
    targets.includes("/etc/bind/named.conf")
      ? []
      : [
          "mkdir -p /var/cache/bind",
          "chown named:named /var/cache/bind",
          `echo 'options { directory "/var/cache/bind"; dnssec-validation auto; listen-on-v6 { any; }; };' > /etc/bind/named.conf.options`,
          "touch /etc/bind/named.conf.local /etc/bind/named.conf.default-zones",
          `printf 'include "/etc/bind/named.conf.%s";\\n' options local default-zones > /etc/bind/named.conf`,
        ],
};
