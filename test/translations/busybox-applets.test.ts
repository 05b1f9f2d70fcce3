import { afterAll, describe, expect, test } from "vitest";
import type { Applet } from "../../server/src/translations/busybox/applet";
import { applets } from "../../server/src/translations/busybox/applets";
import { Busybox } from "./busybox";

const alpineRoot = process.env.ALPINE_ROOT;

/** Options that the applet takes for another by musl's rule of unambiguous beginnings. */
const takenForOthers: ReadonlySet<string> = new Set(["wget --user"]);
/** They have no options and take all of them for names of files. */
const withoutOptions: ReadonlySet<string> = new Set(["realpath", "dirname"]);

interface Trial {
  readonly option: string;
  readonly taken: boolean;
}

/** Each way to write each option of a program, and whether the table says that busybox takes it. */
function trialsOf({ table, long, refused, needless }: Applet): Trial[] {
  const isRefused = (name: string) => refused.has(name) || needless.has(name);
  const trials: Trial[] = [];
  for (const [letter, form] of table.short) {
    if (letter !== form.name && !isRefused(form.name)) continue;
    const value = form.value === "required" ? " 1" : "";
    trials.push({ option: `-${letter}${value}`, taken: !isRefused(form.name) });
  }
  for (const [name, form] of table.long) {
    if (name === "help") continue;
    trials.push({ option: `--${name}${form.value === "required" ? "=1" : ""}`, taken: long.has(name) });
  }
  return trials;
}

/** The options that the program does not know, by its own words. */
function refusedBy(busybox: Busybox, program: string, options: readonly string[]): Set<string> {
  // What follows a file that grows would never end.
  const call = program === "tail" ? "timeout 1 tail" : program;
  const lines = options.map(
    (option) =>
      `${call} ${option} < /dev/null > out 2> err; line=; read -r line < err; case $line in *"nrecognized option"* | *"nvalid option"*) printf '%s\\n' '${option}' ;; esac`,
  );
  return new Set(busybox.run(lines.join("\n")).stdout.split("\n").filter(Boolean));
}

/** What Debian's busybox 1.35 takes otherwise than Alpine's, by its own age and configuration. */
const otherwiseOnDebian: ReadonlySet<string> = new Set([
  ...["--verbose", "--bytes", "--quiet", "--silent"].map((option) => `cmp ${option}`),
  "diff --no-dereference",
  ...["grep", "egrep", "fgrep"].map((program) => `${program} -z`),
  "sort -h",
  ...["-T", "-X", "--exclude", "--exclude-from", "--files-from", "--to-command"].map((option) => `tar ${option}`),
  "wget --timeout",
  "xargs -o",
]);

const programs = applets.flatMap((applet) => applet.programs.map((program) => ({ program, applet })));
const places = [
  { place: "ALPINE_ROOT", isHere: Boolean(alpineRoot), otherwise: new Set<string>() },
  { place: "Debian, version 1.35", isHere: Busybox.hostVersion === "1.35", otherwise: otherwiseOnDebian },
];

describe.each(places)("options of the busybox of $place", ({ isHere, otherwise }) => {
  const busybox = isHere ? Busybox.of(otherwise.size === 0 ? alpineRoot : undefined) : undefined;
  afterAll(() => busybox?.remove());

  const tried = programs.filter(({ program }) => !withoutOptions.has(program) && (busybox?.has(program) ?? true));
  test.skipIf(!isHere).each(tried)("$program", { timeout: 60_000 }, ({ program, applet }) => {
    if (!busybox) return;
    const trials = trialsOf(applet).filter(({ option }) => {
      const [written] = option.split(/[ =]/);
      return !takenForOthers.has(`${program} ${written}`) && !otherwise.has(`${program} ${written}`);
    });
    const refused = refusedBy(
      busybox,
      program,
      trials.map(({ option }) => option),
    );
    const wrong = trials.filter(({ option, taken }) => refused.has(option) === taken);
    expect(wrong).toEqual([]);
  });

  test.skipIf(!alpineRoot || otherwise.size > 0)("has each of these programs", () => {
    expect(programs.map(({ program }) => program).filter((program) => !busybox?.has(program))).toEqual([]);
  });
});
