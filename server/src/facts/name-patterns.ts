import { type Python2Module, python2Modules } from "./python-2-modules";
import type { Role } from "./types";

/** A guess about a name by its form: these packages, the meaning of another Debian name, nothing, or a plain no. */
export type Pattern =
  | {
      readonly packages: readonly string[];
      readonly role: Role;
      readonly evidence: string;
      readonly confidence: number;
      readonly module?: Python2Module | undefined;
    }
  | { readonly like: string; readonly evidence: string; readonly confidence: number }
  | { readonly needless: string }
  | {
      readonly refused: string;
      readonly instead: string | undefined;
      /** Offered only when the release has it. */
      readonly insteadPackage?: string;
    };

/** Forms of Debian names, the surest first. A guess counts only when the table or the release has its result. */
export function patternsOf(name: string): Pattern[] {
  return rules.flatMap(([form, guess]) => {
    const match = form.exec(name);
    return match ? guess(...match.slice(1).map((part) => part ?? "")) : [];
  });
}

const like = (name: string, evidence: string, confidence: number): Pattern => ({ like: name, evidence, confidence });
const guess = (role: Role, evidence: string, confidence: number, ...packages: string[]): Pattern => ({
  packages,
  role,
  evidence,
  confidence,
});

/** A module of Python 2's that pip brings: with Alpine's pip, or from 3.12 on with the one that Python 2 holds. */
function fromPyPI(name: string): Pattern[] {
  const module = python2Modules.get(name);
  if (module === undefined) return [];
  const { project, libraries = [] } = module;
  const evidence = project === undefined ? "Python 2 holds its pip" : `${project} of PyPI, for Python 2`;
  return [["py2-pip"], []].map((pip) => ({
    ...guess("run", evidence, 0.6, "python2", ...pip, ...libraries),
    module,
  }));
}

/** One or two for each Alpine release, the newest first. */
const boostVersions = ["1.91", "1.90", "1.89", "1.88", "1.87", "1.86", "1.84", "1.82", "1.80", "1.78", "1.77"];

/** The versions that stand in the names of Ceph's packages since 3.17, the newest first. */
const ceph = ["20", "19", "18", "17", "16"];

type Rule = readonly [RegExp, (...parts: string[]) => Pattern[]];

