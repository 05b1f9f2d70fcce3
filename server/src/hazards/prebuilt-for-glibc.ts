import { aptPrograms } from "../model/apt-call";
import type { Stage } from "../model/build";
import { callsOf } from "../model/calls";
import { clonesOf, type Download, downloadsOf } from "../model/downloads";
import { shippedStages } from "../model/layers";
import { distributionOf } from "../model/platform";
import { installerPlan } from "../translations/installers/plan";
import { type Kept, muslPlan } from "../translations/musl-builds/plan";
import { glibcOf } from "./glibc-support";
import type { Hazard, Hit, Place } from "./hazard";
import { madeForGlibc, type PrebuiltProgram, prebuiltPrograms, runsOnMusl } from "./prebuilt-programs";

export const prebuiltForGlibc: Hazard = {
  name: "prebuilt-for-glibc",
  severity: "error",
  summary: "A program is downloaded that was built for glibc",
  why: `Most programs that are offered for Linux are linked with glibc. On Alpine, starting one ends with \`not found\`, although the file
is there: what is not found is glibc's loader. There are three ways: Alpine's own package; the file of the same release whose name
has \`musl\`, \`alpine\` or \`static\`; or a stage that stays on Debian. \`apk add gcompat\` lets some of them start and is a last resort.

Found are programs that are known by their addresses, and files whose names say \`linux-gnu\`, \`glibc\` or the release of another
distribution. Static ones (kubectl, Helm, Terraform, gosu, dumb-init, s6-overlay, jq and nearly all that is written in Go) run
anywhere and are left alone. On Debian, those are left alone too that a conversion fetches from the build for musl of the same release, and installers in whose
place it puts Alpine's packages (AWS CLI 2, get.docker.com).`,
  related: [],
  examples: [
    {
      before:
        "FROM alpine:3.24\nRUN wget -q https://awscli.amazonaws.com/awscli-exe-linux-x86_64.zip && unzip -q awscli-exe-linux-x86_64.zip && ./aws/install\n",
    },
    {
      before:
        "FROM python:3.13-slim\nADD --checksum=sha256:93dcc18adc78c65a028a84799ecf8ad40c936fdfc5f2a57b1acda5a8117fa82c https://github.com/krallin/tini/releases/download/v0.19.0/tini /tini\n",
    },
    {
      before: "FROM alpine:3.24\nRUN git clone --depth 1 https://github.com/flutter/flutter.git /opt/flutter\n",
    },
    {
      before:
        "FROM alpine:3.24\nRUN wget -qO- https://example.com/tool-1.0-x86_64-unknown-linux-gnu.tar.gz | tar -xz -C /usr/local/bin\n",
    },
  ],
  leftAlone: [
    {
      why: "the program is static",
      text: "FROM alpine:3.24\nRUN wget -qO /usr/local/bin/kubectl https://dl.k8s.io/release/v1.34.0/bin/linux/amd64/kubectl\nADD https://github.com/krallin/tini/releases/download/v0.19.0/tini-static /tini\n",
    },
    {
      why: "the file is built for musl",
      text: "FROM alpine:3.24\nRUN wget -qO- https://unofficial-builds.nodejs.org/download/release/v22.9.0/node-v22.9.0-linux-x64-musl.tar.xz | tar -xJ -C /usr/local\n",
    },
    {
      why: "the stage only fetches it for an image that has glibc",
      text: "FROM alpine:3.24 AS fetch\nADD https://github.com/krallin/tini/releases/download/v0.19.0/tini /tini\nFROM debian:bookworm-slim\nCOPY --from=fetch /tini /tini\n",
    },
    {
      why: "the image has a whole glibc",
      text: "FROM frolvlad/alpine-glibc:alpine-3.22\nRUN apk add --no-cache bash && wget -q https://repo.anaconda.com/miniconda/Miniconda3-latest-Linux-x86_64.sh\n",
    },
    {
      why: "nobody knows whether the image has glibc",
      text: "FROM example/alpine-java8\nRUN apk add --no-cache curl && curl -LO https://repo.anaconda.com/miniconda/Miniconda3-latest-Linux-x86_64.sh\n",
    },
    {
      why: "a conversion fetches the static one of the same release",
      text: "FROM python:3.13-slim\nADD https://github.com/krallin/tini/releases/download/v0.19.0/tini /tini\n",
    },
    {
      why: "a conversion leads nvm to the builds for musl",
      text: 'FROM debian:12\nSHELL ["/bin/bash", "-c"]\nRUN apt-get update && apt-get install -y curl && curl -o- https://raw.githubusercontent.com/nvm-sh/nvm/v0.40.3/install.sh | bash\nRUN . /root/.nvm/nvm.sh && nvm install 22\n',
    },
    {
      why: "a conversion installs Alpine's package instead",
      text: "FROM node:22-slim\nRUN apt-get update && apt-get install -y curl unzip && rm -rf /var/lib/apt/lists/*\nRUN curl -fsSL https://awscli.amazonaws.com/awscli-exe-linux-x86_64.zip -o aws.zip && unzip -q aws.zip && ./aws/install && rm -rf aws aws.zip\n",
    },
    {
      why: "it is a repository",
      text: "FROM alpine:3.24\nRUN apk add --no-cache git && git clone https://example.com/tool-ubuntu-setup.git\n",
    },
    {
      why: "it is only a checksum",
      text: "FROM alpine:3.24\nADD https://example.com/tool-x86_64-linux-gnu.tar.gz.sha256 /tmp/\n",
    },
  ],
  *find(place): Iterable<Hit> {
    if (!runsThere(place)) return;
    const support = place.onAlpine ? glibcOf(place) : "none";
    if (support === "whole" || support === "unknown") return;
    const seen = new Set<string>();
    const plan = place.onAlpine ? undefined : muslPlan(place.stage, place.build, place.release);
    const replaced = plan
      ? [...plan.replaced, ...installerPlan(place.stage, place.build, place.facts, place.release)]
      : [];
    const clones = clonesOf(place.stage);
    for (const download of [...downloadsOf(place.stage), ...clones]) {
      const program = programOf(download);
      // The name of a repository tells nothing of what it was built for.
      if (program === byName && clones.includes(download)) continue;
      if (!program || seen.has(download.url) || (support === "layer" && !program.impossible)) continue;
      // A conversion adds what it takes.
      if (program.forMusl || (program.runsWith && !place.onAlpine)) continue;
      if (!place.onAlpine && isInstalledByApt(download, place.stage)) continue;
      if (replaced.some((one) => one.download.span.start === download.span.start)) continue;
      seen.add(download.url);
      yield {
        span: download.span,
        message: `${program.name} is built for glibc, so Alpine says \`not found\` when it starts. ${wayOut(
          program,
          place,
          plan?.kept.find((one) => one.download.span.start === download.span.start),
        )}`,
        severity: program.impossible ? "block" : "error",
      };
    }
  },
};

