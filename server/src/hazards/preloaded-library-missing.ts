import { variablesOf } from "../model/environment";
import { testMultiarch } from "../translations/loader";
import type { Hazard, Hit, Place } from "./hazard";
import { mayHave } from "./packages-there";

export const preloadedLibraryMissing: Hazard = {
  name: "preloaded-library-missing",
  severity: "warning",
  summary: "A library is preloaded that is not there",
  why: `musl's loader passes over a library in \`LD_PRELOAD\` that it does not find, and says nothing: the program runs without the allocator
or the patch that was wanted. On Alpine, libraries lie in \`/usr/lib\` (\`/usr/lib/libjemalloc.so.2\`), not in a folder such as
\`/usr/lib/x86_64-linux-gnu\`.

\`preloadable_libiconv.so\` was a way to give PHP another \`iconv\`. It left gnu-libiconv with 1.16; the official php images for
Alpine are linked with gnu-libiconv since 2022 and need no preloading.`,
  related: [],
  examples: [
    { before: "FROM ruby:3.4-alpine\nENV LD_PRELOAD=/usr/lib/x86_64-linux-gnu/libjemalloc.so.2\n" },
    { before: "FROM ruby:3.4-alpine\nENV LD_PRELOAD=/usr/lib/libjemalloc.so.2\n" },
    { before: "FROM php:8.3-fpm-alpine\nENV LD_PRELOAD=/usr/lib/preloadable_libiconv.so\n" },
  ],
  leftAlone: [
    {
      why: "its package is installed",
      text: "FROM ruby:3.4-alpine\nRUN apk add --no-cache jemalloc\nENV LD_PRELOAD=/usr/lib/libjemalloc.so.2\n",
    },
    {
      why: "a conversion takes care of its folder",
      text: "FROM ruby:3.4-slim\nRUN apt-get update && apt-get install -y libjemalloc2\nENV LD_PRELOAD=/usr/lib/x86_64-linux-gnu/libjemalloc.so.2\n",
    },
  ],
  *find(place): Iterable<Hit> {
    for (const { name, value, span } of variablesOf(place.stage)) {
      const message = name === "LD_PRELOAD" ? messageFor(value, place) : undefined;
      if (message !== undefined) yield { span, message };
    }
  },
};

/** Allocators, with the packages that have them. */
const known: readonly (readonly [library: RegExp, packages: readonly string[], add: string])[] = [
  [/libjemalloc\.so/, ["jemalloc", "jemalloc-dev"], "jemalloc"],
  [/libmimalloc(-\w+)?\.so/, ["mimalloc", "mimalloc1", "mimalloc2", "mimalloc2-insecure", "mimalloc-dev"], "mimalloc2"],
];

function messageFor(value: string, place: Place): string | undefined {
  if (/libtcmalloc/.test(value))
    return "Alpine has no tcmalloc, and musl passes over it without a word. Use jemalloc or mimalloc.";
  if (!place.onAlpine) return undefined;
  if (/preloadable_libiconv\.so/.test(value) && place.family === "php")
    return "`preloadable_libiconv.so` is gone since gnu-libiconv 1.16, and musl passes over it without a word. Leave this out: the official images have gnu-libiconv built in.";
  if (testMultiarch(value))
    return "Alpine has no such folder, and musl passes over a missing library without a word. Its libraries lie in `/usr/lib`.";
  const found = known.find(([library]) => library.test(value));
  if (!found || !/^\/usr\/lib\//.test(value) || mayHave(place, ...found[1])) return undefined;
  return `This library is not installed, and musl passes over it without a word. Add \`${found[2]}\`.`;
}
