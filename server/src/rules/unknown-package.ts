import type { Context, Found, Rule } from "./rule";
import { type Addition, apkAdditions, plainName, renaming } from "./shared/apk-additions";
import { listed } from "./shared/sentences";

export const unknownPackage: Rule = {
  name: "unknown-package",
  severity: "error",
  summary: "`apk add` names a package that Alpine does not have",
  why: `apk refuses the whole line when it does not know one of its names, and the build ends there. Most of these names are Debian's,
or have a slip in them.

Names are checked against the lists of the release that the image stands on. Where the release is not known, another repository
is added or the call may fail without ending the build, nothing is said.`,
  related: [],
  fix: "review",
  examples: [
    {
      before: "FROM alpine:3.24\nRUN apk add --no-cache libffi-devel\n",
      after: "FROM alpine:3.24\nRUN apk add --no-cache libffi-dev\n",
    },
    {
      before: "FROM alpine:3.24\nRUN apk add --no-cache \\\n      build-essential \\\n      git\n",
      after: "FROM alpine:3.24\nRUN apk add --no-cache \\\n      build-base \\\n      git\n",
    },
    { before: "FROM alpine:3.24\nRUN apk add --no-cache no-such-thing-at-all\n" },
  ],
  leftAlone: [
    {
      why: "the package comes from another repository",
      text: "FROM alpine:3.24\nRUN apk add --no-cache --repository=https://example.com/alpine/ our-tool\n",
    },
    {
      why: "the build goes on without it",
      text: "FROM alpine:3.24\nRUN apk add --no-cache libffi-devel || echo none\n",
    },
    { why: "it is a file", text: "FROM alpine:3.24\nRUN apk add --allow-untrusted /tmp/tool.apk ./other-1.0-r0.apk\n" },
    { why: "other packages stand for the name", text: "FROM alpine:3.24\nRUN apk add --no-cache postgresql-client\n" },
  ],
  *check(context) {
    for (const addition of apkAdditions(context)) {
      if (addition.repositories.unknown || addition.repositories.added.length > 0) continue;
      for (const name of addition.change.names) {
        const plain = plainName(name);
        if (plain === undefined || isSomewhere(plain, addition, context)) continue;
        yield { span: name.span, ...describe(plain, addition, context, name) };
      }
    }
  },
};

/** In the release, or in another one, which is another rule's flaw. */
function isSomewhere(name: string, { release, isSure }: Addition, { facts: { alpine } }: Context): boolean {
  if (alpine.resolves(name, release)) return true;
  const { before, after, testing, successor } = alpine.whereabouts(name, release);
  if (before !== undefined || after !== undefined || testing) return true;
  return successor !== undefined || !isSure;
}

function describe(
  name: string,
  { release, stage }: Addition,
  { facts, build }: Context,
  word: Addition["change"]["names"][number],
): Omit<Found, "span"> {
  const lead = `Alpine ${release} has no package ${name}, so the build fails here`;
  const debian = facts.names.toAlpine(name, { release, family: stage.base.official });
  if (debian.kind === "packages") {
    const message = `${lead}: that is Debian's name. Use ${listed(debian.packages)}.`;
    return { message, ...fixOf(debian.packages) };
  }
  if (debian.kind === "none-needed")
    return { message: `${lead}: that is Debian's name. Leave it out, as it is not needed on Alpine (${debian.why}).` };
  if (debian.kind === "no-equivalent")
    return {
      message: `${lead}: that is Debian's name, and ${debian.why}.${debian.instead ? ` Instead: ${debian.instead}.` : ""}`,
    };
  const near = facts.alpine.nearest(name, release).slice(0, 3);
  const [best] = near;
  if (best === undefined) return { message: `${lead}. Look the name up with \`apk search\`.` };
  return { message: `${lead}. Did you mean ${near.join(" or ")}?`, ...fixOf([best]) };

  function fixOf(instead: readonly string[]): Pick<Found, "fix"> {
    const edit = renaming(build.file.text, word, name, instead.join(" "));
    return edit ? { fix: () => ({ title: `Use ${listed(instead)}`, edits: [edit] }) } : {};
  }
}
