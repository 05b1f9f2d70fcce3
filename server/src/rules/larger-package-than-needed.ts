import type { Size } from "../facts/types";
import { runsOf } from "../model/layers";
import { rootImage } from "../model/platform";
import { formatSize } from "../size/format";
import type { Context, Rule } from "./rule";
import { type Addition, apkAdditions, plainName, renaming } from "./shared/apk-additions";
import { listed } from "./shared/sentences";

export const largerPackageThanNeeded: Rule = {
  name: "larger-package-than-needed",
  severity: "information",
  summary: "`apk add` names a package where a part of it does",
  why: `Some names bring much more than most builds use: \`postgresql-dev\` the headers of the server with clang and LLVM, where clients need
\`libpq-dev\`; \`mariadb-dev\` those of the embedded server; \`openjdk17\` the documentation and examples beside the JDK; \`alpine-sdk\` the
tools that make Alpine's own packages. The smaller one makes the build faster, and the image smaller where it stays.

What builds an extension of the server needs the larger one: files that speak of PGXS are left alone.`,
  related: [],
  fix: "review",
  examples: [
    {
      before: "FROM alpine:3.22\nRUN apk add --no-cache gcc musl-dev postgresql-dev\n",
      after: "FROM alpine:3.22\nRUN apk add --no-cache gcc musl-dev libpq-dev\n",
    },
    {
      before: "FROM alpine:3.22\nRUN apk add --no-cache openjdk17\n",
      after: "FROM alpine:3.22\nRUN apk add --no-cache openjdk17-jdk\n",
    },
    {
      before:
        "FROM alpine:3.22\nRUN apk add --no-cache alpine-sdk && git clone https://example.com/tool.git && make -C tool\n",
      after:
        "FROM alpine:3.22\nRUN apk add --no-cache build-base git && git clone https://example.com/tool.git && make -C tool\n",
    },
  ],
  leftAlone: [
    {
      why: "an extension of the server is built",
      text: "FROM alpine:3.22\nRUN apk add --no-cache build-base postgresql-dev && make USE_PGXS=1 install\n",
    },
    {
      why: "other packages of the line bring it anyway",
      text: "FROM alpine:3.22\nRUN apk add --no-cache postgresql17-dev postgresql17-plperl-contrib mariadb-connector-c-dev\nRUN make -f pgxs.mk\n",
    },
    {
      why: "a package of Alpine is made",
      text: "FROM alpine:3.22\nRUN apk add --no-cache alpine-sdk && abuild-keygen -an\n",
    },
  ],
  *check(context) {
    for (const addition of apkAdditions(context)) {
      const named = addition.change.names.map(({ name }) => name);
      for (const name of addition.change.names) {
        const plain = plainName(name);
        const part = plain === name.name ? parts.find(({ of }) => of.test(plain)) : undefined;
        if (plain === undefined || !part || part.needed.test(textOf(addition))) continue;
        const instead = part.instead(plain, addition).filter((one) => !named.includes(one));
        const saving = savingOf(plain, instead, addition, context);
        if (saving === undefined) continue;
        const edit = renaming(context.build.file.text, name, plain, instead.join(" "));
        const rest = instead.length === 0 ? "Leave it out." : `Use ${listed(instead)}.`;
        yield {
          span: name.span,
          message: `${plain} brings ${part.brings}, ${formatSize(saving)} that most builds do not use. ${rest}`,
          ...(edit && instead.length > 0 && { fix: () => ({ title: `Use ${listed(instead)}`, edits: [edit] }) }),
        };
      }
    }
  },
};

interface Part {
  readonly of: RegExp;
  readonly brings: string;
  /** What in the stage's commands says that the whole is needed. */
  readonly needed: RegExp;
  readonly instead: (name: string, addition: Addition) => readonly string[];
}

const never = /(?!)/;

const parts: readonly Part[] = [
  {
    of: /^postgresql(\d+)?-dev$/,
    brings: "the headers of the server, clang and LLVM",
    needed: /pgxs|pg_config\s+--(includedir-server|pkglibdir|sharedir)|timescaledb|postgis|pgvector/i,
    instead: () => ["libpq-dev"],
  },
  {
    of: /^(mariadb|mysql)-dev$/,
    brings: "the embedded server",
    needed: /libmariadbd|libmysqld|embedded/i,
    instead: () => ["mariadb-connector-c-dev"],
  },
  {
    of: /^openjdk(9|\d\d)$/,
    brings: "documentation and examples",
    needed: never,
    instead: (name) => [`${name}-jdk`],
  },
  {
    of: /^alpine-sdk$/,
    brings: "the tools that make Alpine's own packages",
    needed: /\babuild|\baports\b|APKBUILD/,
    instead: (_, addition) => ["build-base", ...(/\bgit\b/.test(textOf(addition)) ? ["git"] : [])],
  },
];

/** What all RUNs of the image say. */
function textOf({ stage }: Addition): string {
  return runsOf(stage)
    .map(({ script }) => script.text)
    .join("\n");
}

/** Smaller savings are not worth a line. */
const least = 500_000;

function savingOf(
  name: string,
  instead: readonly string[],
  { change, release, stage }: Addition,
  { facts }: Context,
): Size | undefined {
  const { alpine, images } = facts;
  if (!instead.every((one) => alpine.resolves(one, release))) return undefined;
  const root = rootImage(stage);
  const present = root ? images.preinstalled(root.image, root.tag) : [];
  const others = change.names.map((one) => one.name).filter((one) => one !== name);
  const before = alpine.closure([...others, name], release, present);
  const after = alpine.closure([...others, ...instead], release, present);
  if (before.installed.bytes === undefined || after.installed.bytes === undefined) return undefined;
  const bytes = before.installed.bytes - after.installed.bytes;
  return bytes < least ? undefined : { ...before.installed, bytes };
}
