import type { Role } from "./types";

/** A guess about a name by its form: these packages, the meaning of another Debian name, nothing, or a plain no. */
export type Pattern =
  | {
      readonly packages: readonly string[];
      readonly role: Role;
      readonly evidence: string;
      readonly confidence: number;
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

/** One or two for each Alpine release, the newest first. */
const boostVersions = ["1.91", "1.90", "1.89", "1.88", "1.87", "1.86", "1.84", "1.82", "1.80", "1.78", "1.77"];

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
    (part) =>
      boostVersions.map((version) => guess("run", `Boost ${version}, the release's`, 0.7, `boost${version}-${part}`)),
  ],
  [/^libpython3\.(\d+)/, (minor) => [like("python3", `the release's Python, not necessarily 3.${minor}`, 0.7)]],
  [
    /^libmagick(?:wand|core|\+\+)-[67]/,
    () => [guess("run", "the same library, ImageMagick 7", 0.7, "imagemagick-libs")],
  ],
  [/^tesseract-ocr-([a-z-]+)$/, (language) => [guess("run", "the same data", 0.95, `tesseract-ocr-data-${language}`)]],
  [/^libboost-.*-dev$/, () => [like("libboost-all-dev", "one package for all of Boost", 0.9)]],
  [/^libboost[0-9.]+-.*dev$/, () => [like("libboost-all-dev", "the release's Boost", 0.8)]],
  [
    /^python3-(.+)$/,
    (module) => [guess(module.endsWith("-dev") ? "build" : "run", "Python name rule", 0.6, `py3-${module}`)],
  ],
  [/^lib(.+)-perl$/, (module) => [guess("run", "Perl name rule", 0.6, `perl-${module}`)]],
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
