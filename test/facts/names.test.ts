import { describe, expect, it } from "vitest";
import { compareReleases } from "../../server/src/facts/releases";
import { facts } from "../facts";
import { fixture } from "./fixtures";

const { names, alpine } = facts;
const plain = { release: "3.24", family: undefined };
const ask = (debian: string, context: { release?: string; family?: string } = {}) =>
  names.toAlpine(debian, { ...plain, ...context });

describe("build dependencies", () => {
  it.each([
    ["build-essential", "build-base"],
    ["gcc", "gcc musl-dev"],
    ["g++", "g++"],
    ["libc6-dev", "musl-dev"],
    ["zlib1g-dev", "zlib-dev"],
    ["libssl-dev", "openssl-dev"],
    ["libjpeg-dev", "libjpeg-turbo-dev"],
    ["libjpeg62-turbo-dev", "libjpeg-turbo-dev"],
    ["libpq-dev", "libpq-dev"],
    ["default-libmysqlclient-dev", "mariadb-connector-c-dev"],
    ["libffi-dev", "libffi-dev"],
    ["pkg-config", "pkgconf"],
    ["libxml2-dev", "libxml2-dev"],
    ["libldap2-dev", "openldap-dev"],
    ["uuid-dev", "util-linux-dev"],
    ["libboost-thread-dev", "boost-dev"],
    ["libicu-dev", "icu-dev"],
    ["ruby-dev", "ruby-dev"],
    ["python3.11-dev", "python3-dev"],
  ])("%s is %s", (debian, packages) => {
    expect(ask(debian)).toMatchObject({ kind: "packages", packages: packages.split(" "), role: "build" });
  });
});

describe("what an application runs with", () => {
  it.each([
    ["libpq5", "libpq"],
    ["libicu72", "icu-libs icu-data-full"],
    ["libffi8", "libffi"],
    ["libssl3t64", "libssl3 libcrypto3"],
    ["libstdc++6", "libstdc++"],
    ["ca-certificates", "ca-certificates"],
    ["tzdata", "tzdata"],
    ["nginx", "nginx"],
    ["nginx-common", "nginx"],
    ["erlang-ssl", "erlang"],
    ["opencv-data", "opencv"],
    ["redis-server", "redis"],
    ["postgresql-client", "postgresql-client"],
    ["fonts-dejavu-core", "font-dejavu"],
    ["openjdk-17-jre-headless", "openjdk17-jre-headless"],
  ])("%s is %s", (debian, packages) => {
    expect(ask(debian)).toMatchObject({ kind: "packages", packages: packages.split(" "), role: "run" });
  });

  it.each(["git", "curl", "wget", "unzip", "gnupg", "xz-utils"])("%s is a tool", (debian) => {
    expect(ask(debian)).toMatchObject({ kind: "packages", role: "tool" });
  });
});

describe("modules of Python", () => {
  it.each([
    // Alpine's package is called after the distribution, Debian's after the module.
    ["python3-mysqldb", "py3-mysqlclient"],
    ["python3-serial", "py3-pyserial"],
    ["python3-nacl", "py3-pynacl"],
    ["python3-git", "py3-gitpython"],
    ["python3-zope.interface", "py3-zope-interface"],
    ["python3-sklearn", "py3-scikit-learn"],
    ["python3-gi", "py3-gobject3"],
    ["python3-pycurl", "py3-curl"],
    // Debian cuts them into pieces.
    ["python3-pyqt5.qtsvg", "py3-qt5"],
    ["python3-pyqt6.qtwebengine", "py3-pyqt6-webengine"],
    ["python3-sqlalchemy-ext", "py3-sqlalchemy"],
  ])("%s is %s", (debian, packages) => {
    expect(ask(debian)).toMatchObject({ kind: "packages", packages: [packages] });
  });
});

