import { OptionTable } from "../options";

/** How a program that busybox has too takes its options there. */
export interface Applet {
  readonly programs: readonly string[];
  /** The Alpine package with the GNU program. */
  readonly package: string;
  readonly table: OptionTable;
  /** Long options that busybox takes as they are. */
  readonly long: ReadonlySet<string>;
  /** Options, by their first names, that busybox refuses. */
  readonly refused: ReadonlySet<string>;
  /** Options, by their first names, that busybox refuses and does without: they change only messages and the like. */
  readonly needless: ReadonlySet<string>;
  /** The first operand begins another command. */
  readonly runsCommand: boolean;
}

/**
 * @param forms the options of the GNU program, as {@link OptionTable} reads them, with marks: `!` before an option that busybox
 *   refuses; `~` before one that it refuses and does without; `+` before a long name that it takes. An option without a mark is
 *   known to busybox by its first name, which is one letter.
 */
export function applet(programs: string, source: string, forms: string, runsCommand = false): Applet {
  const long = new Set<string>();
  const refused = new Set<string>();
  const needless = new Set<string>();
  // Nearly every GNU program says its version, and few applets do.
  const entries = `${forms}${/\bversion\b/.test(forms) ? "" : " !version"} +help`.split(/\s+/).filter(Boolean);
  const plain = entries.map((entry) => {
    const text = entry.replace(/^[!~]/, "");
    const names = text.replace(/\[?=\]?$/, "").split(",");
    const first = (names[0] ?? "").replace(/^\+/, "");
    if (entry.startsWith("!")) refused.add(first);
    if (entry.startsWith("~")) needless.add(first);
    for (const name of names) if (name.startsWith("+")) long.add(name.slice(1));
    return text.replaceAll("+", "");
  });
  const table = new OptionTable(plain.join(" "));
  return { programs: programs.split(" "), package: source, table, long, refused, needless, runsCommand };
}
