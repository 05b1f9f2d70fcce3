import { goVerb } from "../manifests/go/installs";
import { type Install, installsOf } from "../manifests/installs";
import { needsOf } from "../manifests/needs";
import { rootImage } from "../model/platform";
import { listed } from "../rules/shared/sentences";
import { groupedBySpan } from "./grouped";
import type { Hazard, Hit, Place } from "./hazard";
import { askedFor } from "./packages-there";

const kafka = "github.com/confluentinc/confluent-kafka-go";

export const cgoWithoutCompiler: Hazard = {
  name: "cgo-without-compiler",
  severity: "error",
  summary: "A module of Go needs a C compiler that the image lacks, or the tag `musl`",
  why: `The golang images on Debian have gcc, those on Alpine have not. Without it, Go 1.20 and newer switch cgo off and say nothing: modules
such as \`go-sqlite3\` are then built as a stub that fails when it is called (\`requires cgo to work. This is a stub\`), and others do not build
at all. Add \`gcc musl-dev\` in the stage that builds; the program itself does not need them.

\`confluent-kafka-go\` brings a librdkafka for glibc and one for musl, and takes the latter with \`-tags musl\` only.

A conversion does both. The modules are read from \`go.mod\`; nothing is said with \`CGO_ENABLED=0\`.`,
  related: [],
  examples: [
    {
      before: "FROM golang:1.26-alpine\nWORKDIR /src\nCOPY . .\nRUN go build -o /app .\n",
      files: { "go.mod": "module x\n\nrequire github.com/mattn/go-sqlite3 v1.14.22\n" },
    },
    {
      before:
        "FROM golang:1.26-alpine\nRUN apk add --no-cache gcc musl-dev\nWORKDIR /src\nCOPY . .\nRUN go build -o /app .\n",
      files: { "go.mod": "module x\n\nrequire (\n\tgithub.com/confluentinc/confluent-kafka-go/v2 v2.3.0\n)\n" },
    },
  ],
  leftAlone: [
    {
      why: "the compiler is there",
      text: "FROM golang:1.26-alpine\nRUN apk add --no-cache build-base\nWORKDIR /src\nCOPY . .\nRUN go build -o /app .\n",
      files: { "go.mod": "module x\n\nrequire github.com/mattn/go-sqlite3 v1.14.22\n" },
    },
    {
      why: "cgo is off on purpose",
      text: "FROM golang:1.26-alpine\nWORKDIR /src\nCOPY . .\nRUN CGO_ENABLED=0 go build -o /app .\n",
      files: { "go.mod": "module x\n\nrequire github.com/mattn/go-sqlite3 v1.14.22\n" },
    },
    {
      why: "only other modules are known to use it",
      text: "FROM golang:1.26-alpine\nWORKDIR /src\nCOPY . .\nRUN go build -o /app .\n",
      files: { "go.mod": "module x\n\nrequire github.com/mattn/go-sqlite3 v1.14.22 // indirect\n" },
    },
    {
      why: "the module is written in Go",
      text: "FROM golang:1.26-alpine\nWORKDIR /src\nCOPY . .\nRUN go build -o /app .\n",
      files: { "go.mod": "module x\n\nrequire modernc.org/sqlite v1.34.0\n" },
    },
  ],
  *find(place): Iterable<Hit> {
    const { build, stage, workspace, onAlpine } = place;
    const installs = installsOf(build, workspace)
      .in(stage)
      .filter(({ requirement }) => requirement.ecosystem === "go" && !requirement.indirect);
    const [tagged] = installs.filter(({ requirement, call }) => {
      // A conversion adds the tag, unless others are there.
      const tags = call.args.filter(
        ({ value }, at) => /^--?tags/.test(value) || /^--?tags$/.test(call.args[at - 1]?.value ?? ""),
      );
      return (
        requirement.name === kafka &&
        (onAlpine || tags.length > 0) &&
        !tags.some(({ value }) => /\b(musl|dynamic)\b/.test(value))
      );
    });
    if (tagged && goVerb(tagged.call)) {
      yield {
        span: tagged.span,
        message: `confluent-kafka-go (${tagged.requirement.file}) is linked with a librdkafka for glibc, which fails on Alpine. Build with \`-tags musl\`.`,
      };
    }
    if (!onAlpine || rootImage(stage)?.image !== "golang") return;
    const stuck = installs.filter((install) => compiled(install, place).length > 0 && !hasCompiler(install, place));
    for (const group of groupedBySpan(stuck)) {
      const [first] = group;
      if (!first || first === tagged) continue;
      const names = listed(group.map(({ requirement }) => requirement.name.replace(/^.*\/(?=[^/]*$)/, "")));
      const packages = [...new Set(group.flatMap((install) => compiled(install, place)))].join(" ");
      yield {
        span: first.span,
        message: `${names} (${first.requirement.file}) needs a C compiler, which golang's Alpine images do not have: the build fails, or leaves it out without a word. Add \`${packages}\`.`,
      };
    }
  },
};

function compiled({ requirement }: Install, { facts }: Place): readonly string[] {
  const needs = needsOf(requirement, facts);
  return needs.kind === "compiled" ? needs.build : [];
}

function hasCompiler({ span }: Install, { stage }: Place): boolean {
  const { names, hasUnknown } = askedFor(stage, span.start);
  return hasUnknown || names.some((name) => /^(build-base|alpine-sdk|gcc|g\+\+|clang\d*|zig)$/.test(name));
}
