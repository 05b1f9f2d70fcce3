import { callsOf } from "../model/calls";
import { variablesOf } from "../model/environment";
import { sourceSpan } from "../model/run";
import type { Span } from "../text/edits";
import { containerTexts } from "../translations/container-scripts";
import {
  isNeedlessLink,
  linkedLibrary,
  namesUsualFolders,
  testMultiarch,
  withoutMultiarchOption,
} from "../translations/loader";
import type { Hazard, Hit, Place } from "./hazard";

export const debianLibraryPath: Hazard = {
  name: "debian-library-path",
  severity: "error",
  summary: "A step works in Debian's folder of libraries, or sets up its loader",
  why: `Debian keeps libraries in a folder for the kind of machine, \`/usr/lib/x86_64-linux-gnu\`; on Alpine they lie right in \`/usr/lib\` and
\`/lib\`, some under another name. Options such as \`--with-libdir=lib/x86_64-linux-gnu\` and links into that folder are not needed
there. A conversion takes the folder out of ENV, of options that only name it, of what \`echo\` writes, and of the targets of COPY; what
a RUN does in it is for people to decide, and so is what files of the build context say.

musl's loader reads no \`/etc/ld.so.conf\`: it looks into \`/lib\`, \`/usr/local/lib\` and \`/usr/lib\`, or where \`/etc/ld-musl-x86_64.path\`
and \`LD_LIBRARY_PATH\` say. Alpine's \`ldconfig\` without folders does nothing and ends with an error; leave it out.`,
  related: [],
  examples: [
    {
      before:
        "FROM debian:bookworm-slim\nRUN ln -s /usr/lib/x86_64-linux-gnu/libhdf5_serial.so /usr/lib/x86_64-linux-gnu/libhdf5.so\n",
    },
    { before: "FROM alpine:3.24\nRUN make install && ldconfig\n" },
    {
      before: 'FROM python:3.13-slim\nCOPY . /srv\nENTRYPOINT ["/srv/start.sh"]\n',
      files: {
        "start.sh":
          "#!/bin/sh\nexport LD_PRELOAD=/usr/lib/$(uname -m)-linux-gnu/libjemalloc.so.2\nexec python /srv/app.py\n",
      },
    },
    {
      before:
        "FROM python:3.13-slim\nRUN apt-get update && apt-get install -y --no-install-recommends python3-gi && rm -rf /var/lib/apt/lists/*\nENV PYTHONPATH=/usr/lib/python3/dist-packages\n",
    },
    { before: "FROM debian:bookworm-slim\nRUN echo /opt/lib > /etc/ld.so.conf.d/app.conf && ldconfig\n" },
  ],
  leftAlone: [
    {
      why: "a conversion leaves the link out, as the library lies there on Alpine",
      text: "FROM debian:bookworm-slim\nRUN ln -s /usr/lib/x86_64-linux-gnu/libjpeg.so /usr/lib\n",
    },
    {
      why: "a conversion leads the link to where Alpine has the library",
      text: "FROM ruby:3.4-slim\nRUN ln -s /usr/lib/$(uname -m)-linux-gnu/libjemalloc.so.2 /usr/local/lib/libjemalloc.so\n",
    },
    {
      why: "a conversion takes the folder out of the option",
      text: "FROM php:8.4-bookworm\nRUN docker-php-ext-configure ldap --with-libdir=lib/x86_64-linux-gnu\n",
    },
    {
      why: "a conversion takes the folder out of what is written",
      text: "FROM debian:bookworm-slim\nRUN echo 'Driver=/usr/lib/x86_64-linux-gnu/odbc/libtdsodbc.so' >> /etc/odbcinst.ini\n",
    },
    {
      why: "the file only tells of it",
      text: "FROM debian:bookworm-slim\nCOPY README.md /\n",
      files: { "README.md": "Look below /usr/lib/x86_64-linux-gnu/.\n" },
    },
    { why: "it is the program's own folder", text: "FROM alpine:3.24\nRUN ls /opt/ros/lib/x86_64-linux-gnu\n" },
    { why: "the folders are named", text: "FROM alpine:3.24\nRUN make install && ldconfig /usr/local/lib\n" },
  ],
  *find(place): Iterable<Hit> {
    const [path] = pathsOf(place);
    if (path) {
      yield {
        span: path,
        message:
          "Alpine has no such folder, as its libraries lie right in /usr/lib and /lib. Name one of these instead, or leave the step out.",
      };
    }
    const configuration = configurationOf(place);
    if (configuration) {
      yield {
        span: configuration,
        message:
          "musl's loader does not read /etc/ld.so.conf. Name the folder in `ENV LD_LIBRARY_PATH`, or put the libraries into /usr/local/lib.",
      };
    }
    for (const { value, span } of place.family === "python" ? variablesOf(place.stage) : []) {
      if (!/\/usr\/lib\/python3[\d.]*\/dist-packages/.test(value)) continue;
      yield {
        span,
        message:
          "Alpine has no such folder, and the modules of its packages are for its own Python, which is another one than this image's. Install them with pip.",
      };
    }
    for (const { span, path } of copiedNames(place)) {
      yield {
        span,
        severity: "warning",
        message: `${path} names Debian's folder of libraries, which Alpine does not have: they lie right in /usr/lib there. Change it in the file.`,
      };
    }
    const call = place.onAlpine ? bareLdconfig(place) : undefined;
    if (call) {
      yield {
        span: call,
        message:
          "Alpine's `ldconfig` without folders does nothing and ends with an error, which stops the build. Leave it out.",
      };
    }
  },
};

