/** What answers for a hazard. Tests hold every name against what is there. */
export type Answer =
  /** A rule tells of it. */
  | { readonly rule: string }
  /** The conversion takes care of it; a file below server/src. */
  | { readonly conversion: string }
  /** The conversion stops there with the reason; a file below server/src. */
  | { readonly stop: string };

export interface Coverage {
  readonly id: string;
  /** What breaks, slows down or bloats on Alpine. */
  readonly hazard: string;
  readonly answers: readonly Answer[];
  /** What is left out, and why; must be there when nothing answers. */
  readonly not?: string;
}

const rule = (name: string): Answer => ({ rule: name });
const conversion = (file: string): Answer => ({ conversion: file });
const stop = (file: string): Answer => ({ stop: file });

/** Fifty things that were seen to break when Debian's Dockerfiles move to Alpine, and what is done about each. */
export const coverage: readonly Coverage[] = [
  {
    id: "H01",
    hazard: "Packages without a build for musl and without a source (torch, tensorflow, playwright)",
    answers: [rule("package-without-musl")],
  },
  {
    id: "H02",
    hazard: "Packages that are compiled on Alpine, as their builds are for glibc only",
    answers: [rule("package-compiled"), conversion("translations/native-packages.ts")],
  },
  {
    id: "H03",
    hazard: "A pip that is too old for builds for musl",
    answers: [rule("package-compiled"), conversion("manifests/needs.ts")],
  },
  {
    id: "H04",
    hazard: "Packages in Rust on an Alpine with an old compiler",
    answers: [rule("package-compiled"), conversion("manifests/needs.ts")],
    not: "which Rust each version needs is not known; a newer pip, which takes builds for musl, is advised",
  },
  {
    id: "H05",
    hazard: "Packages whose build for any system is slow pure Python",
    answers: [],
    not: "they install and work; how much slower they are is not known",
  },
  {
    id: "H06",
    hazard: "`find ... -name test -exec rm` without its parentheses",
    answers: [rule("find-alternatives-ungrouped")],
  },
  {
    id: "H07",
    hazard: "Wheels that bring libraries under hashed names, asked of apk",
    answers: [conversion("translations/runtime-libraries.ts")],
  },
  {
    id: "H08",
    hazard: "Libraries that only files outside of /usr/local need",
    answers: [conversion("model/consumers.ts"), conversion("translations/runtime-libraries.ts")],
  },
  {
    id: "H09",
    hazard: "Libraries that are opened by name while a program runs",
    answers: [conversion("translations/native-packages.ts")],
    not: "names that a program makes up are not seen",
  },
  {
    id: "H10",
    hazard: "Build dependencies deleted in another RUN than they were added in",
    answers: [rule("packages-deleted-late"), conversion("conversion/groups.ts")],
  },
  {
    id: "H11",
    hazard: "`apk del` before the last command that compiles",
    answers: [conversion("conversion/write-packages.ts")],
    not: "an order that fails on Alpine already is left to its author",
  },
  {
    id: "H12",
    hazard: "`useradd`, `groupadd`, `usermod`",
    answers: [
      conversion("translations/useradd.ts"),
      conversion("translations/groupadd.ts"),
      conversion("translations/usermod.ts"),
    ],
  },
  {
    id: "H13",
    hazard: "busybox's `adduser` asks for a password, and has other options",
    answers: [conversion("translations/accounts.ts"), conversion("translations/debian-adduser.ts")],
  },
  {
    id: "H14",
    hazard: "bash in SHELL, RUN, CMD and in scripts that are copied in",
    answers: [
      conversion("translations/bash/shell-instruction.ts"),
      conversion("translations/bash/bash-commands.ts"),
      rule("script-not-for-alpine"),
    ],
  },
  {
    id: "H15",
    hazard: "Options of the GNU programs that busybox refuses",
    answers: [
      conversion("translations/busybox/index.ts"),
      conversion("translations/scripts.ts"),
      rule("script-not-for-alpine"),
    ],
  },
  {
    id: "H16",
    hazard: "A time zone without the package tzdata",
    answers: [rule("timezone-data-missing"), conversion("conversion/beside-runs.ts")],
  },
  {
    id: "H17",
    hazard: "Locales and collation of glibc",
    answers: [rule("locale-without-effect"), stop("translations/base-image.ts")],
  },
  {
    id: "H18",
    hazard: "`iconv` of PHP with `//TRANSLIT`, and its old remedy",
    answers: [rule("preloaded-library-missing")],
    not: "the official images have had GNU's iconv since 2022; only its old remedy is told",
  },
  {
    id: "H19",
    hazard: "PHP extensions without headers",
    answers: [conversion("translations/language-tools.ts")],
    not: "headers that the Debian file did not install are not added",
  },
  {
    id: "H20",
    hazard: "PHP extensions for glibc only (oci8, pdo_snowflake)",
    answers: [rule("php-extension-for-glibc"), rule("prebuilt-for-glibc")],
  },
  {
    id: "H21",
    hazard: "Names are looked up in another way by musl",
    answers: [rule("name-service-ignored")],
    not: "which search domains and servers a container has is told by no file here",
  },
  {
    id: "H22",
    hazard: "Small stacks of threads",
    answers: [rule("stack-limit-ignored")],
    not: "how deep a program recurses only a run shows",
  },
  {
    id: "H23",
    hazard: "musl's memory allocator is slow for many threads",
    answers: [rule("glibc-only-variable"), rule("preloaded-library-missing")],
    not: "how much slower a program is only a measurement shows",
  },
  {
    id: "H24",
    hazard: "Downloaded programs that were built for glibc",
    answers: [rule("prebuilt-for-glibc"), rule("glibc-files-copied"), rule("node-manager-for-glibc")],
  },
  { id: "H25", hazard: "glibc put beside musl (alpine-pkg-glibc)", answers: [rule("glibc-on-alpine")] },
  {
    id: "H26",
    hazard: "Go programs with cgo, built on Debian and copied to Alpine",
    answers: [
      rule("glibc-files-copied"),
      rule("cgo-without-compiler"),
      conversion("conversion/trees.ts"),
      conversion("translations/language-tools.ts"),
    ],
  },
  {
    id: "H27",
    hazard: "Compiled files copied between stages on glibc and on musl",
    answers: [rule("glibc-files-copied"), stop("conversion/index.ts"), conversion("conversion/trees.ts")],
  },
  {
    id: "H28",
    hazard: "npm packages that are compiled on Alpine",
    answers: [rule("package-compiled"), conversion("translations/native-packages.ts")],
  },
  {
    id: "H29",
    hazard: "Lock files of npm without the builds for musl, and Prisma's engines for other systems",
    answers: [rule("lock-without-musl"), rule("prisma-engine-for-glibc")],
    not: "`node_modules` that is copied from the writer's machine is not looked for",
  },
  {
    id: "H30",
    hazard: "Prisma without OpenSSL",
    answers: [conversion("translations/native-packages.ts")],
    not: "which releases of Prisma find OpenSSL 3 is not told",
  },
  {
    id: "H31",
    hazard: "Browsers that Playwright, Cypress, Electron and Puppeteer bring",
    answers: [rule("package-without-musl"), rule("puppeteer-without-chromium"), rule("browser-for-glibc")],
  },
  { id: "H32", hazard: "A Gemfile.lock without the platform for musl", answers: [rule("lock-without-musl")] },
  {
    id: "H33",
    hazard: "Java archives with native libraries",
    answers: [rule("java-library-for-glibc")],
    not: "files of modules below the project's folder are not read, and whether a library is loaded only a run shows",
  },
  {
    id: "H34",
    hazard: "`protoc` that build tools download",
    answers: [rule("prebuilt-for-glibc"), rule("package-without-musl"), rule("java-library-for-glibc")],
    not: "what NuGet's Grpc.Tools brings is not seen",
  },
  {
    id: "H35",
    hazard: ".NET without ICU and time zones",
    answers: [rule("dotnet-without-icu"), rule("timezone-data-missing")],
  },
  {
    id: "H36",
    hazard: "Rust for musl links everything statically",
    answers: [rule("rust-linked-statically"), conversion("translations/native-packages.ts")],
  },
  { id: "H37", hazard: "Versions of apk packages pinned to a revision", answers: [rule("exact-package-version")] },
  {
    id: "H38",
    hazard: "Packages of edge or testing on a stable release",
    answers: [rule("edge-repository"), rule("package-in-testing")],
  },
  {
    id: "H39",
    hazard: "Third-party repositories and packages of apt's world",
    answers: [
      conversion("translations/apt-repository.ts"),
      conversion("translations/apt-files.ts"),
      stop("translations/debian-only.ts"),
    ],
  },
  {
    id: "H40",
    hazard: "Alpine's Python beside the one of the image, and pip within it",
    answers: [rule("second-runtime"), conversion("translations/language-tools.ts")],
  },
  {
    id: "H41",
    hazard: "Programs that Debian has there unasked, and that Alpine lacks or keeps elsewhere",
    answers: [
      conversion("translations/renamed-programs.ts"),
      conversion("translations/image-programs.ts"),
      conversion("translations/busybox/index.ts"),
    ],
  },
  {
    id: "H42",
    hazard: "Node.js images from 26 on have no yarn",
    answers: [conversion("translations/base-image.ts")],
    not: "the major version is kept, so nothing changes",
  },
  {
    id: "H43",
    hazard: "Tags that have no Alpine variant",
    answers: [rule("debian-base-image"), stop("translations/base-image.ts")],
  },
  { id: "H44", hazard: "Cache mounts that are never filled", answers: [conversion("conversion/cache-mounts.ts")] },
  {
    id: "H45",
    hazard: "cron, systemd and services",
    answers: [
      rule("systemd-needed"),
      rule("cron-of-debian"),
      stop("translations/debian-only.ts"),
      rule("script-not-for-alpine"),
    ],
  },
  {
    id: "H46",
    hazard: "`ldconfig` and paths of Debian's libraries",
    answers: [
      rule("debian-library-path"),
      rule("library-not-found-by-name"),
      rule("preloaded-library-missing"),
      conversion("translations/loader.ts"),
    ],
  },
  {
    id: "H47",
    hazard: "HEALTHCHECK with a program that is not there",
    answers: [rule("program-missing"), conversion("conversion/starts.ts")],
  },
  {
    id: "H48",
    hazard: "Builds for other processors",
    answers: [conversion("model/architecture.ts")],
    not: "only said, with figures that are near ones: the tables are about x86_64",
  },
  {
    id: "H49",
    hazard: "C sources that count on glibc's headers, or on the kernel's, which libc6-dev brings along",
    answers: [rule("sanitizer-missing"), conversion("translations/kernel-headers.ts")],
    not: "sources are not read",
  },
  { id: "H50", hazard: "Only the builder stage would change", answers: [conversion("conversion/trees.ts")] },
];
