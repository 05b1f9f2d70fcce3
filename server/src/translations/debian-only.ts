import { aptPrograms } from "../model/apt-call";
import type { Invocation } from "../shell/invocation";
import { filesOf, onAlpine } from "./debian-files";
import { isNeverRun } from "./debian-questions";
import { replaceCall } from "./outcomes";
import type { Context, Outcome, Translation } from "./translation";
import { updateAlternatives } from "./update-alternatives";

interface Entry {
  readonly programs: readonly string[];
  readonly why: string;
}

/** Programs of Debian that Alpine lacks, and the way out. */
const stops: readonly Entry[] = [
  {
    programs: ["apt-key", "add-apt-repository", "apt-add-repository", "extrepo"],
    why: "it adds an apt repository, which apk cannot read. Use Alpine's own package of that software if there is one, or its musl build.",
  },
  {
    programs: ["dpkg", "dpkg-deb", "gdebi"],
    why: "Debian packages hold programs linked with glibc. Use Alpine's own package or a musl build.",
  },
  {
    programs: ["apt-install", "apt_install"],
    why: "a script of that name calls apt. Write `apk add` in its place, or change the script.",
  },
  {
    programs: ["dpkg-divert", "dpkg-statoverride"],
    why: "apk cannot be told to leave a file to others. Change the file in a step after `apk add`.",
  },
  {
    programs: [
      "dpkg-architecture",
      "dpkg-buildpackage",
      "dpkg-source",
      "dpkg-parsechangelog",
      "debuild",
      "dch",
      "mk-build-deps",
      "equivs-build",
      "equivs-control",
    ],
    why: "it belongs to the building of Debian packages. Build the program itself, or use Alpine's package.",
  },
  {
    programs: [
      "service",
      "systemctl",
      "invoke-rc.d",
      "initctl",
      "pg_ctlcluster",
      "pg_createcluster",
      "pg_dropcluster",
      "pg_lsclusters",
    ],
    why: "Alpine images have neither systemd nor Debian's init scripts. Start the program itself.",
  },
  {
    programs: [
      "a2enmod",
      "a2dismod",
      "a2ensite",
      "a2dissite",
      "a2enconf",
      "a2disconf",
      "apache2ctl",
      "apache2-foreground",
      "phpdismod",
      "php5dismod",
    ],
    why: "it is Debian's own tool. On Alpine, edit the configuration under /etc/apache2/conf.d or /etc/phpNN/conf.d.",
  },
  {
    programs: ["lighty-enable-mod", "lighty-disable-mod", "lighttpd-enable-mod", "lighttpd-disable-mod"],
    why: "it is Debian's own tool. On Alpine, take the `#` from what /etc/lighttpd/lighttpd.conf includes.",
  },
  {
    programs: ["update-java-alternatives"],
    why: "Alpine has no alternatives system. Install one version only, or make the symbolic link yourself with `ln -s`.",
  },
  {
    programs: [
      "apt-file",
      "apt-rdepends",
      "dselect",
      "tasksel",
      "apt-fast",
      "apt-config",
      "apt-ftparchive",
      "apt-src",
      "dpkg-query",
      "dpkg-scanpackages",
      "checkinstall",
      "alien",
      "debsums",
      "deborphan",
    ],
    why: "it reads or writes apt's and dpkg's own data. `apk info` and `apk search` answer such questions.",
  },
];

/** Programs that only keep Debian's own house in order: without them the image on Alpine is the same. */
const needless: readonly Entry[] = [
  {
    programs: ["dpkg-reconfigure", "dpkg-preconfigure", "debconf-set-selections", "debconf-get-selections", "debconf"],
    why: "packages ask no questions on Alpine. Write the setting into the program's configuration file if it matters.",
  },
  { programs: ["update-rc.d"], why: "containers start no init scripts. Start the program itself in CMD." },
  {
    programs: [
      "deb-systemd-helper",
      "apt-show-versions",
      "apt-listchanges",
      "unattended-upgrade",
      "unattended-upgrades",
    ],
    why: "it only serves a running Debian.",
  },
];

const stopping: readonly Translation[] = stops.map(({ programs, why }) => ({
  programs,
  translate: (call, context): Outcome =>
    isNeverRun(call, context, (program) => debianPrograms.has(program))
      ? {}
      : { stop: `\`${call.name}\` does not exist on Alpine: ${why}` },
}));

const locales: Translation = {
  programs: ["locale-gen", "update-locale", "localedef"],
  translate: ({ name }): Outcome => ({ remove: true, check: withoutLocales(name) }),
};

/** What to say where Debian makes locales. */
export function withoutLocales(program: string): string {
  return `\`${program}\` was removed: musl needs no generated locales and knows UTF-8 always; messages stay English. Set \`ENV LANG=C.UTF-8\` if a program asks for it.`;
}

const dropped: readonly Translation[] = needless.map(({ programs, why }) => ({
  programs,
  translate: ({ name }): Outcome => ({ remove: true, check: `\`${name}\` was removed: ${why}` }),
}));

/** Names of machines as Debian says them, made from Alpine's. */
const machineNames = "s/x86_64/amd64/;s/aarch64/arm64/;s/armv7/armhf/;s/^x86$/i386/;s/ppc64le/ppc64el/";