const rules: readonly Rule[] = [
  [
    // Names that start so are Python 2, save a few that serve both.
    /^python2?(?:\.7)?-(?!is-python3$)(.+)$/,
    (module) =>
      /(-doc|-common|-data|-localedata)$/.test(module)
        ? []
        : [
            guess(module.endsWith("dev") ? "build" : "run", "Python 2", 0.7, `py2-${module}`),
            ...fromPyPI(module),
            {
              refused: "a Python 2 package, and Python 2 left Alpine with 3.16",
              instead: `pip install ${module}, with code ported to Python 3`,
              insteadPackage: `py3-${module}`,
            },
          ],
  ],
  [
    /^python3\.(\d+)(-dev|-minimal|-venv|-distutils)?$/,
    (minor, part) => [like(`python3${part}`, `the release's Python, not necessarily 3.${minor}`, 0.7)],
  ],
  [
    /^(clang|llvm)-(\d+)(-dev)?$/,
    (tool, version, dev) => [
      guess("build", `the release's newest, ${tool} ${version} is not in it`, 0.6, `${tool}${dev}`),
    ],
  ],
  [
    /^clang\+\+-(\d+)(?:\.\d+)?$/,
    (version) => [like("clang", `the release's compiler, not necessarily version ${version}`, 0.7)],
  ],
  [/^libc\+\+(?:abi)?-?\d*-dev$/, () => [guess("build", "the same library", 0.9, "libc++-dev")]],
  [/^libc\+\+(?:abi)?1(?:-\d+)?$/, () => [guess("run", "the same library", 0.9, "libc++")]],
  [/^libomp-?\d*-dev$/, () => [guess("build", "the same library", 0.9, "openmp-dev")]],
  [/^libomp5(?:-\d+)?$/, () => [guess("run", "the same library", 0.9, "openmp")]],
  [/^libclang-common-[0-9.]+-dev$/, () => [guess("build", "the headers of clang", 0.8, "clang-dev")]],
  [
    /^(gcc|g\+\+|gfortran|cpp|binutils)(?:-[0-9.]+)?-x86-64-linux-gnu$/,
    (tool) => [like(tool, "the compiler for this machine", 0.8)],
  ],
  [/^cpp-[0-9.]+$/, () => [like("gcc", "the preprocessor is a part of gcc", 0.8)]],
  [/^gcc-[0-9.]+-base$/, () => [{ needless: "it holds documents and folders only" }]],
  [/^libgcc-[0-9.]+-dev$/, () => [like("gcc", "a part of gcc", 0.8)]],
  [/^libstdc\+\+6?-[0-9.]+-dev$/, () => [like("g++", "a part of g++", 0.8)]],
  [/^gnat-[0-9.]+$/, () => [guess("build", "the release's compiler", 0.7, "gcc-gnat", "musl-dev")]],
  [
    /^(?:gcc|g\+\+|gfortran|gcc-mingw-w64|g\+\+-mingw-w64|mingw-w64)-(?:mingw-w64-)?(x86-64|i686)(?:-dev)?$/,
    (machine) => [
      guess("build", "the same compiler", 0.95, machine === "i686" ? "i686-mingw-w64-gcc" : "mingw-w64-gcc"),
    ],
  ],
  [
    /^binutils-mingw-w64-(x86-64|i686)$/,
    (machine) => [
      guess("build", "the same tools", 0.95, machine === "i686" ? "i686-mingw-w64-binutils" : "mingw-w64-binutils"),
    ],
  ],
  [
    /^(ghc|cabal|happy|alex)(?:-install)?-[0-9.]+$/,
    (tool) => [
      guess("build", `the release's ${tool}, of one version`, 0.6, tool, ...(tool === "ghc" ? ["musl-dev"] : [])),
    ],
  ],
  [/^emacs\d+-nox$/, () => [like("emacs-nox", "the release's Emacs", 0.9)]],
  [/^emacs\d+(?:-lucid|-gtk)?$/, () => [like("emacs", "the release's Emacs", 0.9)]],
  [
    /^texlive-lang-(.+)$/,
    (language) => [
      guess("run", "the same collection", 0.9, `texmf-dist-lang${language.replaceAll("-", "")}`),
      guess("run", "the languages that have no package of their own", 0.7, "texmf-dist-lang"),
      guess("run", "a part of it in this release", 0.7, "texmf-dist"),
    ],
  ],
  [/^texlive-(.+)$/, (part) => [guess("run", "the same collection", 0.8, `texmf-dist-${part.replaceAll("-", "")}`)]],
  [
    /^libreoffice-l10n-(.+)$/,
    (language) => [guess("run", "the same translations", 0.9, `libreoffice-lang-${language.replaceAll("-", "_")}`)],
  ],
  [/^libreoffice-(?:help|style)-/, () => [{ needless: "help and icons, which a conversion does without" }]],
  [
    /^libreoffice-(?:core|(?:java|base)-\w+|sdbc-.*|script-provider-.*|ogltrans|pdfimport|nlpsolver|report-builder.*)(?:-nogui)?$/,
    () => [guess("run", "a part of it", 0.8, "libreoffice-common")],
  ],
  [
    /^(dotnet|aspnetcore)-(sdk|runtime)-(\d+)\.\d+$/,
    (kind, part, version) => [
      guess(part === "sdk" ? "build" : "run", "the same version", 0.95, `${kind}${version}-${part}`),
    ],
  ],
  [
    /^(?:zulu-?|adoptopenjdk-|temurin-|java-(?:1\.)?|msopenjdk-|bellsoft-java|oracle-java|sapmachine-)(\d+)(?:\.0)?(?:-amazon-corretto|-ca)?(-jre|-jdk|-hotspot.*|-openj9.*)?(?:-headless|-installer)?$/,
    (version, part) =>
      part.startsWith("-jre") || part.endsWith("-jre")
        ? [guess("run", "the same version of Java, of another build", 0.8, `openjdk${version}-jre`)]
        : [
            guess("build", "the same version of Java, of another build", 0.8, `openjdk${version}-jdk`),
            guess("build", "the same version of Java, of another build", 0.8, `openjdk${version}`),
          ],
  ],
  [
    /^xserver-xorg-(video|input)-(.+)$/,
    (kind, driver) => [guess("run", "the same driver", 0.9, `xf86-${kind}-${driver}`)],
  ],
  [/^kamailio-(.+)-modules$/, (part) => [guess("run", "the same modules", 0.8, `kamailio-${part}`)]],
  [
    /^freeswitch-(?:mod|meta|lang|conf|sysvinit|init)-?.*(?<!-dbg)$/,
    () => [guess("run", "most modules are in it", 0.6, "freeswitch")],
  ],
  [
    /^ceph(-(?!dbg|doc)[a-z-]+)?$/,
    (part) => ceph.map((version) => guess("run", "the release's Ceph", 0.8, `ceph${version}${part}`)),
  ],
  [/^radosgw$/, () => ceph.map((version) => guess("run", "the release's Ceph", 0.8, `ceph${version}-radosgw`))],
  [
    /^lib(?:rados|rbd|cephfs|radosstriper)-dev$/,
    () => ceph.map((version) => guess("build", "the release's Ceph", 0.8, `ceph${version}-dev`)),
  ],
  [
    /^(lib(?:rados|rbd|cephfs|radosstriper))\d$/,
    (library) => ceph.map((version) => guess("run", "the release's Ceph", 0.7, `${library}${version}`)),
  ],
  [
    /^python3-(rados|rbd|cephfs)$/,
    (module) => ceph.map((version) => guess("run", "the release's Ceph", 0.8, `py3-${module}${version}`)),
  ],
  [/^(freeswitch-sounds-.+)$/, (sounds) => [guess("run", "the same sounds", 0.8, `${sounds}-8000`)]],
  [/^freeswitch-music-default$/, () => [guess("run", "the same sounds", 0.8, "freeswitch-sounds-music-8000")]],
  [
    /^postgresql-\d+(?:\.\d+)?-postgis-[0-9.]+(?:-scripts)?$|^postgresql-\d+-postgis-\d$/,
    () => [guess("run", "the release's PostGIS", 0.8, "postgis")],
  ],
  [
    /^postgresql-(?:plugin-)?\d+(?:\.\d+)?-(.+)$/,
    (extension) => [
      guess("run", "the same extension", 0.8, `postgresql-${extension}`),
      guess("run", "the same extension", 0.8, `postgresql-pg_${extension}`),
    ],
  ],
  [
    /^(lib)?gstreamer-plugins-base0\.10-(?:dev|0)$|^libgstreamer-plugins-base0\.10-dev$/,
    () => [guess("build", "the same library, in old releases", 0.9, "gst-plugins-base0.10-dev")],
  ],
  [/^libgstreamer0\.10-dev$/, () => [guess("build", "the same library, in old releases", 0.9, "gstreamer0.10-dev")]],
  [
    /^gstreamer0\.10-plugins-(base|good|bad|ugly)$/,
    (set) => [guess("run", "the same plugins, in old releases", 0.9, `gst-plugins-${set}0.10`)],
  ],
  [/^gstreamer0\.10-ffmpeg$/, () => [guess("run", "the same plugins, in old releases", 0.9, "gst-ffmpeg0.10")]],
  [/^(?:libqt4-|qt4-).*dev(?:-tools)?$/, () => [guess("build", "Qt 4 is one package", 0.8, "qt-dev")]],
  [/^libqt4-[a-z0-9-]+$|^libqt(?:core|gui|webkit)4$|^qt4-/, () => [guess("run", "Qt 4 is one package", 0.8, "qt")]],
  [/^(?:libmono-|mono-)/, () => [like("mono-complete", "a part of Mono", 0.8)]],
  [
    /^gir1\.2-gtk-([34])\.0$/,
    (version) => [guess("run", "the bindings are in it", 0.9, version === "3" ? "gtk+3.0" : "gtk4.0")],
  ],
  [
    /^lib(.+)-ocaml(-dev)?$/,
    (library, dev) => [guess(dev ? "build" : "run", "OCaml name rule", 0.7, `ocaml-${library}${dev}`)],
  ],
  [
    /^(gcc|g\+\+|gfortran)-(\d+)(\.\d+)?$/,
    (tool, version) => [like(tool, `the release's compiler, not necessarily version ${version}`, 0.7)],
  ],
  [/^golang-(\d+\.\d+)(-go)?$/, (version) => [like("golang", `the release's Go, not necessarily ${version}`, 0.7)]],
  [
    /^ruby(\d+\.\d+)(-dev)?$/,
    (version, dev) => [like(`ruby${dev}`, `the release's Ruby, not necessarily ${version}`, 0.7)],
  ],
  [/^linux-headers-.*$/, () => [like("linux-headers-generic", "headers of a kernel build", 0.9)]],
  [/^linux-image-.*$/, () => [like("linux-image-generic", "a kernel", 0.9)]],
  [/^linux-tools-.*$/, () => [like("linux-tools-generic", "tools of a kernel", 0.9)]],
  [/^language-pack-.*$/, () => [like("language-pack-en", "locale files", 0.9)]],
  [
    /^libboost-([a-z-]+?)[0-9.]+$/,
    (part) => {
      const library = part === "python" || part === "mpi-python" ? "python3" : part.replaceAll("-", "_");
      return [
        ...boostVersions.map((version) =>
          guess("run", `Boost ${version}, the release's`, 0.7, `boost${version}-${library}`),
        ),
        guess("run", "Boost of the release", 0.7, `boost-${library}`),
      ];
    },
  ],
  [/^libboost[0-9.]*-all(?:-dev)?$/, () => [like("libboost-all-dev", "the release's Boost", 0.8)]],
  [/^libpython3\.(\d+)/, (minor) => [like("python3", `the release's Python, not necessarily 3.${minor}`, 0.7)]],
  [
    /^libmagick(?:wand|core|\+\+)-[67]/,
    () => [guess("run", "the same library, ImageMagick 7", 0.7, "imagemagick-libs")],
  ],
  [
    /^tesseract-ocr-([a-z-]+)$/,
    (language) => [
      guess("run", "the same data", 0.95, `tesseract-ocr-data-${language.replaceAll("-", "_")}`),
      // Before 3.18 the language had no name of its own in the package.
      guess("run", "the same data", 0.9, `tesseract-ocr-data-${language}`),
    ],
  ],
  [/^libboost-.*-dev$/, () => [like("libboost-all-dev", "one package for all of Boost", 0.9)]],
  [/^libboost[0-9.]+-.*dev$/, () => [like("libboost-all-dev", "the release's Boost", 0.8)]],
  // What Debian cuts into pieces is one package on Alpine.
  [/^erlang-(?!dev$|doc$|src$|mode$|manpages$)[a-z-]+$/, () => [like("erlang-base", "one package with all", 0.8)]],
  [
    /^python3-pyqt([56])\.qt(webengine|\w+)$/,
    (version, part) =>
      part === "webengine"
        ? [guess("run", "PyQt's engine", 0.8, version === "5" ? "py3-qtwebengine" : "py3-pyqt6-webengine")]
        : [guess("run", "a part of PyQt", 0.8, `py3-qt${version}`)],
  ],
  [/^qml-module-/, () => [guess("run", "a part of Qt's declarative module", 0.6, "qt5-qtdeclarative")]],
  [/^qml6-module-/, () => [guess("run", "a part of Qt's declarative module", 0.6, "qt6-qtdeclarative")]],
  [/^(cargo|rustc)-1\.\d+$/, (tool) => [like(tool, "the release's Rust", 0.7)]],
  [/^(python3-.+)-(?:lib|ext)$/, (module) => [like(module, "its compiled part", 0.8)]],
  [
    /^python3-(.+)$/,
    (module) => [guess(module.endsWith("-dev") ? "build" : "run", "Python name rule", 0.6, `py3-${module}`)],
  ],
  [/^lib(.+)-perl$/, (module) => [guess("run", "Perl name rule", 0.6, `perl-${module}`)]],
  // Perl's Text::CSV_XS and the gem multi_json keep their sign on Alpine.
  [/^lib(.+)-(.+?)-perl$/, (one, other) => [guess("run", "Perl name rule", 0.6, `perl-${one}_${other}`)]],
  [/^ruby-(.+)-(.+?)$/, (one, other) => [guess("run", "Ruby name rule", 0.6, `ruby-${one}_${other}`)]],
  [
    /^lib(.+?)[0-9.]*-dev$/,
    (library) => [
      guess("build", "library name rule", 0.6, `lib${library}-dev`),
      guess("build", "library name rule", 0.5, `${library}-dev`),
    ],
  ],
  [/^(?:fonts|ttf)-(.+)$/, (font) => [guess("run", "font name rule", 0.6, `font-${font}`)]],
  [
    /^(.*[a-z])[0-9][0-9.-]*(t64)?$/,
    (stem) => [
      guess("run", "the library's name without its version", 0.5, stem),
      guess("run", "the library's name without its version", 0.45, `${stem}-libs`),
      guess("run", "the library's name without its version", 0.45, stem.replace(/^lib/, "")),
    ],
  ],
];