function pathsOf({ stage, onAlpine, facts, release }: Place): readonly Span[] {
  return stage.runs.flatMap((run) =>
    callsOf(run).flatMap((call) => {
      const { name, args, command, within } = call;
      // What only looks or cleans up does no harm.
      if (/^(rm|ls|echo|printf|find|export|du)$/.test(name)) return [];
      if (!onAlpine && name === "ln" && (isNeedlessLink(call) || linkedLibrary(call, facts, release))) return [];
      const words = [...args, ...command.redirects.flatMap(({ target }) => target ?? [])];
      const word = words.find(
        ({ value }) =>
          (testMultiarch(value) || /^--with-libdir=\/?lib\/[\w-]+-linux-gnu/.test(value)) &&
          (onAlpine || withoutMultiarchOption(call, value) === undefined),
      );
      return word ? [sourceSpan(within, word.span)] : [];
    }),
  );
}

// `/usr/lib/x86_64-linux-gnu/libx.so`, `f"/usr/lib/{machine()}-linux-gnu"`, `/usr/lib/*/libx.so.2`
const inFile = /\/usr\/lib\/(?:[\w%${}().* -]{1,40}?-linux-gnu|\*\/lib[\w+-]+\.so)/;
/** What only tells of other machines, or is told of elsewhere. */
const noProgram = /\.(?:md|rst|txt|lock|json|toml)$|(?:^|\/)Dockerfile/;

/** Files of the build context that COPY names one by one, and scripts that the container starts, wherever they come from. */
function copiedNames(place: Place): { readonly span: Span; readonly path: string }[] {
  const found = new Map<string, Span>();
  for (const { path = "The file that is written here", text, instruction } of containerTexts(place))
    if (!found.has(path) && !noProgram.test(path) && inFile.test(text)) found.set(path, instruction.span);
  return [...found].map(([path, span]) => ({ path, span }));
}

function configurationOf({ stage }: Place): Span | undefined {
  const isConfiguration = (path: string) => /^\/etc\/ld\.so\.conf(\.d\/|$)/.test(path);
  for (const call of stage.runs.flatMap(callsOf)) {
    const { name, args, command, within } = call;
    if (namesUsualFolders(call)) continue;
    const target = /^(tee|cp|mv|ln|install)$/.test(name) ? args.at(-1) : undefined;
    const words = [
      ...(target ? [target] : []),
      ...command.redirects.flatMap((redirect) => (/>/.test(redirect.operator) && redirect.target) || []),
    ];
    const word = words.find(({ value }) => isConfiguration(value));
    if (word) return sourceSpan(within, word.span);
  }
  for (const { name, json, words } of stage.instructions) {
    const target = (json ?? words).at(-1);
    if (/^(COPY|ADD)$/.test(name) && target && isConfiguration(target.value)) return target.span;
  }
  return undefined;
}

/** A step whose failure stops the RUN. */
function bareLdconfig({ stage }: Place): Span | undefined {
  for (const { name, args, command, span, within } of stage.runs.flatMap(callsOf)) {
    if (name !== "ldconfig" || command.conditional || command.substituted || command.step.command !== command) continue;
    const isLast = command.step.operator === "" || command.step.operator === "&&";
    const isBare = args.every(({ value }) => value.startsWith("-"));
    if (isBare && isLast) return sourceSpan(within, span);
  }
  return undefined;
}