/** Questions of dpkg's that apk answers, and those that only ask whether a package is there. */
const dpkg: Translation = {
  programs: ["dpkg"],
  translate(call, context): Outcome | undefined {
    const verb = call.args.find(({ value }) => value.startsWith("-"))?.value;
    if (verb === "--print-architecture") return replaceCall(call, `apk --print-arch | sed '${machineNames}'`);
    if (verb === "--add-architecture") {
      return {
        remove: true,
        check:
          "Programs of another architecture were wanted here; Alpine holds one architecture only. Check that none of them is used.",
      };
    }
    if (verb === "--configure" || verb === "--clear-avail") return { remove: true };
    if (verb === "-l" || verb === "--list" || verb === "-s" || verb === "--get-selections" || verb === "-L")
      return standsAlone(call)
        ? { remove: true }
        : { stop: `\`dpkg ${verb}\` reads dpkg's own data. \`apk info\` and \`apk search\` answer such questions.` };
    return installed(call, context);
  },
};

/** `dpkg -i dumb-init_1.2.5_amd64.deb`: Alpine may have the package too. */
function installed(call: Invocation, context: Context): Outcome | undefined {
  const answers = filesOf(call, context).map((file) => onAlpine(file, context));
  const missing = answers.flatMap((one) => (one.kind === "nothing" ? [one] : []))[0];
  if (missing || answers.length === 0) return missing?.why === undefined ? undefined : { stop: missing.why };
  const check = [...new Set(answers.flatMap((one) => (one.kind === "nothing" ? [] : one.check)))].join(" ");
  const packages = [...new Set(answers.flatMap((one) => (one.kind === "packages" ? one.packages : [])))];
  if (packages.length === 0) return { remove: true, check };
  return { ...replaceCall(call, `apk add --no-cache ${packages.join(" ")}`), check };
}

/** `dpkg-architecture --query DEB_HOST_MULTIARCH` and the like, for Debian's folders of libraries. */
const multiarch: Translation = {
  programs: ["dpkg-architecture"],
  translate(call): Outcome | undefined {
    const words = call.args.map(({ value }) => value).join(" ");
    // Alpine has its libraries right in /usr/lib: as a part of a path, `.` leads there.
    if (/DEB_(BUILD|HOST|TARGET)_MULTIARCH/.test(words)) return replaceCall(call, "echo .");
    if (!/DEB_(BUILD|HOST|TARGET)_(GNU_TYPE|ARCH)\b/.test(words)) return undefined;
    if (/_ARCH$/.test(words)) return replaceCall(call, `apk --print-arch | sed '${machineNames}'`);
    // What compilers call the machine they compile for; configure asks for it.
    return /GNU_TYPE/.test(words) ? replaceCall(call, "gcc -dumpmachine") : undefined;
  },
};

/** `dpkg-divert --local --rename --add /sbin/initctl`: Ubuntu's images kept Upstart from starting services that way. */
const upstart: Translation = {
  programs: ["dpkg-divert"],
  translate: ({ args }): Outcome | undefined => (args.at(-1)?.value === "/sbin/initctl" ? { remove: true } : undefined),
};

/** Alpine's packages of PHP's extensions switch them on themselves. */
const phpExtensions: Translation = {
  programs: ["phpenmod", "php5enmod"],
  translate: ({ name }): Outcome => ({
    remove: true,
    check: `\`${name}\` was removed, as Alpine's packages switch PHP's extensions on. One that was built here needs a file of its own in the folder conf.d of PHP.`,
  }),
};

/** Debian's hardening flags; Alpine's compilers have their own by default. */
const buildFlags: Translation = {
  programs: ["dpkg-buildflags"],
  translate: (call): Outcome => ({
    ...replaceCall(call, "echo"),
    check: "The compiler flags of Debian's packages are left out; set CFLAGS if the program needs some.",
  }),
};

/** `apt-mark` keeps packages from apt's autoremove, which virtual packages do on Alpine. */
const aptMark: Translation = { programs: ["apt-mark"], translate: (): Outcome => ({ remove: true }) };

/** Questions whose answer nobody uses but the reader of the log. */
const aptCache: Translation = {
  programs: ["apt-cache", "apt-config", "dpkg-query"],
  translate: (call): Outcome =>
    standsAlone(call)
      ? { remove: true }
      : {
          stop: `\`${call.name}\` asks apt's lists, which Alpine lacks. \`apk info\` and \`apk search\` answer such questions.`,
        },
};

function standsAlone({ command }: Invocation): boolean {
  return (
    command.step.command === command &&
    !command.substituted &&
    command.redirects.every(({ target }) => target?.value === "/dev/null")
  );
}

/** The first answer wins, so the special uses stand before the general ones. */
export const debianOnly: readonly Translation[] = [
  dpkg,
  multiarch,
  upstart,
  phpExtensions,
  buildFlags,
  aptMark,
  aptCache,
  updateAlternatives,
  locales,
  ...dropped,
  ...stopping,
];

/** Names of programs that no Alpine image has. */
export const debianPrograms: ReadonlySet<string> = new Set([
  ...aptPrograms,
  ...debianOnly.flatMap(({ programs }) => programs),
]);
