import { readArguments } from "./cli/arguments";
import { check } from "./cli/check";
import type { Command } from "./cli/command";
import { convert } from "./cli/convert";
import { explain } from "./cli/explain";
import { type ExitCode, exit, Failure } from "./cli/failure";
import { fix } from "./cli/fix";
import { printCommandHelp, printHelp } from "./cli/help";
import { didYouMean, nearest } from "./cli/nearest";
import { resolve } from "./cli/resolve";
import { sizes } from "./cli/sizes";
import { Terminal } from "./cli/terminal";
import { version } from "./shipped";

const commands: readonly Command[] = [convert, check, fix, sizes, explain, resolve];

const out = new Terminal(process.stdout);
const err = new Terminal(process.stderr);

async function main([word, ...args]: readonly string[]): Promise<ExitCode> {
  if (word === "--help" || word === "-h") {
    printHelp(out, commands);
    return exit.done;
  }
  if (word === "--version") {
    out.line(version);
    return exit.done;
  }
  const command = commandOf(word);
  const { options, operands } = readArguments(command, args);
  if (options.has("help")) {
    printCommandHelp(out, command);
    return exit.done;
  }
  return command.run({ options, operands, out, err });
}

function commandOf(word: string | undefined): Command {
  const names = commands.map(({ name }) => name);
  const command = commands.find(({ name }) => name === word);
  if (command) return command;
  if (word === undefined) throw new Failure(`Say what to do: ${names.join(", ")}. alpinize --help explains them.`);
  const near = nearest(word.replace(/^-+/, ""), word.startsWith("-") ? ["help", "version"] : names);
  const kind = word.startsWith("-") ? "option" : "command";
  const suggestion = near && `${word.startsWith("-") ? "--" : ""}${near}`;
  throw new Failure(
    `There is no ${kind} ${word}.${didYouMean(suggestion ? [suggestion] : [])} alpinize --help shows all.`,
  );
}

/** What is wrong, in one line: a failure says it itself, and an error of ours is asked to be told to us. */
function lineOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return error instanceof Failure ? message : `This is an error in alpinize, please report it: ${message}`;
}

// A reader that has seen enough (`alpinize sizes FILE | head`) is no failure.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    process.exit(error.code === "EPIPE" ? process.exitCode : exit.failure);
  });
}

main(process.argv.slice(2)).then(
  (code) => {
    // Not exit(): what is still on its way into a pipe would be lost.
    process.exitCode = code;
  },
  (error) => {
    err.line(lineOf(error).replace(/\s*\n\s*/g, " "));
    process.exitCode = exit.failure;
  },
);
