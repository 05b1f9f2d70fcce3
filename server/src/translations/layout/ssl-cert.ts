import type { Layout } from "./layout";

const key = "/etc/ssl/private/ssl-cert-snakeoil.key";
const certificate = "/etc/ssl/certs/ssl-cert-snakeoil.pem";

/** Debian makes a self-signed certificate when it is installed, whose key a group may read. */
export const sslCert: Layout = {
  packages: /^ssl-cert$/,
  source: "Debian's ssl-cert 1.1.2, make-ssl-cert and postinst, 2026-11-27",
  once: true,
  steps({ all }) {
    const namesGroup = /(?:adduser|usermod|gpasswd|groups?|chgrp)\b[^\n]*\bssl-cert\b|:ssl-cert\b/.test(all);
    if (!namesGroup && !/ssl-cert-snakeoil/.test(all)) return [];
    return [
      "addgroup -S ssl-cert",
      "install -d -m 710 -g ssl-cert /etc/ssl/private",
      `openssl req -x509 -newkey rsa:2048 -nodes -days 3650 -subj "/CN=$(hostname)" -keyout ${key} -out ${certificate}`,
      `chgrp ssl-cert ${key}`,
      `chmod 640 ${key}`,
    ];
  },
};