describe("words of apt-get install", () => {
  it.each([
    ["curl=7.*", "curl"],
    ["gcc:amd64", "gcc musl-dev"],
    ["git/bookworm-backports", "git"],
    ["nano+", "nano"],
    ["g++", "g++"],
  ])("%s", (word, packages) => {
    expect(ask(word)).toMatchObject({ kind: "packages", packages: packages.split(" ") });
  });

  it.each([
    ["libc6-dbg:i386", "32-bit"],
    ["libx11-6:arm64", "arm64"],
    ["nonsense:armhf", "armhf"],
  ])("%s is of another architecture", (word, reason) => {
    expect(ask(word)).toMatchObject({ kind: "no-equivalent", why: expect.stringContaining(reason) });
  });

  it.each(["curl:any", "curl:native", "curl:amd64"])("%s is of the machine's own", (word) => {
    expect(ask(word)).toMatchObject({ packages: ["curl"] });
  });

  it("a star stands for what begins so, as long as that is little", () => {
    expect(ask("libssl*")).toMatchObject({ packages: ["openssl-dev", "libssl3", "libcrypto3"], role: "build" });
    expect(ask("libcurl4-*")).toMatchObject({ packages: ["curl-dev"] });
    expect(ask("libmysqlclient.*")).toMatchObject({ packages: expect.arrayContaining(["mariadb-connector-c-dev"]) });
    for (const word of ["ttf-*", "php5-*", "*", "lib*-dev", ".*", "nothing-begins-so-*"])
      expect(ask(word)).toMatchObject({ kind: "no-equivalent", instead: "name the packages that are needed" });
  });

  it("a trailing minus removes", () => {
    expect(ask("nano-")).toEqual({ kind: "none-needed", why: "nano- asks apt to remove nano" });
  });
});

describe("the release decides", () => {
  it("libpq-dev came with 3.15", () => {
    expect(ask("libpq-dev", { release: "3.11" })).toMatchObject({ packages: ["postgresql-dev"], role: "build" });
    expect(ask("libpq-dev", { release: "3.14" })).toMatchObject({ packages: ["postgresql-dev"] });
    expect(ask("libpq-dev", { release: "3.15" })).toMatchObject({ packages: ["libpq-dev"] });
  });

  it("names changed with the releases", () => {
    expect(ask("fonts-dejavu-core", { release: "3.15" })).toMatchObject({ packages: ["ttf-dejavu"] });
    expect(ask("iputils-ping", { release: "3.15" })).toMatchObject({ packages: ["iputils"] });
    expect(ask("p7zip-full", { release: "3.17" })).toMatchObject({ packages: ["p7zip"] });
  });

  it("what left Alpine is found in the releases that had it", () => {
    expect(ask("mongodb", { release: "3.9" })).toMatchObject({ packages: ["mongodb"] });
    expect(ask("mongodb", { release: "3.10" })).toMatchObject({ kind: "no-equivalent" });
    expect(ask("libqt4-dev", { release: "3.9" })).toMatchObject({ packages: ["qt-dev"] });
    expect(ask("libssl1.0.0", { release: "3.8" })).toMatchObject({ packages: ["libssl1.0", "libcrypto1.0"] });
  });

  it("names of old releases are known where they differ", () => {
    expect(ask("protobuf-compiler", { release: "3.9" })).toMatchObject({ packages: ["protobuf"] });
    expect(ask("protobuf-compiler", { release: "3.11" })).toMatchObject({ packages: ["protoc"] });
    expect(ask("npm", { release: "3.7" })).toMatchObject({ packages: ["nodejs-npm"] });
    expect(ask("python3-pip", { release: "3.11" })).toMatchObject({ packages: ["python3"] });
    expect(ask("python3-pip", { release: "3.12" })).toMatchObject({ packages: ["py3-pip"] });
    expect(ask("libmysqlclient-dev", { release: "3.6" })).toMatchObject({ packages: ["mariadb-dev"] });
  });

  it("Python 2 is never silently Python 3", () => {
    expect(ask("python-dev")).toMatchObject({ kind: "no-equivalent", instead: "port to python3-dev" });
    expect(ask("python-numpy")).toMatchObject({ kind: "no-equivalent", instead: "py3-numpy" });
    expect(ask("python-pip", { family: "python" })).toMatchObject({ kind: "no-equivalent" });
    expect(ask("python-dev", { release: "3.11" })).toMatchObject({ packages: ["python2-dev"] });
    expect(ask("python-dev", { release: "3.11", family: "python" })).toMatchObject({ kind: "none-needed" });
    expect(ask("python-is-python3")).toMatchObject({ packages: ["python3"] });
  });

  it("keeps the version of a server where the release has it", () => {
    expect(ask("postgresql-client-16")).toMatchObject({ packages: ["postgresql16-client"] });
    expect(ask("postgresql-client-15", { release: "3.22" })).toMatchObject({ packages: ["postgresql15-client"] });
    const other = ask("postgresql-client-15");
    expect(other).toMatchObject({ packages: ["postgresql16-client"], version: { before: "15", after: "16" } });
  });

  it("gives what runs PHP behind a web server the extensions that Debian builds into it", () => {
    for (const name of ["php-fpm", "php-cgi", "libapache2-mod-php"])
      expect(ask(name)).toMatchObject({ packages: expect.arrayContaining(["php83-session", "php83-openssl"]) });
    expect(ask("libapache2-mod-php")).toMatchObject({ packages: expect.arrayContaining(["php83-apache2", "apache2"]) });
  });

  it("keeps PHP's version where the release has it, and names both where not", () => {
    expect(ask("php8.2-curl", { release: "3.22" })).toMatchObject({ packages: ["php82-curl"], confidence: 0.95 });
    expect(ask("php8.4-xml", { release: "3.22" })).toMatchObject({ packages: expect.arrayContaining(["php84-dom"]) });
    const jump = ask("php7.0-mysql");
    expect(jump).toMatchObject({ packages: ["php83-mysqli", "php83-pdo_mysql", "php83-mysqlnd"] });
    expect(jump.kind === "packages" && jump.evidence).toBe(
      "PHP 8.3: the release has no 7.0, so what runs on it must be checked",
    );
    expect(ask("php8.2-json")).toEqual({ kind: "none-needed", why: "JSON is a part of PHP 8" });
  });
});

