import { compareReleases } from "../../facts/releases";
import { textOfImageFile } from "../../manifests/installs";
import { aptInstalled } from "../../model/apt-installed";
import type { Layout, Texts } from "./layout";
import { poolPackage } from "./php";

const ownFile = "/etc/nginx/nginx.conf";

/**
 * Alpine's nginx includes `http.d/*.conf` from 3.14 on, `conf.d/*.conf` before, and runs as `nginx`; Debian's includes
 * `conf.d/*.conf` and `sites-enabled/*`, and runs as `www-data`.
 */
export const nginx: Layout = {
  packages: /^nginx(-full|-light|-extras|-core)?$/,
  source: "aports, main/nginx",
  steps(texts) {
    const { all, release } = texts;
    const sites = /\/etc\/nginx\/sites-/.test(all);
    // Steps take it away or fill it, and Debian has it.
    const pages = /\b(rm|mv|cp|ln|cd|chown|chmod)\b[^;&|\n]*\s\/usr\/share\/nginx\/html\b/.test(all)
      ? "/usr/share/nginx/html"
      : undefined;
    if (!sites && !/\/etc\/nginx\/conf\.d/.test(all)) return pages === undefined ? [] : [`mkdir -p ${pages}`];
    const folders = [
      ...(sites ? ["/etc/nginx/sites-available", "/etc/nginx/sites-enabled"] : []),
      ...(pages ? [pages] : []),
    ]
      .map((folder) => ` ${folder}`)
      .join("");
    const link = /\/sites-(available|enabled)\/default\b/.test(all)
      ? [
          "touch /etc/nginx/sites-available/default",
          "ln -s ../sites-available/default /etc/nginx/sites-enabled/default",
        ]
      : [];
    const made = [`mkdir -p /etc/nginx/conf.d${folders}`, ...link];
    if (bringsOwn(texts)) return made;
    const included = `include /etc/nginx/conf.d/*.conf;${sites ? " include /etc/nginx/sites-enabled/*;" : ""}`;
    if (compareReleases(release, "3.14") < 0)
      return sites
        ? [...made, "rm /etc/nginx/conf.d/default.conf", replace("include /etc/nginx/conf.d/\\*\\.conf;", included)]
        : made;
    return [
      ...made,
      "rm /etc/nginx/http.d/default.conf",
      // Alpine's own line for that folder is about the whole server, not about sites.
      replace("include /etc/nginx/http.d/\\*\\.conf;", included, "-e '/^include .*\\/conf\\.d\\//d'"),
    ];
  },
  check(texts) {
    if (bringsOwn(texts)) {
      // Its pool makes the user.
      if (aptInstalled(texts.stage).some((name) => poolPackage.test(name))) return undefined;
      const text = textOfImageFile(ownFile, texts.stage, texts);
      return text !== undefined && !/\buser\s+www-data\b/.test(text)
        ? undefined
        : `nginx runs as the user that nginx.conf names. Alpine has no www-data: write \`user nginx;\` there.`;
    }
    return /\/var\/www\/html|\/usr\/share\/nginx\//.test(texts.all) && !/\/etc\/nginx\//.test(texts.all)
      ? "Debian's nginx serves a folder by default, Alpine's answers 404 until a file in /etc/nginx/http.d sets up a site. Add one."
      : undefined;
  },
};

function bringsOwn({ all, targets }: Texts): boolean {
  return (
    targets.includes(ownFile) ||
    /(?:^|[^>])>\s*\/etc\/nginx\/nginx\.conf\b/m.test(all) ||
    targets.includes("/etc/nginx")
  );
}

function replace(from: string, to: string, more?: string): string {
  return `sed -i ${more ? `${more} ` : ""}-e 's|${from}|${to}|' ${ownFile}`;
}
