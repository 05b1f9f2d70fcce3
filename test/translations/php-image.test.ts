import { afterAll, describe, expect, test } from "vitest";
import { extensionName, extensionPackages, imagePackages } from "../../server/src/translations/php-image/extensions";
import { type PhpImage, phpImage } from "../../server/src/translations/php-image/php-image";
import { setUpOf } from "../../server/src/translations/php-image/set-up";
import { shortTags } from "../../server/src/translations/php-image/short-tags";
import { facts } from "../facts";
import { Busybox } from "./busybox";
import { sayDockerfile, stageContext } from "./say";

const say = (...runs: string[]) =>
  sayDockerfile(`FROM php:8.2-apache\n${runs.map((run) => `RUN ${run}\n`).join("")}`, { family: undefined });

const php = (tag: string) => phpImage("php", tag, facts) as PhpImage;

describe("the image", () => {
  test.each([
    ["8.2-apache", "8.2", "php82", "3.22"],
    ["8.1.27-apache-bookworm", "8.1", "php81", "3.19"],
    ["7-apache", "7.4", "php7", "3.15"],
    ["7.2-apache-stretch", "7.2", "php7", "3.9"],
    ["5.6-apache", "5.6", "php5", "3.8"],
  ])("%s is PHP %s, %s of Alpine %s", (tag, series, name, release) => {
    expect(phpImage("php", tag, facts)).toEqual({ series, name, release });
  });

  test("apache alone is the newest that is built", () => {
    expect(phpImage("php", "apache", facts)).toEqual(phpImage("php", "8-apache", facts));
  });

  test.each(["latest", "8.2", "8.2-fpm", "8.2-cli-alpine", "5.3-apache", "8.6-rc-apache", "8.2-zts-apache"])(
    "%s is none",
    (tag) => {
      expect(phpImage("php", tag, facts)).toBeUndefined();
    },
  );

  test("only the official one is", () => {
    expect(phpImage("drupal", "10-apache", facts)).toBeUndefined();
  });

  test.each(["8.5-apache", "8.2-apache", "8.0-apache", "7.4-apache", "7.0-apache", "5.6-apache"])(
    "of %s, all packages are in the release",
    (tag) => {
      const { release } = php(tag);
      const packages = imagePackages(php(tag), facts);
      expect(packages.filter((name) => facts.alpine.package(name, release) === undefined)).toEqual([]);
      expect(packages).toEqual(
        expect.arrayContaining(["apache2", `${php(tag).name}-apache2`, `${php(tag).name}-curl`]),
      );
    },
  );
});

describe("extensions", () => {
  test.each([
    ["redis-5.3.7", "redis"],
    ["xdebug-beta", "xdebug"],
    ["channel://pecl.php.net/mcrypt-1.0.4", "mcrypt"],
    ["APCu-5.1.5", "apcu"],
    ["igbinary^3", "igbinary"],
    ["pdo_mysql", "pdo_mysql"],
    ["zendopcache", "opcache"],
  ])("%s is %s", (word, name) => {
    expect(extensionName(word)).toBe(name);
  });

  test.each([
    ["8.2-apache", "gd", ["php82-gd"]],
    ["8.2-apache", "redis", ["php82-pecl-redis"]],
    ["8.2-apache", "intl", ["php82-intl", "icu-data-full"]],
    ["7.2-apache", "intl", ["php7-intl"]],
    ["8.4-apache", "imap", ["php84-pecl-imap"]],
    ["8.2-apache", "json", []],
    ["7.4-apache", "json", ["php7-json"]],
    ["7.0-apache", "tokenizer", []],
    ["8.5-apache", "opcache", []],
  ])("of %s, %s is %j", (tag, word, packages) => {
    expect(extensionPackages(word, php(tag), facts)?.packages).toEqual(packages);
  });

  test.each([
    ["8.2-apache", "oci8"],
    ["8.2-apache", "own"],
    ["7.0-apache", "libsodium"],
    ["5.6-apache", "mongo"],
  ])("of %s, %s has no package", (tag, word) => {
    expect(extensionPackages(word, php(tag), facts)).toBeUndefined();
  });
});