describe("an official image brings its own language", () => {
  it.each([
    ["python3-dev", "python"],
    ["python3-pip", "python"],
    ["python3-venv", "python"],
    ["nodejs", "node"],
    ["npm", "node"],
    ["ruby-dev", "ruby"],
    ["php-cli", "php"],
    ["php8.2-mbstring", "php"],
  ])("%s in %s", (debian, family) => {
    expect(ask(debian, { family })).toMatchObject({ kind: "none-needed" });
  });

  it("but not another's", () => {
    expect(ask("python3-dev", { family: "node" })).toMatchObject({ packages: ["python3-dev"] });
    expect(ask("nodejs", { family: "python" })).toMatchObject({ packages: ["nodejs", "npm"] });
  });

  it("PHP's own image builds its extensions", () => {
    expect(ask("php-pgsql", { family: "php" })).toMatchObject({
      kind: "no-equivalent",
      instead: "docker-php-ext-install pgsql pdo_pgsql",
    });
    expect(ask("php-redis", { family: "php" })).toMatchObject({ instead: "pecl install redis" });
  });
});

describe("nothing is needed, and it says why", () => {
  it.each([
    "apt-transport-https",
    "lsb-release",
    "apt-utils",
    "software-properties-common",
    "locales",
    "netbase",
    "cron",
  ])("%s", (debian) => {
    const answer = ask(debian);
    expect(answer.kind).toBe("none-needed");
    expect(answer.kind === "none-needed" && answer.why.length).toBeGreaterThan(10);
  });
});

describe("there is no equivalent, and it says why", () => {
  it.each(["systemd", "gcc-multilib", "lib32z1", "mongodb-org", "libssl1.0.0", "debhelper"])("%s", (debian) => {
    const answer = ask(debian);
    expect(answer).toMatchObject({ kind: "no-equivalent", instead: expect.any(String) });
  });
});

describe("families of names", () => {
  it.each([
    ["g++-mingw-w64-x86-64", "mingw-w64-gcc"],
    ["gcc-mingw-w64-i686", "i686-mingw-w64-gcc"],
    ["clang-3.8", "clang22"],
    ["libc++-8-dev", "libc++-dev"],
    ["libstdc++-9-dev", "g++"],
    ["ghc-8.8.1", "ghc musl-dev"],
    ["tesseract-ocr-chi-sim", "tesseract-ocr-data-chi_sim"],
    ["tesseract-ocr-deu", "tesseract-ocr-data-deu"],
    ["texlive-lang-cyrillic", "texmf-dist-langcyrillic"],
    ["libboost-python1.55.0", "boost1.84-python3"],
    ["dotnet-sdk-8.0", "dotnet8-sdk"],
    ["xserver-xorg-video-dummy", "xf86-video-dummy"],
    ["postgresql-9.5-postgis-2.2", "postgis"],
    ["zulu-8", "openjdk8-jdk"],
  ])("%s is %s", (debian, packages) => {
    expect(ask(debian)).toMatchObject({ kind: "packages", packages: packages.split(" ") });
  });

  it("follow the names of old releases", () => {
    expect(ask("libboost-system1.55.0", { release: "3.12" })).toMatchObject({ packages: ["boost-system"] });
    expect(ask("php5-mysql", { release: "3.8" })).toMatchObject({ packages: ["php5-mysqli", "php5-pdo_mysql"] });
    expect(ask("php5-mcrypt", { release: "3.8" })).toMatchObject({ packages: ["php5-mcrypt"] });
    expect(ask("php-xdebug", { release: "3.8" })).toMatchObject({ packages: ["php7-xdebug"] });
    expect(ask("gstreamer0.10-plugins-good", { release: "3.8" })).toMatchObject({ packages: ["gst-plugins-good0.10"] });
  });

  it.each(["some-archive-keyring", "nova-doc", "libmpfr4-dbg", "qtcore4-l10n", "gcc-5-base", "php5-readline"])(
    "%s is not needed",
    (debian) => {
      expect(ask(debian)).toMatchObject({ kind: "none-needed" });
    },
  );

  it.each([
    ["r-cran-ggplot2", "install.packages()"],
    ["libdpkg-perl", "cpanm"],
    ["python3-no-such-module", "pip"],
    ["node-clean-css", "npm install clean-css"],
    ["ruby-sass", "gem install sass"],
    ["gcc-aarch64-linux-gnu", "docker buildx"],
    ["libc6-dev-armhf-cross", "docker buildx"],
    ["gcc-4.8-multilib", "keep this stage"],
    ["cuda-core-9-0", "keep this stage"],
    ["neutron-plugin-ml2", "pip"],
    ["lamp-server^", "name the packages"],
    ["libqt4-webkit", "Qt 5"],
  ])("%s has no equivalent, but a way out", (debian, way) => {
    expect(ask(debian)).toMatchObject({ kind: "no-equivalent", instead: expect.stringContaining(way) });
  });

  it("do not take what has a name", () => {
    expect(ask("gnome-keyring")).toMatchObject({ packages: ["gnome-keyring"] });
    expect(ask("python3-keyring")).toMatchObject({ packages: ["py3-keyring"] });
    expect(ask("libwww-perl")).toMatchObject({ packages: ["perl-libwww"] });
  });
});

