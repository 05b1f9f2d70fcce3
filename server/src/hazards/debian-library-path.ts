import { callsOf } from "../model/calls";
import { sourceSpan } from "../model/run";
import type { Span } from "../text/edits";
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
there. A conversion takes the folder out of ENV, of options that only name it, and of the targets of COPY; what a RUN does in it
is for people to decide.

musl's loader reads no \`/etc/ld.so.conf\`: it looks into \`/lib\`, \`/usr/local/lib\` and \`/usr/lib\`, or where \`/etc/ld-musl-x86_64.path\`
and \`LD_LIBRARY_PATH\` say. Alpine's \`ldconfig\` without folders does nothing and ends with an error; leave it out.`,
  related: [],
  examples: [
    {
      before:
        "FROM debian:bookworm-slim\nRUN ln -s /usr/lib/x86_64-linux-gnu/libhdf5_serial.so /usr/lib/x86_64-linux-gnu/libhdf5.so\n",
    },
    { before: "FROM alpine:3.24\nRUN make install && ldconfig\n" },
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