describe("its tools", () => {
  test("become packages, but for what the image holds", () => {
    expect(say("docker-php-ext-configure gd --with-jpeg; docker-php-ext-install -j$(nproc) pdo gd mbstring").text).toBe(
      ":; apk add --no-cache php82-gd",
    );
    expect(say("docker-php-ext-install pdo mbstring").text).toBe(":");
    expect(say("docker-php-source extract && pecl channel-update pecl.php.net").text).toBe(": && :");
  });

  test("take lists in variables", () => {
    expect(say('LIST="gd zip" && docker-php-ext-install $LIST').text).toBe(
      'LIST="gd zip" && apk add --no-cache php82-gd php82-zip',
    );
    expect(say("docker-php-ext-install $(cat list)").stops).toHaveLength(1);
  });

  test("switch on what the file switches on, and nothing else", () => {
    expect(say("pecl install redis && docker-php-ext-enable redis").text).toBe(
      "apk add --no-cache php82-pecl-redis && :",
    );
    expect(say("pecl install redis").text).toBe(
      "apk add --no-cache php82-pecl-redis && rm /etc/php82/conf.d/*redis.ini",
    );
    expect(say("pecl install intl", "docker-php-ext-install intl").text).toBe(
      "apk add --no-cache php82-intl icu-data-full",
    );
    expect(say("pecl install xdebug").text).toBe("apk add --no-cache php82-pecl-xdebug");
    expect(say("install-php-extensions xdebug").text).toBe(
      "apk add --no-cache php82-pecl-xdebug && echo 'zend_extension=xdebug.so' >> /etc/php82/conf.d/docker-php-ext-xdebug.ini",
    );
  });

  test("let a file of the image's name be replaced", () => {
    const { text } = say("docker-php-ext-install gd && sed -i s/a/b/ /usr/local/etc/php/conf.d/docker-php-ext-gd.ini");
    expect(text).toContain("mv /etc/php82/conf.d/*gd.ini /etc/php82/conf.d/docker-php-ext-gd.ini && sed");
  });

  test("are asked nothing", () => {
    expect(say("yes | pecl install xdebug").text).toBe("apk add --no-cache php82-pecl-xdebug");
    expect(say("printf '\\n' | pecl install redis || true").text).toBe(
      "apk add --no-cache php82-pecl-redis && rm /etc/php82/conf.d/*redis.ini || true",
    );
  });

  test("stop where no package does the same", () => {
    for (const command of [
      "docker-php-ext-install pdo_oci",
      "pecl install https://example.org/own.tgz",
      "docker-php-ext-enable ioncube_loader_lin_8.2",
      "phpize",
      'mv own.so "$(php-config --extension-dir)"',
      "install-php-extensions @composer",
      "tar -xf own.tar -C /usr/src/php/ext",
    ])
      expect(say(command).stops, command).toHaveLength(1);
  });

  test("say that a version is not kept", () => {
    expect(say("pecl install xdebug-3.1.0").checks.join()).toContain("xdebug-3.1.0 named a version");
  });

  test("leave nothing behind", () => {
    expect(say("rm -r /tmp/pear").text).toBe(":");
    expect(say("rm -r /tmp/pear ~/.pearrc /srv/cache").text).toBe("rm -f -r /tmp/pear ~/.pearrc /srv/cache");
    expect(say("rm -rf /tmp/*").text).toBe("rm -rf /tmp/*");
  });

  test("what starts the server stays", () => {
    expect(say("apache2-foreground & sleep 1").text).toBe("apache2-foreground & sleep 1");
  });
});

