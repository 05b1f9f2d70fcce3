import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What the official images set up for apt and dpkg, so that layers come out as theirs do. */
const settings: Readonly<Record<string, string>> = {
  "etc/apt/apt.conf.d/docker-clean": `DPkg::Post-Invoke { "rm -f /var/cache/apt/archives/*.deb /var/cache/apt/archives/partial/*.deb /var/cache/apt/*.bin || true"; };
APT::Update::Post-Invoke { "rm -f /var/cache/apt/archives/*.deb /var/cache/apt/archives/partial/*.deb /var/cache/apt/*.bin || true"; };
Dir::Cache::pkgcache ""; Dir::Cache::srcpkgcache "";
`,
  "etc/apt/apt.conf.d/docker-no-languages": 'Acquire::Languages "none";\n',
  "etc/apt/apt.conf.d/docker-gzip-indexes": 'Acquire::GzipIndexes "true";\n',
  "etc/dpkg/dpkg.cfg.d/docker-apt-speedup": "force-unsafe-io\n",
  "usr/sbin/policy-rc.d": "#!/bin/sh\nexit 101\n",
};

/** What the -slim images leave out of every package. */
const slimSettings = `path-exclude /usr/share/doc/*
path-include /usr/share/doc/*/copyright
path-exclude /usr/share/man/*
path-exclude /usr/share/groff/*
path-exclude /usr/share/info/*
path-exclude /usr/share/lintian/*
path-exclude /usr/share/linda/*
path-exclude /usr/share/locale/*
path-include /usr/share/locale/locale.alias
`;

/** Makes a minimal root of the suite with debootstrap, from the mirrors this machine's own apt uses; keeps one that is there. */
export function makeRoot(folder: string, suite: string): void {
  if (!existsSync(join(folder, "usr/bin/apt-get"))) {
    mkdirSync(folder, { recursive: true });
    const [mirror = ""] = machineSources().flatMap(({ uris }) => uris);
    execFileSync("debootstrap", ["--variant=minbase", suite, folder, mirror], { stdio: "inherit" });
  }
  for (const [path, text] of Object.entries(settings)) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text, { mode: path.endsWith("policy-rc.d") ? 0o755 : 0o644 });
  }
  rmSync(join(folder, "etc/apt/sources.list"), { force: true });
  mkdirSync(join(folder, "etc/apt/sources.list.d"), { recursive: true });
  writeFileSync(join(folder, "etc/apt/sources.list.d/debian.sources"), sourcesFor(suite));
  // The official images are built anew for every security update.
  const upgrade =
    "apt-get update -qq && apt-get -y -qq dist-upgrade && rm -rf /var/lib/apt/lists/* /var/cache/apt/archives/*.deb";
  execFileSync("chroot", [folder, "/bin/sh", "-c", `export DEBIAN_FRONTEND=noninteractive; ${upgrade}`], {
    stdio: ["ignore", "ignore", "inherit"],
  });
}

/** For the layer of a -slim image, on top of the same root. */
export function writeSlimSettings(root: string): void {
  writeFileSync(join(root, "etc/dpkg/dpkg.cfg.d/docker"), slimSettings);
}

/** The suite, its updates and its security updates, as the official images have them. */
function sourcesFor(suite: string): string {
  return machineSources()
    .map(({ uris, suites }) => {
      const own = suites.map((one) => one.replace(/^[a-z]+/, suite));
      return `Types: deb\nURIs: ${uris.join(" ")}\nSuites: ${own.join(" ")}\nComponents: main\nSigned-By: /usr/share/keyrings/debian-archive-keyring.gpg\n`;
    })
    .join("\n");
}

/** @throws Error when this machine is no Debian, or has its sources in the old form. */
function machineSources(): { uris: string[]; suites: string[] }[] {
  const folder = "/etc/apt/sources.list.d";
  const stanzas = readdirSync(folder)
    .filter((name) => name.endsWith(".sources"))
    .flatMap((name) => readFileSync(join(folder, name), "utf8").split(/\n\s*\n/));
  const field = (stanza: string, name: string) =>
    new RegExp(`^${name}: *(.*)$`, "m").exec(stanza)?.[1]?.split(/\s+/) ?? [];
  const found = stanzas
    .map((stanza) => ({ uris: field(stanza, "URIs"), suites: field(stanza, "Suites") }))
    .filter(({ uris, suites }) => uris.length > 0 && suites.length > 0);
  if (found.length === 0) throw new Error(`${folder} names no sources of Debian: run this on Debian 12 or newer`);
  return found;
}
