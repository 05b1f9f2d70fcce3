import type { Layout } from "./layout";

export const php: Layout = {
  packages: /^(php[\d.]*(-.*)?|libapache2-mod-php[\d.]*)$/,
  source: "aports, community/php84",
  absent: {
    path: /(?:^|[\s"'=])\/etc\/php(?:5|\/[\d.$])/,
    why: "Alpine's PHP has its settings in a folder named by its version, such as /etc/php84/php.ini and /etc/php84/php-fpm.d. Put them there.",
  },
};

/** Alpine's programs carry the series, `php83` and `php-fpm83`; `php` is there for one series of a release only. */
export const phpPrograms: Layout = {
  packages: /^php[\d.]*(-cli|-fpm)?$/,
  source: "aports, community/php81 to php84",
  steps({ all, packages }) {
    const series = packages.map((name) => /^php(\d+)(-fpm)?$/.exec(name)?.[1]).find((found) => found !== undefined);
    if (series === undefined) return [];
    const links = new Set<string>();
    if (/(?:^|[\s"'/;&|(=])php(?=[\s"']|$)/m.test(all)) links.add(`ln -sf php${series} /usr/bin/php`);
    for (const [name] of all.matchAll(/(?<![\w.-])php(?:5|\d\.\d)(?![\w.-])/g))
      links.add(`ln -sf php${series} /usr/bin/${name}`);
    for (const [name] of packages.includes(`php${series}-fpm`)
      ? all.matchAll(/(?<![\w.-])php-fpm[\d.]*(?![\w-])/g)
      : [])
      links.add(`ln -sf php-fpm${series} /usr/sbin/${name.replace(/\.$/, "")}`);
    return [...links];
  },
};
