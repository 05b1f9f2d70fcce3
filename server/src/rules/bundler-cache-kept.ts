import type { Stage } from "../model/build";
import { chain } from "../model/layers";
import { rootImage } from "../model/platform";
import { type Run, sourceSpan } from "../model/run";
import type { Context, Rule } from "./rule";
import { type Cache, emptyAtEnd, keptCaches } from "./shared/kept-cache";

export const bundlerCacheKept: Rule = {
  name: "bundler-cache-kept",
  severity: "warning",
  summary: "The archives of installed gems stay in the layer",
  why: `RubyGems keeps the \`.gem\` archive of every gem that Bundler installs in the \`cache\` folder beside the gems, for
\`gem pristine\`: a second, packed copy. In the official ruby images it is \`/usr/local/bundle/cache\`; deleting it at the end of the
same RUN leaves the gems as they are.

The fix is offered for the official images with their own folders. It does not matter in a stage that only builds for others, nor
when a cache mount holds the gems.`,
  related: [],
  fix: "safe",
  examples: [
    {
      before: "FROM ruby:3.4-slim\nCOPY Gemfile* ./\nRUN bundle install\n",
      after: "FROM ruby:3.4-slim\nCOPY Gemfile* ./\nRUN bundle install && rm -rf /usr/local/bundle/cache\n",
    },
    { before: "FROM ruby:3.4-slim\nENV BUNDLE_PATH=/gems\nCOPY Gemfile* ./\nRUN bundle install\n" },
  ],
  leftAlone: [
    {
      why: "the same RUN deletes them",
      text: "FROM ruby:3.4-slim\nCOPY Gemfile* ./\nRUN bundle install && rm -rf /usr/local/bundle/cache/*.gem\n",
    },
    { why: "Bundler is told to keep none", text: "FROM ruby:3.4-slim\nRUN bundle install --no-cache\n" },
    { why: "nothing is installed", text: "FROM ruby:3.4-slim\nRUN bundle exec rake assets:precompile\n" },
  ],
  *check(context) {
    for (const kept of keptCaches(context.build, cache)) {
      const { run, call } = kept;
      const folder = usesImageFolder(context, run) ? "/usr/local/bundle/cache" : undefined;
      const edits = folder && emptyAtEnd(context.build, kept, `rm -rf ${folder}`);
      yield {
        span: sourceSpan(call.within, call.span),
        message: `The archive of each gem stays in this layer, a second copy of what is installed. End the RUN with \`rm -rf\` of ${folder ? `\`${folder}\`` : "the `cache` folder beside the gems"}.`,
        ...(edits && { fix: () => ({ title: "Delete the archives at the end of the RUN", edits }) }),
      };
    }
  },
};

const cache: Cache = {
  fills: ({ name, args }) => {
    if (!/^bundler?$/.test(name)) return false;
    const words = args.map(({ value }) => value);
    const verb = words.find((value) => !/^-|^_/.test(value));
    return (
      (verb === undefined || /^(install|update)$/.test(verb)) &&
      !words.some((word) => /^(--no-cache|--version|-v|--help|--local)$/.test(word))
    );
  },
  empties: ({ name, args }) => name === "gem" && args.some(({ value }) => value === "cleanup"),
  folder: /\bbundle\b.*cache|\bgems?\b.*cache|\/cache\/?(\*|$)|\.gem\b/,
  variables: /^BUNDLE_NO_CACHE$/,
};

/** The official image, with nothing that puts the gems elsewhere. */
function usesImageFolder({ build }: Context, run: Run): boolean {
  const stage = build.stages.find(({ runs }) => runs.includes(run));
  if (!stage || rootImage(stage)?.image !== "ruby") return false;
  const isMoved = [...run.variables.keys()].some((name) =>
    /^(BUNDLE_(PATH|DEPLOYMENT|SYSTEM|APP_CONFIG)\w*|GEM_HOME)$/.test(name),
  );
  return (
    !isMoved &&
    !textOf(stage).some((text) => /--path\b|--deployment|bundler? config|bundle\/config|rbenv|rvm\b/.test(text))
  );
}

function textOf(stage: Stage): string[] {
  return chain(stage).flatMap(({ instructions }) => instructions.map(({ args }) => args.text));
}