describe("Apache's main file", () => {
  test.each([
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's own variable.
    "sed -ri -e 's!/var/www/!${ROOT}!g' /etc/apache2/apache2.conf /etc/apache2/conf-available/*.conf",
    "sed -i 's#DocumentRoot /var/www/html#DocumentRoot /srv#g' /etc/apache2/apache2.conf",
    "sed -i 's/<Directory \\/var\\/www\\/>/<Directory \\/srv>/' /etc/apache2/apache2.conf",
  ])("%s names httpd.conf", (command) => {
    expect(say(command).text).toBe(command.replace("apache2.conf", "httpd.conf"));
  });

  test("what Debian has enabled is enabled", () => {
    expect(say("a2enconf security charset").text).toBe(":");
    expect(say("sed -i s/OS/Prod/ /etc/apache2/conf-available/security.conf").stops).toEqual([]);
  });

  test("other lines of it stop", () => {
    expect(say("sed -i 's/KeepAlive On/KeepAlive Off/' /etc/apache2/apache2.conf").stops).toHaveLength(1);
  });
});

describe("`<?` for code", () => {
  const steps = (text: string, files: Record<string, string> = {}) => {
    const workspace = { readText: (path: string) => files[path], list: () => [], size: () => undefined };
    const context = stageContext(`FROM php:8.2-apache\n${text}`, { family: undefined, workspace: workspace as never });
    const copied = context.stage.instructions.flatMap((one) => {
      const outcome = shortTags.instructions.includes(one.name) ? shortTags.translate(one, context) : undefined;
      return [...(outcome?.edits?.map(({ newText }) => newText) ?? []), ...(outcome?.check ? ["check"] : [])];
    });
    return { all: setUpOf(context)?.steps.some((step) => step.includes("short_open_tag")), copied };
  };
  const behind =
    "RUN grep -qs '^short_open_tag' /etc/php82/php.ini || echo 'short_open_tag = On' >> /etc/php82/php.ini\n";

  test.each([
    ["is on, as the image has it", "COPY . .\n", {}, true, []],
    [
      "is what PHP's own php.ini says",
      'RUN cp "$PHP_INI_DIR/php.ini-production" "$PHP_INI_DIR/php.ini"\n',
      {},
      false,
      [],
    ],
    ["is looked for in a php.ini that nobody sees", "COPY php.ini /usr/local/etc/php/\n", {}, false, [behind]],
    [
      "is on where the php.ini says nothing of it",
      "COPY php.ini /usr/local/etc/php/\n",
      { "php.ini": "a = 1\n" },
      true,
      [],
    ],
    ["is what the php.ini says", "COPY php.ini $PHP_INI_DIR/\n", { "php.ini": "short_open_tag=0\n" }, false, []],
    [
      "is for the user to look at where no step may",
      "USER www-data\nCOPY php.ini $PHP_INI_DIR/\n",
      {},
      false,
      ["check"],
    ],
    ["has nothing to do with other files", "COPY own.ini /usr/local/etc/php/conf.d/\n", {}, true, []],
  ] as const)("%s", (_, text, files, all, copied) => {
    expect(steps(text, files)).toEqual({ all, copied });
  });
});

const has = Busybox.hostVersion !== undefined;

