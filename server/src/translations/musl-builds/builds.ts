import type { Release } from "../../facts/types";

/** A program whose makers publish a build for musl, or a static one, beside the one for glibc. */
export interface MuslBuild {
  /** As a sentence begins with it. */
  readonly name: string;
  /** Found in addresses of the build for glibc; the first group is the version, missing where the address says `latest`. */
  readonly address: RegExp;
  /** The first version surely there, for each major one; majors above the last have it too. */
  readonly since: readonly string[];
  /** What changes in addresses, and in the names of files and folders that follow them; nothing where a variable says it. */
  readonly swaps: readonly (readonly [pattern: RegExp, replacement: string])[];
  /** Folders of the archive whose names change with the swaps, besides the one that is called like the file. */
  readonly folders?: readonly string[];
  /** The variable that leads its installer to the builds for musl. */
  readonly variable?: { readonly name: string; readonly value: string };
  /** Found in commands that want of it what has no build for musl, with why, as the end of a sentence. */
  readonly refuses?: { readonly command: RegExp; readonly why: string };
  /** Files that its makers put beside it to verify it, for both builds. */
  readonly beside: RegExp;
  /** Alpine packages that it needs and a bare Alpine lacks. */
  readonly packages?: readonly string[];
  /** The oldest Alpine it starts on. */
  readonly release?: Release;
  /** What takes its place, as the end of `... comes now as`. */
  readonly becomes: string;
  /** Where it is told; read on `read`. */
  readonly source: string;
  readonly read: string;
}

const none = /$^/;
const read = "2026-11-27";

/** `https://github.com/OWNER/NAME/releases/download/v1.0/NAME-v1.0-x86_64-unknown-linux-gnu.tar.gz`, as Rust names its targets. */
function rustProgram(
  name: string,
  repository: string,
  since: string,
  source: string,
  beside: RegExp = none,
): MuslBuild {
  const program = repository.slice(repository.indexOf("/") + 1);
  return {
    name,
    address: new RegExp(
      `github\\.com/${repository}/releases/(?:download/v?([\\d.]+)|latest/download)/${program}-[^/]*x86_64-unknown-linux-gnu\\.tar\\.gz`,
    ),
    since: [since],
    swaps: [[new RegExp(`(\\b${program}-[^\\s/"']*x86_64-unknown-linux)-gnu\\b`, "g"), "$1-musl"]],
    beside,
    becomes: "its static build for musl of the same release",
    source,
    read,
  };
}