describe("what a release lacks", () => {
  it("names the releases that have it", () => {
    expect(ask("apparmor", { release: "3.9" })).toEqual({
      kind: "no-equivalent",
      why: "Alpine 3.9 has no apparmor",
      instead: "Alpine 3.15 has it",
    });
    expect(ask("rethinkdb")).toMatchObject({ instead: "the last Alpine to have it is 3.12" });
  });

  it("says what is in edge's testing repository only", () => {
    expect(ask("bindfs")).toMatchObject({ kind: "no-equivalent", why: expect.stringContaining("testing") });
  });
});

describe("unknown names", () => {
  it("are met with the nearest known ones", () => {
    const answer = ask("libpqq-dev");
    expect(answer).toMatchObject({ kind: "unknown", nearest: expect.arrayContaining(["libpq-dev"]) });
  });

  it("have none when nothing is near", () => {
    expect(ask("our-company-agent")).toEqual({ kind: "unknown", nearest: [] });
    // What a name leads to is there, in another release.
    expect(ask("g++-mingw-w64-x86-64", { release: "3.9" })).toEqual({
      kind: "no-equivalent",
      why: "Alpine 3.9 has no mingw-w64-gcc",
      instead: "Alpine 3.11 has it",
    });
    // Of another repository than Debian's, or of another day.
    expect(ask("bareos-webui")).toMatchObject({ kind: "packages", packages: ["bareos-webui"], evidence: "same name" });
  });
});

it("releases before 3.6 are known too", () => {
  expect(ask("nodejs", { release: "3.4" })).toMatchObject({ packages: ["nodejs"] });
  expect(ask("telnet", { release: "3.4" })).toMatchObject({ kind: "none-needed" });
  expect(ask("yarn", { release: "3.4" })).toMatchObject({ kind: "no-equivalent", why: "Alpine 3.4 has no yarn" });
});

// Before 3.8 Alpine had a third of today's packages.
const later = alpine.releases.filter((release) => compareReleases(release, "3.8") >= 0);

describe.each(later)("the 400 most frequent names on Alpine %s", (release) => {
  const frequent = fixture("frequent-packages").map(([name = ""]) => name);
  const answers = frequent.map((name) => ({ name, answer: ask(name, { release }) }));
  const share = (kind: string) => answers.filter(({ answer }) => answer.kind === kind).length / answers.length;

  it("are decided", () => {
    expect(frequent).toHaveLength(400);
    expect(share("unknown")).toBeLessThanOrEqual(0.02);
    expect(share("no-equivalent")).toBeLessThanOrEqual(0.1);
  });

  it("name only what the release has", () => {
    const missing = answers.flatMap(({ name, answer }) =>
      answer.kind === "packages"
        ? answer.packages.filter((one) => !alpine.resolves(one, release)).map((one) => `${name}: ${one}`)
        : [],
    );
    expect(missing).toEqual([]);
  });
});