describe.skipIf(!has)("what stands in place of the image, run by busybox", () => {
  const busybox = has ? Busybox.of(undefined) : undefined;
  afterAll(() => busybox?.remove());

  const conf = [
    "ServerRoot /var/www",
    "Listen 80",
    "#LoadModule deflate_module modules/mod_deflate.so",
    "#LoadModule rewrite_module modules/mod_rewrite.so",
    "User apache",
    "Group apache",
    'DocumentRoot "/var/www/localhost/htdocs"',
    '<Directory "/var/www/localhost/htdocs">',
    "</Directory>",
    "IncludeOptional /etc/apache2/conf.d/*.conf",
    "",
  ].join("\n");
  const below = (text: string) => text.replace(/(?<![\w./])\/(?=(etc|var|usr|run)\/)/g, "");

  function after(tag: string, text: string, show: string): string {
    const context = stageContext(`FROM php:${tag}\n${text}`, { family: undefined, release: php(tag).release });
    const steps = (setUpOf(context)?.steps ?? []).filter((step) => !/^(adduser|chown)/.test(step));
    const made =
      "mkdir -p etc/apache2/conf.d etc/php82/conf.d etc/php5/conf.d var/www/localhost/htdocs var/www/logs var/www/modules var/www/run usr/local/bin var/log/apache2; cp conf etc/apache2/httpd.conf; : > etc/php82/php.ini; : > etc/php5/php.ini; printf 'LoadModule php_module modules/mod_php82.so\\n<FilesMatch x>\\n' > etc/apache2/conf.d/php82-module.conf";
    const { stdout, stderr, status } = (busybox as Busybox).run(`${made}; ${below(steps.join(" && "))} && ${show}`, {
      conf: below(conf),
    });
    expect(status, stderr).toBe(0);
    return stdout;
  }

  test("httpd.conf reads the image's settings behind its own", () => {
    expect(after("8.2-apache", "COPY . .\n", "cat etc/apache2/httpd.conf").split("\n")).toEqual([
      "ServerRoot etc/apache2",
      "Listen 80",
      "LoadModule deflate_module modules/mod_deflate.so",
      "#LoadModule rewrite_module modules/mod_rewrite.so",
      "User www-data",
      "Group www-data",
      'DocumentRoot "var/www/html"',
      "<Directory var/www/>",
      "</Directory>",
      "IncludeOptional etc/apache2/conf.d/*.conf",
      "Define APACHE_LOG_DIR var/log/apache2",
      "IncludeOptional etc/apache2/conf-enabled/*.conf",
      "",
    ]);
  });

  test("httpd before 2.4.34 is not asked for a folder", () => {
    const text = after("5.6-apache", "RUN a2dissite 000-default && a2ensite x\n", "cat etc/apache2/httpd.conf");
    expect(text).not.toMatch(/DocumentRoot|IfFile/);
  });

  test("the lines of Debian's security.conf can be edited", () => {
    const text = "RUN sed -i 's/^ServerTokens OS/ServerTokens Prod/' /etc/apache2/conf-enabled/security.conf\n";
    const edited = "sed -i 's/^ServerTokens OS/ServerTokens Prod/' etc/apache2/conf-enabled/security.conf";
    expect(after("8.2-apache", text, `${edited}; cat etc/apache2/conf-enabled/security.conf`)).toBe(
      "ServerTokens Prod\nServerSignature On\nTraceEnable Off\n",
    );
  });

  test("PHP is asked for what ends in .php, and nothing but the module is left of Alpine's settings", () => {
    const text = after("8.2-apache", "", "cat etc/apache2/conf-enabled/docker-php.conf etc/apache2/conf.d/*");
    expect(text).toContain("<FilesMatch \\.php$>\n  SetHandler application/x-httpd-php\n</FilesMatch>\n");
    expect(text).toContain("LoadModule php_module modules/mod_php82.so\n");
    expect(text).not.toContain("<FilesMatch x>");
  });

  test("the image's programs start the server, with options too", () => {
    const programs =
      "sed -i 's#exec usr/sbin/httpd#exec echo httpd#' usr/local/bin/apache2-foreground; PATH=$PATH:$PWD/usr/local/bin; docker-php-entrypoint -e info; docker-php-entrypoint echo other";
    expect(after("8.2-apache", 'ENTRYPOINT ["docker-php-entrypoint"]\n', programs)).toBe(
      "httpd -DFOREGROUND -e info\nother\n",
    );
  });

  test("there is no php.ini, but those to choose from", () => {
    const text = "RUN cp $PHP_INI_DIR/php.ini-development $PHP_INI_DIR/php.ini\n";
    expect(after("8.2-apache", text, "ls etc/php82").split("\n")).toEqual([
      "conf.d",
      "php.ini-development",
      "php.ini-production",
      "",
    ]);
  });
});
