import { analyze } from "../alpinize";
import { fixAll } from "../fixing";
import type { Command, Invocation } from "./command";
import { type ExitCode, exit, Failure } from "./failure";
import { readSource } from "./source";
import { count } from "./terminal";
import { replaceFile } from "./write-file";

export const fix: Command = {
  name: "fix",
  operands: "FILE ...|-",
  summary: "repair what can be repaired safely, in place",
  details: [
    "A fix is safe when the image runs as before and is only smaller or cleaner. For - the repaired text is printed on standard output. What was done is said on standard error.",
  ],
  options: {
    review: { summary: "apply also the fixes that may change how the image behaves; look at them afterwards" },
  },
  run,
};

async function run({ options, operands, out, err }: Invocation): Promise<ExitCode> {
  if (operands.length === 0) throw new Failure("fix takes one or more files. Example: alpinize fix Dockerfile");
  const kinds = options.has("review") ? (["safe", "review"] as const) : (["safe"] as const);
  let code: ExitCode = exit.done;
  for (const operand of operands) {
    try {
      const { name, path, text, options: core } = await readSource(operand);
      const fixed = fixAll(text, (current) => analyze(current, core).findings, kinds);
      if (path === undefined) out.write(fixed.text);
      else if (fixed.text !== text) await replaceFile(path, fixed.text, name);
      const shown = path === undefined ? "Standard input" : name;
      err.line(
        `${shown}: ${fixed.applied.length > 0 ? count(fixed.applied.length, "fix", "fixes") : "nothing to fix"}`,
      );
      for (const { title, rule } of fixed.applied) err.paragraph(`${title} (${rule})`, "  ");
    } catch (error) {
      // The other files are still worth repairing.
      if (!(error instanceof Failure)) throw error;
      err.line(error.message);
      code = exit.failure;
    }
  }
  return code;
}
