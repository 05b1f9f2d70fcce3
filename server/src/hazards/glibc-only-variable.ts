import { type Variable, variablesOf } from "../model/environment";
import type { Hazard, Hit } from "./hazard";

export const glibcOnlyVariable: Hazard = {
  name: "glibc-only-variable",
  severity: "information",
  summary: "A variable is set that only glibc reads",
  why: `\`MALLOC_ARENA_MAX\` and its like tune glibc's memory allocator, \`GLIBC_TUNABLES\` other parts of it, \`RES_OPTIONS\` its name lookup.
musl reads none of them. Its allocator keeps little memory and is slow when many threads allocate at once: twice to ten times slower
was reported for such programs. Where it matters, preload another one (\`apk add mimalloc2\`, \`ENV LD_PRELOAD=/usr/lib/libmimalloc.so.2\`)
and measure.`,
  related: [],
  examples: [
    { before: "FROM ruby:3.4-alpine\nENV MALLOC_ARENA_MAX=2\n" },
    { before: "FROM node:22-slim\nENV GLIBC_TUNABLES=glibc.malloc.trim_threshold=0\n" },
  ],
  leftAlone: [
    { why: "another allocator reads it", text: "FROM ruby:3.4-alpine\nENV MALLOC_CONF=dirty_decay_ms:1000\n" },
    { why: "the variable is the program's own", text: "FROM ruby:3.4-alpine\nENV MALLOC_ARENA_MAXIMUM=2\n" },
  ],
  *find({ stage }): Iterable<Hit> {
    for (const variable of variablesOf(stage)) {
      const message = messageFor(variable);
      if (message !== undefined) yield { span: variable.span, message };
    }
  },
};

function messageFor({ name }: Variable): string | undefined {
  if (/^MALLOC_(ARENA_MAX|ARENA_TEST|TRIM_THRESHOLD_|MMAP_THRESHOLD_|MMAP_MAX_|TOP_PAD_|CHECK_|PERTURB_)$/.test(name))
    return `Only glibc's allocator reads ${name}, so it does nothing on Alpine. Where memory or speed matters there, preload mimalloc or jemalloc and measure.`;
  if (name === "GLIBC_TUNABLES") return `Only glibc reads ${name}, so it does nothing on Alpine. Leave it out there.`;
  if (name === "RES_OPTIONS" || name === "LOCALDOMAIN")
    return `musl does not read ${name}, so name lookup on Alpine goes without it. Set \`dns_opt\` and \`dns_search\` where the container is started.`;
  return undefined;
}