/** Each was seen in public files; versions before the first one that was seen are left out. */
export const muslBuilds: readonly MuslBuild[] = [
  {
    name: "tini",
    address: /github\.com\/krallin\/tini\/releases\/(?:download\/v?([\d.]+)|latest\/download)\/tini(?:-[\w$(){} -]+)?$/,
    since: ["0.9.0"],
    swaps: [[/(github\.com\/krallin\/tini\/releases\/[^\s"']*?\/tini)(?!-static|\w)/g, "$1-static"]],
    beside: /^\.(asc|sha1sum|sha256sum)$/,
    becomes: "`tini-static` of the same release",
    source: "krallin/tini, README and ci/run_build.sh from v0.9.0 to v0.19.0",
    read,
  },
  {
    name: "dockerize",
    address: /github\.com\/jwilder\/dockerize\/releases\/download\/v([\d.]+)\/dockerize-linux-amd64-v[\d.]+\.tar\.gz$/,
    since: ["0.4.0"],
    swaps: [[/\bdockerize-linux-amd64\b/g, "dockerize-alpine-linux-amd64"]],
    beside: none,
    becomes: "its static build for Alpine of the same release",
    source: "jwilder/dockerize, Makefile from v0.4.0 on",
    read,
  },
  {
    name: "Node.js",
    address: /nodejs\.org\/(?:dist|download\/release)\/v[\d.]+\/node-v([\d.]+)-linux-(?:x64|\$\{?\w+\}?)\.tar\.[gx]z$/,
    // Those of 8 and 10 were built for some versions only.
    since: ["12.22.6", "14.15.1", "16.0.0"],
    swaps: [
      [/(\bnode-[^\s/"']*-linux-(?:x64|\$\w+|\$\{\w+\}))(?!-musl|[\w$])/g, "$1-musl"],
      [
        /(?<!unofficial-builds\.)\bnodejs\.org\/(?:dist|download\/release)\/([^\s/"']+\/(?:node-[^\s/"']*-musl|SHASUMS256\.txt(?!\.)))/g,
        "unofficial-builds.nodejs.org/download/release/$1",
      ],
    ],
    beside: none,
    packages: ["libstdc++"],
    release: "3.19",
    becomes: "the experimental build for musl of unofficial-builds.nodejs.org, which nobody signs",
    source: "nodejs/unofficial-builds, README; tj/n#648",
    read,
  },
  {
    name: "What nvm installs",
    address: /\/nvm-sh\/nvm\/(?:v([\d.]+)|master|HEAD)\/install\.sh$/,
    // From then on it asks for the build for musl on Alpine.
    since: ["0.39.6"],
    swaps: [],
    variable: {
      name: "NVM_NODEJS_ORG_MIRROR",
      value: "https://unofficial-builds.nodejs.org/download/release",
    },
    refuses: {
      command:
        /^nvm (?:install|i) (?:.* )?(?:v?(?:0|[1-9]|1[013])(?:\.[\dx]+)*|v?iojs.*|lts\/(?:argon|boron|carbon|dubnium)|--lts=(?:argon|boron|carbon|dubnium))(?: |$)/,
      why: "that version of Node.js has none there",
    },
    beside: none,
    // nvm calls `ls -q`, which BusyBox has not.
    packages: ["coreutils", "libstdc++"],
    release: "3.19",
    becomes: "the experimental build for musl of unofficial-builds.nodejs.org, which nobody signs",
    source: "nvm-sh/nvm, nvm.sh of v0.39.6 and v0.40.3, tried on Alpine 3.20 with a mirror of our own",
    read,
  },
  {
    name: "Tailwind CSS 4",
    address:
      /github\.com\/tailwindlabs\/tailwindcss\/releases\/(?:download\/v([\d.]+)|latest\/download)\/tailwindcss-linux-(?:x64|arm64)$/,
    since: ["4.0.0"],
    swaps: [[/(\btailwindcss-linux-(?:x64|arm64))(?!-musl|\w)/g, "$1-musl"]],
    beside: none,
    packages: ["libgcc", "libstdc++"],
    becomes: "its build for musl of the same release",
    source: "tailwindlabs/tailwindcss, #15031; aquaproj/aqua-registry#56097 for the libraries",
    read,
  },
  {
    name: "Temurin",
    address:
      /github\.com\/adoptium\/temurin\d+-binaries\/releases\/download\/jdk[^/]+\/OpenJDK\d+U-(?:jdk|jre)_x64_linux_hotspot_([\d.u]+?)(?:b\d+|_[\d.]+)?\.tar\.gz$/,
    since: ["8u345", "11.0.14", "17.0.4", "21"],
    swaps: [[/(\bOpenJDK\d+U-(?:jdk|jre)_x64)_linux_hotspot_/g, "$1_alpine-linux_hotspot_"]],
    beside: /^\.(sha256\.txt|sig)$/,
    becomes: "the archive for Alpine of the same release",
    source: "adoptium/temurin8-binaries, temurin11-binaries, temurin17-binaries, temurin21-binaries, releases",
    read,
  },
  {
    name: "Zulu",
    address: /cdn\.azul\.com\/zulu\/bin\/zulu[\d.]+-ca-(?:jdk|jre)([\d.]+)-linux_x64\.tar\.gz$/,
    since: ["8.0.332", "17.0.0", "21.0.4"],
    swaps: [[/(\bzulu[^\s/"']*-ca-(?:jdk|jre)[^\s/"']*)-linux_x64\b/g, "$1-linux_musl_x64"]],
    beside: none,
    becomes: "the archive for musl of the same release",
    source: "cdn.azul.com/zulu/bin, names of files in public Dockerfiles",
    read,
  },
  {
    name: "Bun",
    address:
      /github\.com\/oven-sh\/bun\/releases\/(?:download\/bun-v([\d.]+)|latest\/download)\/bun-linux-x64(?:-baseline)?\.zip$/,
    since: ["1.2.0"],
    swaps: [[/(\bbun-linux-x64)(?!-musl)\b/g, "$1-musl"]],
    beside: none,
    packages: ["libgcc", "libstdc++"],
    becomes: "its build for musl of the same release",
    source: "bun.sh, installation, musl binaries; supabase/setup-cli#433 for the libraries",
    read,
  },
  {
    name: "The TeamSpeak server",
    address: /\/releases\/(?:server\/)?[\d.]+\/teamspeak3-server_linux_amd64-([\d.]+)\.tar\.bz2$/,
    since: ["3.2.0"],
    swaps: [[/\bteamspeak3-server_linux_amd64\b/g, "teamspeak3-server_linux_alpine"]],
    folders: ["teamspeak3-server_linux_amd64"],
    beside: none,
    packages: ["ca-certificates", "libstdc++"],
    becomes: "the archive for Alpine of the same release",
    source: "files.teamspeak-services.com, names of files in public Dockerfiles, 3.2.0 to 3.13.7",
    read,
  },
  rustProgram("uv", "astral-sh/uv", "0.8.0", "astral-sh/uv, releases", /^\.sha256$/),
  rustProgram("ruff", "astral-sh/ruff", "0.8.0", "astral-sh/ruff, releases", /^\.sha256$/),
  rustProgram("bat", "sharkdp/bat", "0.18.0", "sharkdp/bat, assets of v0.18.0"),
  rustProgram("fd", "sharkdp/fd", "8.2.1", "sharkdp/fd, assets of v8.2.1"),
  rustProgram("hyperfine", "sharkdp/hyperfine", "1.18.0", "sharkdp/hyperfine, assets of v1.18.0"),
  rustProgram("starship", "starship/starship", "1.21.1", "starship/starship, releases", /^\.sha256$/),
];
