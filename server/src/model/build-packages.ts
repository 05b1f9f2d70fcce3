/** Compilers and tools that only make other programs, by the names Debian or Alpine give them. */
const tools: ReadonlySet<string> = new Set([
  "alpine-sdk",
  "argp-standalone",
  "autoconf",
  "automake",
  "autotools-dev",
  "binutils",
  "bison",
  "bsd-compat-headers",
  "build-base",
  "build-essential",
  "cargo",
  "ccache",
  "clang",
  "cmake",
  "cpp",
  "debhelper",
  "devscripts",
  "dpkg-dev",
  "fakeroot",
  "flex",
  "g++",
  "gcc",
  "gfortran",
  "libtool",
  "libtool-bin",
  "linux-headers",
  "make",
  "meson",
  "nasm",
  "ninja",
  "ninja-build",
  "pkg-config",
  "pkgconf",
  "pkgconfig",
  "re2c",
  "rust",
  "rustc",
  "samurai",
  "swig",
  "yasm",
]);

/**
 * True for what is needed to build software and never to run it: compilers, headers, build systems. Not for what serves
 * both, such as git, a JDK or an interpreter.
 * @param word as `apk add` and `apt-get install` take it, with version and architecture.
 */
export function isBuildPackage(word: string): boolean {
  const name = /^[^=<>~:/]+/.exec(word)?.[0] ?? "";
  return tools.has(name) || /.-dev$|^(gcc|g\+\+|gfortran|clang|cpp|linux-headers)-?\d/.test(name);
}
