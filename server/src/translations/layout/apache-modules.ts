/**
 * Alpine's aport main/apache2 (APKBUILD of 2.4.37 and 2.4.49 with conf/*.patch), main/apache2-mod-wsgi, main/apache-mod-fcgid
 * and community/php83, read 2026-11-27: all modules of httpd but imagemap are built. httpd.conf has a LoadModule line for those
 * of the package itself, most behind a `#`; the other packages load theirs by a file of their own in conf.d.
 */
const ofPackages: readonly { readonly modules: RegExp; readonly name: string }[] = [
  { modules: /^proxy_html$|^xml2enc$/, name: "apache2-proxy-html" },
  { modules: /^proxy(_\w+)?$|^lbmethod_\w+$/, name: "apache2-proxy" },
  { modules: /^ssl$/, name: "apache2-ssl" },
  { modules: /^(authnz_)?ldap$/, name: "apache2-ldap" },
  { modules: /^lua$/, name: "apache2-lua" },
  { modules: /^dav(_fs)?$/, name: "apache2-webdav" },
  { modules: /^brotli$/, name: "apache2-brotli" },
];

/** Those that httpd.conf of the package `apache2` has a line for. */
const own: ReadonlySet<string> = new Set(
  (
    "access_compat actions alias allowmethods asis auth_basic auth_digest auth_form authn_anon authn_core authn_dbd " +
    "authn_dbm authn_file authn_socache authz_core authz_dbd authz_dbm authz_groupfile authz_host authz_owner authz_user " +
    "autoindex buffer cache cache_socache charset_lite data dbd deflate dialup dir echo env expires ext_filter file_cache " +
    "filter headers include info log_debug log_forensic macro mime mime_magic negotiation ratelimit reflector remoteip " +
    "reqtimeout request rewrite sed session session_cookie session_crypto session_dbd setenvif slotmem_plain slotmem_shm " +
    "socache_dbm socache_memcache socache_redis socache_shmcb speling status substitute unique_id userdir usertrack vhost_alias"
  ).split(" "),
);

/** Modules that a package of Debian's brings, by its name; Alpine's package loads them at once. */
const ofOthers: readonly { readonly module: RegExp; readonly debian: RegExp }[] = [
  { module: /^php[\d.]*$/, debian: /^(libapache2-mod-)?php[\d.]*$/ },
  { module: /^wsgi$/, debian: /^libapache2-mod-wsgi/ },
  { module: /^fcgid$/, debian: /^libapache2-mod-fcgid$/ },
  { module: /^(dav|authz)_svn$/, debian: /^libapache2(-mod)?-svn$/ },
];

/** What compresses, and Debian's file that says which types; Alpine has none. */
const filters: ReadonlyMap<string, string> = new Map([
  ["deflate", "DEFLATE"],
  ["brotli", "BROTLI_COMPRESS"],
]);

export const httpdConf = "/etc/apache2/httpd.conf";

/** How Alpine's Apache comes to load a module. */
export interface ModuleLoad {
  /** A pattern for the name in its LoadModule line in httpd.conf. */
  readonly line?: string;
  readonly package?: string;
  /** A further step. */
  readonly step?: string;
}

/**
 * @param name as `a2enmod` takes it.
 * @param installed what apt installs.
 * @returns undefined: Alpine has no such module, or it needs settings that only Debian brings.
 */
export function moduleLoad(name: string, installed: readonly string[]): ModuleLoad | undefined {
  const filter = filters.get(name);
  const step =
    filter === undefined
      ? {}
      : {
          step: `echo 'AddOutputFilterByType ${filter} text/html text/plain text/xml text/css text/javascript application/javascript application/xml' > /etc/apache2/conf.d/${name}-types.conf`,
        };
  const brought = ofPackages.find(({ modules }) => modules.test(name));
  if (brought) return { package: brought.name, ...step };
  // The one that fits how requests are served: both stand behind a test of that.
  if (name === "cgi" || name === "cgid") return { line: "cgid?" };
  if (own.has(name)) return { line: name, ...step };
  const other = ofOthers.find(({ module }) => module.test(name));
  return other && installed.some((one) => other.debian.test(one)) ? {} : undefined;
}

/** Debian serves by `event`, with mod_php by `prefork`; Alpine by `prefork`. */
export function servingModule(name: string): string | undefined {
  return /^mpm_(event|prefork|worker)$/.exec(name)?.[1];
}
