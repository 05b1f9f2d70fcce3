import type { Pattern } from "./name-patterns";

/**
 * What is true of a whole family of Debian names, where no name of Alpine's was found for one of them: that nothing is needed,
 * or that there is nothing and who has it instead.
 */
export function familyOf(name: string): Pattern[] {
  return families.flatMap(([form, answer]) => {
    const match = form.exec(name);
    return match ? [answer(...match.slice(1).map((part) => part ?? ""))] : [];
  });
}

type Family = readonly [RegExp, (...parts: string[]) => Pattern];

const needless = (why: string): Pattern => ({ needless: why });
const refused = (why: string, instead: string): Pattern => ({ refused: why, instead });

const glibcOnly = "keep this stage on Debian";

const families: readonly Family[] = [
  [/-(?:doc|docs|manual)$/, () => needless("documentation, which an image does without")],
  [/-(?:dbg|dbgsym)$/, () => needless("it is for debuggers of Debian's own build")],
  [/^(?!lib|gnome-|python).*-keyring$/, () => needless("the keys of an apt repository")],
  [/-(?:l10n|i18n|locales?)(?:-[a-z-]+)?$/, () => needless("translations of what a program says")],
  [
    /^task-|\^$/,
    () => refused("it is a list of packages that only Debian's tools know", "name the packages that are needed"),
  ],
  [
    /^lib(?:32|x32|n32)[a-z]|-multilib(?:-.*)?$/,
    () => refused("Alpine has no 32-bit libraries beside the 64-bit ones", glibcOnly),
  ],
  [
    /^(?:crossbuild-essential-|.*-(?:[a-z0-9_]+-linux-gnu\w*|(?:armhf|armel|arm64|i386|mips\w*|ppc\w*|s390x|riscv64)-cross)$)/,
    () =>
      refused(
        "Alpine has no compilers for Linux on other machines",
        "let docker buildx build each platform, or cross-compile with zig",
      ),
  ],
  [
    /^(?:cuda|nvidia|libnvidia|libcudnn|libnccl|libnvinfer|libcu(?:fft|fftw|blas|rand|solver|sparse|dart)|libnpp|tensorrt)[-\d.]/,
    () => refused("NVIDIA builds for glibc only", glibcOnly),
  ],
  [
    /^(?:nova|neutron|cinder|heat|glance|keystone|ceilometer|ironic|magnum|octavia)(?:-[a-z0-9-]+)?$|^openstack-/,
    () => refused("Alpine has no OpenStack", "pip installs its services, and OpenStack Kolla has images of them"),
  ],
  [
    /^percona-(?:server|xtradb)/,
    () => refused("Percona builds for glibc only", "mariadb, which takes MySQL's place on Alpine"),
  ],
  [
    /^(?:libqt4|qt4)-|^libqt(?:core|gui|webkit)4$|^(?:py|python-)qt4/,
    () => refused("Qt 4 left Alpine with 3.10", "port to Qt 5 (qt5-qtbase-dev)"),
  ],
  [
    /^qt5\d{1,3}[a-z]/,
    () =>
      refused("it is for /opt of Ubuntu, from a repository of its own", "Alpine's packages qt5-*, below /usr/lib/qt5"),
  ],
  [
    /^(?:lib)?gstreamer(?:-plugins-\w+)?0\.10/,
    () => refused("GStreamer 0.10 left Alpine with 3.10", "port to GStreamer 1 (gstreamer-dev, gst-plugins-base-dev)"),
  ],
  [
    /^r-(?:cran|omegahat)-(.+)$/,
    () => refused("Alpine has no R packages", "install.packages() with R-dev and build-base"),
  ],
  [/^r-bioc-/, () => refused("Alpine has no R packages", "BiocManager::install() with R-dev and build-base")],
  [
    /^lib(.+)-perl$/,
    (module) =>
      refused(
        `Alpine has no perl-${module}`,
        "cpanm of perl-app-cpanminus installs the module, with make, and perl-dev where it is compiled",
      ),
  ],
  [/^python3-(.+)$/, (module) => refused(`Alpine has no py3-${module}`, "pip installs the module")],
  [/^lib(.+)-java$/, () => refused("Alpine has no package of this Java library", "take its jar from Maven Central")],
  [/^ruby-(.+)$/, (gem) => refused(`Alpine has no ruby-${gem}`, `gem install ${gem}`)],
  [/^node-(.+)$/, (module) => refused("Alpine has no package of this Node.js module", `npm install ${module}`)],
  [
    /^libjs-(.+)$/,
    (script) => refused("Alpine has no packages of scripts for browsers", `npm install ${script}, or copy the script`),
  ],
  [/^libghc-(.+)-dev$/, (library) => refused("Alpine has no Haskell libraries", `cabal install --lib ${library}`)],
  [/^golang-.+-dev$/, () => refused("it is the source of a Go module", "go get, or go mod download")],
  [/^lib(.+)-ocaml(?:-dev)?$/, () => refused("Alpine has no package of this OCaml library", "opam installs it")],
  [/^kodi-/, () => refused("Alpine has no package of this Kodi add-on", "Kodi's own add-on manager installs it")],
  [
    /^postgresql-\d+(?:\.\d+)?-(.+)$/,
    (extension) => refused(`Alpine has no package of ${extension}`, "build it with postgresql-dev and build-base"),
  ],
  [
    /^(?:dotnet|aspnetcore)-(?:sdk|runtime)-(\d+\.\d+)$/,
    (version) =>
      refused(`the release has no .NET ${version}`, `Microsoft's image mcr.microsoft.com/dotnet/sdk, its -alpine tag`),
  ],
  [
    /^(?:fonts|ttf)-(.+)$/,
    (font) => refused(`Alpine has no font-${font}`, "font-noto and its parts, or copy the font below /usr/share/fonts"),
  ],
];
