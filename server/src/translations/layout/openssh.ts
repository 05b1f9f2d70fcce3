import { aptInstalled } from "../../model/apt-installed";
import type { Layout } from "./layout";

/** Debian makes the host's keys when the package is installed; without any, sshd does not start. */
export const openssh: Layout = {
  packages: /^(openssh-server|ssh)$/,
  source: "aports, main/openssh",
  steps: ({ all, stage }) => [
    // Debian's server brings the client, whose settings lie in this file.
    ...(/\/etc\/ssh\/ssh_config\b/.test(all) && !aptInstalled(stage).some((name) => /^(openssh-client|ssh)$/.test(name))
      ? ["apk add --no-cache openssh-client"]
      : []),
    ...(/ssh-keygen -A|ssh_host_\w*_?key/.test(all) ? [] : ["ssh-keygen -A"]),
  ],
};
