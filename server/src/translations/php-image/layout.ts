import type { Layout } from "../layout/layout";
import { phpImageOf, standsOnPhpApache } from "./php-image";

/** The folders of the image's own PHP, which is built into /usr/local. */
export const phpOfImage: Layout = {
  // It comes with the image, by no package.
  packages: /$^/,
  source: "docker-library/php, Dockerfile-linux.template, and aports, community/php83, read 2026-11-27",
  inImage: standsOnPhpApache,
  movesFor(_, { stage, facts }) {
    const name = phpImageOf(stage, facts)?.name ?? "php";
    return [
      { from: /(?<![\w.-])\/usr\/local\/etc\/php(?![\w.-])/g, to: `/etc/${name}` },
      {
        from: /(?<![\w.-])\/usr\/local\/lib\/php\/extensions(?:\/no-debug-(?:non-)?zts-\d+)?(?![\w.-])/g,
        to: `/usr/lib/${name}/modules`,
      },
    ];
  },
  absent: {
    path: /(?<![\w.-])\/usr\/src\/php(?![\w-])|(?<![\w.-])\/usr\/local\/etc\/?(?=$|["'\s])|\$\{?APACHE_(?:CONFDIR|ENVVARS)\b/,
    why: "Alpine's PHP and Apache come from packages: there are no sources of PHP in /usr/src, its settings are in a folder such as /etc/php84, and no variables name the folder of Apache's. Name each file with its folder there.",
  },
};
