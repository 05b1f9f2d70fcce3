import { compareReleases } from "../../facts/releases";
import { textOfImageFile } from "../../manifests/installs";
import { aptInstalled } from "../../model/apt-installed";
import { callsOf } from "../../model/calls";
import { instructionsOf } from "../../model/layers";
import { containerScripts } from "../container-scripts";
import type { Layout, Texts } from "./layout";
import { poolPackage } from "./php";
import { copiedText } from "./texts";

const ownFile = "/etc/nginx/nginx.conf";

/** Files of Debian's that settings of sites include (nginx-common 1.22, conf/). */
const included: readonly { readonly path: string; readonly named: RegExp; readonly lines: readonly string[] }[] = [
  {
    path: "/etc/nginx/snippets/fastcgi-php.conf",
    named: /\binclude\s+(?:\/etc\/nginx\/)?snippets\/fastcgi-php\.conf\b/,
    lines: [
      "fastcgi_split_path_info ^(.+?\\.php)(/.*)$;",
      "try_files $fastcgi_script_name =404;",
      "set $path_info $fastcgi_path_info;",
      "fastcgi_param PATH_INFO $path_info;",
      "fastcgi_index index.php;",
      "include fastcgi.conf;",
    ],
  },
  {
    path: "/etc/nginx/proxy_params",
    named: /\binclude\s+(?:\/etc\/nginx\/)?proxy_params\b/,
    lines: [
      "proxy_set_header Host $http_host;",
      "proxy_set_header X-Real-IP $remote_addr;",
      "proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;",
      "proxy_set_header X-Forwarded-Proto $scheme;",
    ],
  },
];

/** Steps that write those of them which the Dockerfile or the files that it copies include. */
function includedFiles(texts: Texts): string[] {
  const read = [texts.all, copiedText(instructionsOf(texts.stage), texts)].join("\n");
  return included
    .filter(({ path, named }) => named.test(read) && !texts.targets.includes(path))
    .flatMap(({ path, lines }) => [
      ...(path.includes("/snippets/") ? ["mkdir -p /etc/nginx/snippets"] : []),
      `printf '%s\\n' ${lines.map((line) => `'${line}'`).join(" ")} > ${path}`,
    ]);
}

/**
 * Alpine's nginx includes `http.d/*.conf` from 3.14 on, `conf.d/*.conf` before, and runs as `nginx`; Debian's includes
 * `conf.d/*.conf` and `sites-enabled/*`, and runs as `www-data`.
 */
export const nginx: Layout = {
  packages: /^nginx(-full|-light|-extras|-core)?$/,
  source: "aports, main/nginx",
  steps: (texts) => [
    ...editedLines(texts),
    ...folderSteps(texts),
    // What the worker keeps for a while lies below, and nobody but Alpine's user gets there.
    ...(hasOtherUser(texts) ? ["chmod 755 /var/lib/nginx /var/lib/nginx/tmp"] : []),
    ...includedFiles(texts),
  ],
  check(texts) {
    if (bringsOwn(texts)) {
      // Its pool makes the user.
      if (aptInstalled(texts.stage).some((name) => poolPackage.test(name))) return undefined;
      const text = textOfImageFile(ownFile, texts.stage, texts);
      // A user that it names is made where it is copied.
      return text !== undefined
        ? undefined
        : `nginx runs as the user that nginx.conf names. Alpine has no www-data: write \`user nginx;\` there.`;
    }
    return /\/var\/www\/html|\/usr\/share\/nginx\//.test(texts.all) && !/\/etc\/nginx\//.test(texts.all)
      ? "Debian's nginx serves a folder by default, Alpine's answers 404 until a file in /etc/nginx/http.d sets up a site. Add one."
      : undefined;
  },
};

/** The settings that the Dockerfile brings or changes name another user than Alpine's. */
function hasOtherUser(texts: Texts): boolean {
  const own = texts.build.stages
    .map((stage) => textOfImageFile(ownFile, stage, texts))
    .find((text) => text !== undefined);
  const user = /^[ \t]*user[ \t]+([\w-]+)/m.exec(own ?? "")?.[1];
  if (user !== undefined) return user !== "nginx" && user !== "root";
  return editedLines(texts).some((step) => step.includes("user www-data"));
}

/** Lines of Debian's nginx.conf that Alpine's has none like, for the steps of the Dockerfile that change them. */
function editedLines(texts: Texts): string[] {
  if (bringsOwn(texts)) return [];
  const scripts = texts.build.stages
    .flatMap(({ runs }) => runs.flatMap(callsOf))
    .filter(({ name, args }) => name === "sed" && args.some(({ value }) => value === ownFile))
    .flatMap(({ args }) => args.map(({ value }) => value))
    .join("\n");
  const edits = [
    ...(/user\W+www-data/.test(scripts) ? ["-e 's/^user nginx;/user www-data;/'"] : []),
    ...(/\bpid\b.*nginx\.pid/.test(scripts) ? ["-e '1i pid /run/nginx.pid;'"] : []),
  ];
  return edits.length > 0 ? [`sed -i ${edits.join(" ")} ${ownFile}`] : [];
}

/** What makes nginx read Debian's folders. */
function folderSteps(texts: Texts): string[] {
  const { release } = texts;
  const scripts = texts.build.stages.flatMap((stage) => containerScripts({ ...texts, stage }));
  const all = [texts.all, ...scripts.map(({ text }) => text)].join("\n");
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
    ? ["touch /etc/nginx/sites-available/default", "ln -s ../sites-available/default /etc/nginx/sites-enabled/default"]
    : [];
  const made = [`mkdir -p /etc/nginx/conf.d${folders}`, ...link];
  if (bringsOwn(texts)) return made;
  const words = `include /etc/nginx/conf.d/*.conf;${sites ? " include /etc/nginx/sites-enabled/*;" : ""}`;
  if (compareReleases(release, "3.14") < 0)
    return sites
      ? [...made, "rm /etc/nginx/conf.d/default.conf", replace("include /etc/nginx/conf.d/\\*\\.conf;", words)]
      : made;
  return [
    ...made,
    "rm /etc/nginx/http.d/default.conf",
    // Alpine's own line for that folder is about the whole server, not about sites.
    replace("include /etc/nginx/http.d/\\*\\.conf;", words, "-e '/^include .*\\/conf\\.d\\//d'"),
  ];
}

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
