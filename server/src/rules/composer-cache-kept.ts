import type { Call } from "../model/calls";
import { sourceSpan } from "../model/run";
import type { Rule } from "./rule";
import { type Cache, emptyAtEnd, keptCaches } from "./shared/kept-cache";

export const composerCacheKept: Rule = {
  name: "composer-cache-kept",
  severity: "warning",
  summary: "Composer's cache stays in the layer",
  why: `Composer keeps every archive it downloads in its cache (\`~/.composer/cache\` or \`~/.cache/composer\`), for the next installation.
In an image that is a second, packed copy of \`vendor\` that nothing reads. \`composer clear-cache\` at the end of the same RUN empties it.

It does not matter in a stage that only builds for others, nor when a cache mount holds it; these are left alone.`,
  related: [],
  fix: "safe",
  examples: [
    {
      before: "FROM php:8.4-cli\nCOPY . /app\nWORKDIR /app\nRUN composer install --no-dev\n",
      after: "FROM php:8.4-cli\nCOPY . /app\nWORKDIR /app\nRUN composer install --no-dev && composer clear-cache\n",
    },
  ],
  leftAlone: [
    { why: "the same RUN empties it", text: "FROM php:8.4-cli\nRUN composer install && composer clear-cache\n" },
    { why: "the call uses no cache", text: "FROM php:8.4-cli\nRUN composer install --no-cache\n" },
    {
      why: "the stage only builds for another one",
      text: "FROM composer:2 AS vendor\nRUN composer install\nFROM php:8.4-fpm-alpine\nCOPY --from=vendor /app/vendor /app/vendor\n",
    },
  ],
  *check({ build }) {
    for (const kept of keptCaches(build, cache)) {
      const { call } = kept;
      const { program } = call;
      const edits = /^[\w./-]+$/.test(program) ? emptyAtEnd(build, kept, `${program} clear-cache`) : undefined;
      yield {
        span: sourceSpan(call.within, call.span),
        message:
          "Composer's cache stays in this layer, a second copy of what is installed. End the RUN with `composer clear-cache`.",
        ...(edits && { fix: () => ({ title: "Empty Composer's cache at the end of the RUN", edits }) }),
      };
    }
  },
};

const cache: Cache = {
  fills: (call) => {
    const [first, second] = words(call);
    const verb = first === "global" ? second : first;
    return (
      verb !== undefined &&
      /^(install|update|require|create-project)$/.test(verb) &&
      !call.args.some(({ value }) => value === "--no-cache" || value === "--dry-run")
    );
  },
  empties: (call) => /^(clear-?cache|cc)$/.test(words(call)[0] ?? ""),
  folder: /composer/,
  variables: /^(COMPOSER_CACHE_DIR|XDG_CACHE_HOME)$/,
};

function words({ name, args }: Call): readonly string[] {
  return /^composer(\.phar)?$/.test(name)
    ? args.map(({ value }) => value).filter((value) => !value.startsWith("-"))
    : [];
}
