import type { Layout } from "./layout";

/** Debian makes the host's keys when the package is installed; without any, sshd does not start. */
export const openssh: Layout = {
  packages: /^(openssh-server|ssh)$/,
  source: "aports, main/openssh",
  steps: ({ all }) => (/ssh-keygen -A|ssh_host_\w*_?key/.test(all) ? [] : ["ssh-keygen -A"]),
};
