import { alpineTables } from "./alpine";
import { type Inputs, readTsv, type TableFile } from "./tsv";

/** What makes Debian systems, or is translated by itself: nobody wants it on Alpine for its programs. */
const notWanted: ReadonlySet<string> = new Set(
  "adduser apt base-passwd bash dash debconf debianutils dpkg dpkg-dev hostname init-system-helpers libc-bin login lsb-release passwd sysvinit-utils ucf".split(
    " ",
  ),
);

/** A package of a series, of which Alpine has several: which of them is meant, the stage says. */
const inSeries =
  /^(php|postgresql|openjdk|llvm|clang|lld|lua|luarocks|boost|qt|qt5-|qt6-|gcc|g\+\+|mysql|nodejs|ruby|python|ghc|erlang)\d/;

/**
 * Programs that Debian's images hold, or packages that Dockerfiles ask for, and that busybox lacks: the Debian packages that have
 * them, and the Alpine package to add.
 */
export function imagePrograms(inputs: Inputs): TableFile {
  const { source, curated } = inputs;
  const applets = new Set(readTsv(source, "alpine/busybox-1.36.1.tsv").map((row) => row("applet")));
  const inImages = new Set(readTsv(source, "debian/base-sets.tsv").flatMap((row) => row("names").split(" ")));
  const askedFor = new Set(readTsv(source, "mapping/apt-frequency.tsv").map((row) => row("package")));
  const holders = new Map<string, string[]>();
  for (const row of readTsv(source, "debian/capabilities-bookworm.tsv")) {
    const name = row("package");
    if ((!inImages.has(name) && !askedFor.has(name)) || notWanted.has(name)) continue;
    for (const program of row("cmd")
      .split(" ")
      .filter((one) => one !== "" && !applets.has(one)))
      holders.set(program, [...(holders.get(program) ?? []), name]);
  }
  const providers = providersOf(inputs);
  const rows = new Map<string, readonly string[]>();
  for (const [program, debian] of holders) {
    const alpine = chosen(program, debian, providers.get(program) ?? []);
    const isPlain = debian.some((name) => inImages.has(name)) || !inSeries.test(alpine ?? "");
    if (alpine !== undefined && isPlain) rows.set(program, [program, debian.join(" "), alpine]);
  }
  for (const row of readTsv(curated, "image-programs.tsv"))
    rows.set(row("program"), [row("program"), row("debian"), row("alpine")]);
  return { name: "image-programs.tsv", header: ["program", "debian", "alpine"], rows: [...rows.values()] };
}

/** By program, the packages that have it. */
function providersOf(inputs: Inputs): Map<string, string[]> {
  const tables = alpineTables(inputs);
  const table = tables.find(({ name }) => name === "alpine-provides.tsv");
  // One letter for each release, the newest one's at the end.
  const names = tables.find(({ name }) => name === "alpine-names.tsv");
  const current = new Set(
    (names?.rows ?? []).flatMap(([name = "", releases = ""]) => (releases.endsWith(".") ? [] : [name])),
  );
  const providers = new Map<string, string[]>();
  const onlyThen = new Map<string, string[]>();
  for (const [provide = "", name = "", , releases = ""] of table?.rows ?? []) {
    const program = /^cmd:(.*)$/.exec(provide)?.[1];
    if (program === undefined || !current.has(name)) continue;
    const known = releases === "3.18" ? onlyThen : providers;
    known.set(program, [...(known.get(program) ?? []), name]);
  }
  // Of the community repository no later index is whole.
  return new Map([...onlyThen, ...providers]);
}

/** The one with Debian's name, or the program's; else the shortest, which is the least special. */
function chosen(program: string, debian: readonly string[], names: readonly string[]): string | undefined {
  const same = [...debian, program].find((name) => names.includes(name));
  const [shortest] = [...names].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const name = same ?? shortest;
  // Alpine's gcc comes without the headers of the C library.
  return name === "gcc" ? "build-base" : name;
}
