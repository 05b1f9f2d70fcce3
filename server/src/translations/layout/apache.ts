import type { Layout } from "./layout";

export const apache: Layout = {
  packages: /^(apache2|libapache2-mod-.*)$/,
  source: "aports, main/apache2",
  absent: {
    path: /\/etc\/apache2\/(?:(?:sites|mods|conf)-(?:available|enabled)|apache2\.conf|ports\.conf|envvars)/,
    why: "Alpine's Apache reads /etc/apache2/httpd.conf and /etc/apache2/conf.d/*.conf, and has none of Debian's other files. Put the settings there.",
  },
};
