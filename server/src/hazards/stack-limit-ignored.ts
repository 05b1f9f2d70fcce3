import { callsOf } from "../model/calls";
import { sourceSpan } from "../model/run";
import type { Hazard, Hit } from "./hazard";

export const stackLimitIgnored: Hazard = {
  name: "stack-limit-ignored",
  severity: "information",
  summary: "The size of stacks is set where musl does not look",
  why: `glibc gives each thread a stack of the size that \`ulimit -s\` says, usually 8 MB. musl takes 128 kB, or what the program was linked
with: deep recursion in a thread, or a C parser that likes large buffers, ends with a segmentation fault that Debian never showed.
Link with \`-Wl,-z,stack-size=0x100000\`, or set it where threads are made (\`threading.stack_size()\` in Python, \`--thread-stacksize\`
of uWSGI, \`RUST_MIN_STACK\`). Alpine's and the official images' Python is built with 1 MB.

The main thread is not affected: there, \`ulimit -s\` counts.`,
  related: [],
  examples: [{ before: 'FROM alpine:3.24\nCMD ["sh", "-c", "ulimit -s 65536 && exec /app"]\n' }],
  leftAlone: [
    {
      why: "it is the number of open files",
      text: 'FROM alpine:3.24\nCMD ["sh", "-c", "ulimit -n 65536 && exec /app"]\n',
    },
    { why: "it only asks", text: "FROM alpine:3.24\nRUN ulimit -s\n" },
  ],
  *find({ stage }): Iterable<Hit> {
    for (const { name, args, span, within } of [...stage.runs, ...stage.starts].flatMap(callsOf)) {
      const at = args.findIndex(({ value }) => /^-[HS]*s[HS]*$/.test(value));
      if (name !== "ulimit" || at < 0 || args[at + 1] === undefined) continue;
      yield {
        span: sourceSpan(within, span),
        message:
          "On Alpine this counts for the main thread only: musl gives other threads 128 kB whatever the limit is. Set the size where threads are made, or link with `-Wl,-z,stack-size=`.",
      };
    }
  },
};
