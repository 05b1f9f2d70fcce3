import type { Layout } from "./layout";

const ownFile = "/etc/supervisor/supervisord.conf";

/** Alpine's Supervisor has one configuration file, which includes `/etc/supervisor.d/*.ini`. */
export const supervisor: Layout = {
  packages: /^supervisor$/,
  source: "aports, main/supervisor",
  steps({ all, targets }) {
    if (!/\/etc\/supervisor(\/|$|\s)|\/var\/log\/supervisor\b/.test(all)) return [];
    const folders = "mkdir -p /etc/supervisor/conf.d /var/log/supervisor";
    // Supervisor takes the first that is there, and would not come to the one that is copied in.
    if (targets.includes(ownFile)) return [folders, "rm /etc/supervisord.conf"];
    return [
      folders,
      "sed -i 's|/etc/supervisor\\.d/\\*\\.ini|/etc/supervisor/conf.d/*.conf|' /etc/supervisord.conf",
      ...(all.includes(ownFile) ? [`ln -s /etc/supervisord.conf ${ownFile}`] : []),
    ];
  },
};
