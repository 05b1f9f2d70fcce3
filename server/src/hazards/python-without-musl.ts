import { pipCall } from "../model/pip-call";
import { sourceSpan } from "../model/run";
import { invocation } from "../shell/invocation";
import type { Hazard, Hit } from "./hazard";

/** Packages of Python that come as wheels for glibc only, and whose source is not on PyPI or is not built by pip. */
const packages: ReadonlySet<string> = new Set(["torch", "torchvision", "torchaudio", "tensorflow", "playwright"]);

export const pythonWithoutMusl: Hazard = {
  name: "python-without-musl",
  severity: "block",
  summary: "A Python package has no build for musl",
  why: `Some packages are published as wheels for glibc only (\`manylinux\`), and without a source that pip could build. On Alpine, pip finds no
version that fits and stops. There is no way around it: keep the stage on Debian, where \`-slim\` is the small choice.`,
  related: [],
  examples: [
    { before: "FROM python:3.13-slim\nRUN pip install --no-cache-dir torch\n" },
    { before: "FROM python:3.13-alpine\nRUN python -m pip install --no-cache-dir 'playwright>=1.40'\n" },
  ],
  leftAlone: [
    {
      why: "the package only has a similar name",
      text: "FROM python:3.13-alpine\nRUN pip install --no-cache-dir pytorch-lightning-bolts\n",
    },
  ],
  *find({ stage }): Iterable<Hit> {
    for (const run of stage.runs) {
      for (const command of run.script.commands) {
        const pip = pipCall(invocation(command));
        if (pip?.verb !== "install") continue;
        for (const word of pip.rest) {
          const name = /^[A-Za-z0-9][\w.-]*/
            .exec(word.value)?.[0]
            .toLowerCase()
            .replace(/[-_.]+/g, "-");
          if (name === undefined || !packages.has(name)) continue;
          yield {
            span: sourceSpan(run, word.span),
            message: `${name} is published for glibc only, so pip finds no version of it on Alpine. Keep this stage on Debian, where \`-slim\` images are the small ones.`,
          };
        }
      }
    }
  },
};
