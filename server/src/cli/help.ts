import type { Command } from "./command";
import type { Terminal } from "./terminal";

/** The help of the whole program. */
export function printHelp(out: Terminal, commands: readonly Command[]): void {
  out.line("alpinize turns Debian-based Dockerfiles into small Alpine ones.\n");
  out.line("Commands:");
  for (const command of commands) {
    out.line(`  alpinize ${usage(command)}`);
    out.paragraph(command.summary, "      ");
  }
  out.line("\nOptions:");
  printOptions(out, {
    help: { summary: "show this help, or that of a command" },
    version: { summary: "show the version" },
  });
  out.line("\nExit codes:");
  for (const [code, meaning] of exitCodes) out.paragraph(meaning, `  ${code}  `);
}

const exitCodes = [
  [0, "done, or nothing to do"],
  [1, "check found something at or above --fail-on"],
  [2, "wrong use, or input that cannot be read"],
  [3, "a part could not be converted, or apk would refuse the packages"],
] as const;

export function printCommandHelp(out: Terminal, command: Command): void {
  out.line(`alpinize ${usage(command)}\n`);
  out.paragraph(`${command.summary[0]?.toUpperCase()}${command.summary.slice(1)}.`);
  for (const paragraph of command.details) {
    out.line();
    out.paragraph(paragraph);
  }
  out.line("\nOptions:");
  printOptions(out, { ...command.options, help: { summary: "show this help" } });
}

function usage({ name, options, operands }: Command): string {
  return `${name} ${Object.keys(options).length > 0 ? "[OPTIONS] " : ""}${operands}`;
}

function printOptions(out: Terminal, options: Command["options"]): void {
  const rows = Object.entries(options).map(([name, { value, summary }]) => ({
    lead: `  --${name}${value ? ` ${value}` : ""}`,
    summary,
  }));
  const width = Math.max(...rows.map(({ lead }) => lead.length)) + 2;
  for (const { lead, summary } of rows) out.paragraph(summary, lead.padEnd(width));
}
