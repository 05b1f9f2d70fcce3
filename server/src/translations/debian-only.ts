import type { Outcome, Translation } from "./translation";

interface Reason {
  readonly programs: readonly string[];
  readonly why: string;
}

/** Programs of Debian that Alpine lacks, and the way out. */
const stops: readonly Reason[] = [
  {
    programs: ["apt-key", "add-apt-repository", "apt-add-repository", "extrepo"],
    why: "it adds an apt repository, which apk cannot read. Use Alpine's own package of that software if there is one, or its musl build.",
  },
  {
    programs: ["dpkg", "dpkg-deb", "gdebi"],
    why: "Debian packages hold programs linked with glibc. Use Alpine's own package or a musl build.",
  },
  {
    programs: ["debconf-set-selections", "dpkg-reconfigure", "dpkg-divert", "dpkg-statoverride", "dpkg-preconfigure"],
    why: "Alpine packages ask no questions. Write the setting into the program's configuration file instead.",
  },
  {
    programs: ["update-alternatives", "update-java-alternatives"],
    why: "Alpine has no alternatives system. Install one version only, or make the symbolic link yourself with `ln -s`.",
  },
  {
    programs: ["locale-gen", "update-locale", "localedef"],
    why: "musl needs no generated locales and knows UTF-8 always. Remove it and set `ENV LANG=C.UTF-8`.",
  },
  {
    programs: ["service", "systemctl", "invoke-rc.d", "update-rc.d", "initctl"],
    why: "Alpine images have neither systemd nor Debian's init scripts. Start the program itself.",
  },
  {
    programs: ["a2enmod", "a2dismod", "a2ensite", "a2dissite", "a2enconf", "a2disconf", "phpenmod", "phpdismod"],
    why: "it is Debian's own tool. On Alpine, edit the configuration under /etc/apache2/conf.d or /etc/phpNN/conf.d.",
  },
  {
    programs: ["apt-file", "apt-rdepends", "dselect", "tasksel"],
    why: "it reads apt's lists. `apk info` and `apk search` answer such questions.",
  },
];

export const debianOnly: readonly Translation[] = stops.map(({ programs, why }) => ({
  programs,
  translate: ({ name }): Outcome => ({ stop: `\`${name}\` does not exist on Alpine: ${why}` }),
}));

/** `dpkg --print-architecture` is the one question of dpkg's that apk answers, in its own words. */
export const dpkgArchitecture: Translation = {
  programs: ["dpkg"],
  translate({ args }): Outcome | undefined {
    if (args[0]?.value !== "--print-architecture") return undefined;
    return {
      stop: "`dpkg --print-architecture` says amd64 or arm64 where `apk --print-arch` says x86_64 or aarch64. Use that, and change the names it is compared with.",
    };
  },
};

/** `apt-mark` and `apt-cache` by what they are used for. */
export const aptMark: Translation = {
  programs: ["apt-mark"],
  translate({ args }): Outcome {
    const verb = args[0]?.value;
    if (verb === "hold" || verb === "unhold") return { remove: true };
    return {
      stop: `\`apt-mark ${verb ?? ""}\` keeps packages from apt's autoremove. On Alpine put them into a virtual package with \`apk add --virtual\`.`,
    };
  },
};

export const aptCache: Translation = {
  programs: ["apt-cache", "apt-config", "dpkg-query"],
  translate: ({ name }): Outcome => ({
    stop: `\`${name}\` asks apt's lists, which Alpine lacks. \`apk info\` and \`apk search\` answer such questions.`,
  }),
};
