import { callsOf } from "../model/calls";
import { sourceSpan } from "../model/run";
import type { Hazard, Hit, Place } from "./hazard";

export const systemdNeeded: Hazard = {
  name: "systemd-needed",
  severity: "block",
  summary: "The image runs systemd or snap",
  why: `systemd is written for glibc and does not exist on Alpine, nor does snap, whose packages are started by it. An image that boots
with systemd, or installs with snap, stays on Debian or Ubuntu. Most such images run one service: then start that program itself
in CMD, without an init system, and nothing of systemd is needed any more. Where several must run, OpenRC, s6-overlay or
supervisor do it on Alpine.`,
  related: [],
  examples: [
    {
      before: 'FROM debian:bookworm\nRUN apt-get update && apt-get install -y systemd\nCMD ["/lib/systemd/systemd"]\n',
    },
    { before: "FROM ubuntu:24.04\nRUN snap install core\n" },
  ],
  leftAlone: [
    { why: "busybox's init is meant", text: 'FROM alpine:3.24\nRUN apk add --no-cache openrc\nCMD ["/sbin/init"]\n' },
    {
      why: "a unit file alone starts nothing",
      text: 'FROM debian:bookworm-slim\nCOPY app.service /lib/systemd/system/\nCMD ["/app"]\n',
    },
  ],
  *find(place): Iterable<Hit> {
    for (const { name, program, nameSpan, within, command } of place.stage.runs.flatMap(callsOf)) {
      if (name !== "snap" || command.conditional || program.startsWith("./")) continue;
      yield {
        span: sourceSpan(within, nameSpan),
        message:
          "Alpine has no snap, as its packages need systemd and glibc. Install the program another way, or keep this stage on Ubuntu.",
      };
    }
    for (const start of place.stage.starts) {
      if (start.command.name === "HEALTHCHECK" || !startsSystemd(place, start.command.args.text)) continue;
      yield {
        span: start.command.argsSpan,
        message:
          "Debian's init system is started here, which does not exist on Alpine. Start the program itself, or keep this stage on Debian.",
      };
    }
  },
};

function startsSystemd({ onAlpine }: Place, text: string): boolean {
  if (/\/systemd\/systemd\b|(^|["'\s])systemd(["'\s]|$)/.test(text)) return true;
  // Alpine's is busybox's, or OpenRC's.
  return !onAlpine && /^\W*(exec\s+)?\/(usr\/)?sbin\/init(["'\s,]|$)/.test(text);
}