/** A package of Debian's: what becomes of it is decided where apt or dpkg installs it. */
function isInstalledByApt({ file }: Download, { runs }: Stage): boolean {
  const base = (path: string) => path.slice(path.lastIndexOf("/") + 1);
  if (!file?.endsWith(".deb")) return false;
  return runs
    .flatMap(callsOf)
    .filter(({ name }) => name === "dpkg" || aptPrograms.has(name))
    .some(({ args }) => args.some(({ value }) => value.endsWith(".deb") && base(value) === base(file)));
}

/** Downloads of a stage that run on musl with some packages of Alpine's beside them. */
export function downloadsWithSupport(
  stage: Stage,
): { readonly download: Download; readonly program: PrebuiltProgram }[] {
  return downloadsOf(stage).flatMap((download) => {
    const program = programOf(download);
    return program?.runsWith ? [{ download, program }] : [];
  });
}

function programOf({ url }: Download): PrebuiltProgram | undefined {
  const address = url.replace(/^\w+:\/\//, "");
  const path = address.slice(address.indexOf("/")).replace(/[#].*$/, "");
  if (runsOnMusl.test(path) || isAbout(path)) return undefined;
  const known = prebuiltPrograms.find((program) => program.address.test(address));
  if (known) return known.except?.test(address) ? undefined : known;
  const name = path.slice(path.lastIndexOf("/") + 1);
  return madeForGlibc.test(name) && isProgram(name) ? byName : undefined;
}

/** What only its name says. */
const byName: PrebuiltProgram = {
  name: "By its name, this",
  address: madeForGlibc,
  instead: "Use Alpine's own package, or a file of the same release whose name has `musl` or `static`.",
  source: "the name",
};

/** Checksums, signatures, keys and lists. */
function isAbout(path: string): boolean {
  return /\.(asc|sig|sha\d*(sum)?|md5(sum)?|pub|gpg|key|list|txt|repo|patch|json|minisig|pem)$|SHASUMS|checksums/i.test(
    path,
  );
}

/** An archive or a bare program; packages of Debian stop a conversion where they are installed. */
function isProgram(name: string): boolean {
  return !/\.(deb|rpm|src|patch|diff|dsc|iso|img|html?|sh)(\.|$)|[-_.](src|source|sources)[-_.]/i.test(name);
}

function wayOut({ packages, instead }: PrebuiltProgram, { facts, release }: Place, kept: Kept | undefined): string {
  if (kept) return `Change it by hand to ${kept.build.becomes}: ${kept.why}.`;
  const has = packages?.every((name) => facts.alpine.resolves(name, release));
  return packages && has ? `Use \`apk add ${packages.join(" ")}\`.` : instead;
}

/** The stage is shipped, or what it fetches goes to one that stands on Alpine. */
function runsThere({ build, stage, facts, onAlpine }: Place): boolean {
  if (!onAlpine || shippedStages(build).includes(stage)) return true;
  const users = build.stages.filter(({ copiesFrom }) => copiesFrom.includes(stage));
  return users.some((user) => distributionOf(user, facts)?.name === "alpine");
}
