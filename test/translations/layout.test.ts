import { afterAll, describe, expect, test } from "vitest";
import { layoutsOf, textsOf } from "../../server/src/translations/layout";
import { Busybox } from "./busybox";
import { stageContext } from "./say";

/** The steps of all layouts of a Dockerfile, below the folder they are run in. */
function steps(dockerfile: string, release: string): string {
  const context = stageContext(dockerfile, { release });
  const all = layoutsOf(context.stage).flatMap((layout) => layout.steps?.(textsOf(context, [])) ?? []);
  return below(all.join(" && "));
}

function below(text: string): string {
  return text.replaceAll("/etc/", "etc/").replaceAll("/var/", "var/");
}

/** The lines of Alpine's nginx.conf that matter, as its recipe has them from 3.15 on. */
const nginxConf = `user nginx;
# Include files with config snippets into the root context.
include /etc/nginx/conf.d/*.conf;
http {
	include /etc/nginx/mime.types;
	include /etc/nginx/http.d/*.conf;
}
`;
const supervisordConf = "[supervisord]\n;nodaemon=false\n[include]\nfiles = /etc/supervisor.d/*.ini\n";

/** The lines of Alpine's httpd.conf that matter, as its recipe has had them since 3.5. */
const httpdConf = `ServerRoot /var/www
Listen 80
LoadModule mpm_prefork_module modules/mod_mpm_prefork.so
#LoadModule rewrite_module modules/mod_rewrite.so
User apache
Group apache
<Directory />
    AllowOverride none
    Require all denied
</Directory>
DocumentRoot "/var/www/localhost/htdocs"
<Directory "/var/www/localhost/htdocs">
    Options Indexes FollowSymLinks
    AllowOverride None
    Require all granted
</Directory>
IncludeOptional /etc/apache2/conf.d/*.conf
`;

const has = Busybox.hostVersion !== undefined;

describe.skipIf(!has)("steps behind an installation, run by busybox", () => {
  const busybox = has ? Busybox.of(undefined) : undefined;
  afterAll(() => busybox?.remove());

  test("let Apache read Debian's sites, as Debian's user and from its folder", () => {
    const dockerfile =
      "FROM debian\nRUN apt-get install -y apache2\nCOPY a /etc/apache2/sites-available/\nRUN echo 'Listen 81' >> /etc/apache2/ports.conf\nCMD apache2ctl\n";
    const folders = "mkdir -p var/www/localhost/htdocs var/www/logs var/www/modules var/www/run";
    const { stdout, stderr, status } = (busybox as Busybox).run(
      `mkdir -p etc/apache2; cp conf etc/apache2/httpd.conf; ${folders}; ${steps(dockerfile, "3.24")} && cat etc/apache2/httpd.conf && find .`,
      { conf: below(httpdConf) },
    );
    expect(status, stderr).toBe(0);
    const [conf = "", ...files] = stdout.split(/(?=^\.$)/m);
    expect(conf.split("\n")).toEqual([
      "ServerRoot etc/apache2",
      "LoadModule mpm_prefork_module modules/mod_mpm_prefork.so",
      "#LoadModule rewrite_module modules/mod_rewrite.so",
      "User www-data",
      "Group www-data",
      "<Directory />",
      "    AllowOverride none",
      "    Require all denied",
      "</Directory>",
      "<IfFile var/www/html>",
      "  DocumentRoot var/www/html",
      "</IfFile>",
      "<Directory var/www/>",
      "    Options Indexes FollowSymLinks",
      "    AllowOverride None",
      "    Require all granted",
      "</Directory>",
      "IncludeOptional etc/apache2/conf.d/*.conf",
      "Define APACHE_LOG_DIR var/log/apache2",
      "Include etc/apache2/ports.conf",
      "IncludeOptional etc/apache2/sites-enabled/*.conf",
      "",
    ]);
    expect(files.join("")).toContain("etc/apache2/sites-enabled/000-default.conf\n");
    expect(files.join("")).toContain("etc/apache2/modules\n");
  });

  function after(dockerfile: string, release: string, conf: string, file: string): string {
    const files = { conf: below(conf) };
    const folder = file.slice(0, file.lastIndexOf("/"));
    const made = `mkdir -p ${folder} etc/nginx/http.d etc/nginx/conf.d; cp conf ${file}; : > etc/nginx/http.d/default.conf; : > etc/nginx/conf.d/default.conf`;
    const { stdout, stderr, status } = (busybox as Busybox).run(
      `${made}; ${steps(dockerfile, release)} && cat ${file} && find .`,
      files,
    );
    expect(status, stderr).toBe(0);
    return stdout;
  }

  const sites =
    "FROM debian\nRUN apt-get install -y nginx\nCOPY a /etc/nginx/sites-available/default\nCOPY b /etc/nginx/conf.d/\n";

  test("let nginx read the folders that Debian's reads, and those alone", () => {
    const text = after(sites, "3.24", nginxConf, "etc/nginx/nginx.conf");
    expect(text).toContain("\tinclude etc/nginx/conf.d/*.conf; include etc/nginx/sites-enabled/*;\n}");
    expect(text.match(/conf\.d\/\*/g)).toHaveLength(1);
    expect(text).toContain("etc/nginx/sites-enabled/default\n");
    expect(text).not.toContain("etc/nginx/http.d/default.conf");
  });

  test("do so before 3.14, where conf.d held the sites", () => {
    const old = nginxConf.replace("include /etc/nginx/conf.d/*.conf;\n", "").replace("http.d", "conf.d");
    const text = after(sites, "3.12", old, "etc/nginx/nginx.conf");
    expect(text).toContain("\tinclude etc/nginx/conf.d/*.conf; include etc/nginx/sites-enabled/*;\n}");
  });

  test("let supervisord read Debian's folder", () => {
    const dockerfile = "FROM debian\nRUN apt-get install -y supervisor\nCOPY a.conf /etc/supervisor/conf.d/\n";
    const text = after(dockerfile, "3.24", supervisordConf, "etc/supervisord.conf");
    expect(text).toContain("files = etc/supervisor/conf.d/*.conf\n");
    expect(text).toContain("var/log/supervisor\n");
  });

  test("leave the way to a configuration that is copied in", () => {
    const dockerfile = "FROM debian\nRUN apt-get install -y supervisor\nCOPY supervisord.conf /etc/supervisor/\n";
    expect(steps(dockerfile, "3.24")).toBe(
      "mkdir -p etc/supervisor/conf.d var/log/supervisor && rm etc/supervisord.conf",
    );
  });
});

describe("what needs no step", () => {
  test.each([
    ["nginx of an image that is not Debian's package", "FROM nginx:1.27\nCOPY a /etc/nginx/conf.d/\n"],
    ["nginx without Debian's folders", "FROM debian\nRUN apt-get install -y nginx\nCOPY nginx.conf /etc/nginx/\n"],
    ["keys that the file makes", "FROM debian\nRUN apt-get install -y openssh-server && ssh-keygen -A\n"],
  ])("%s", (_, dockerfile) => {
    expect(steps(dockerfile, "3.24")).toBe("");
  });
});
