import { callsOf } from "../model/calls";
import { packageChanges } from "../model/packages";
import { sourceSpan } from "../model/run";
import { glibcOf } from "./glibc-support";
import type { Hazard, Hit } from "./hazard";

export const nameServiceIgnored: Hazard = {
  name: "name-service-ignored",
  severity: "warning",
  summary: "Names are looked up by modules that musl does not load",
  why: `glibc looks up users and hosts through the modules that \`/etc/nsswitch.conf\` names: LDAP, SSSD, winbind, mDNS. musl reads
neither the file nor the modules: hosts come from \`/etc/hosts\` and DNS, users from \`/etc/passwd\`. Programs that ask LDAP themselves
are not affected; Go reads \`/etc/nsswitch.conf\` on its own, and the line \`hosts: files dns\` is right for it.

DNS differs too: musl asks all name servers at once and takes the first answer, ends the search list at the first server that says
anything but "no such name", and before Alpine 3.18 did not ask again over TCP when an answer was cut. In Kubernetes, names with
a dot at the end and \`dnsConfig\` with \`ndots:1\` keep clear of that.`,
  related: [],
  examples: [
    { before: "FROM debian:bookworm-slim\nRUN apt-get update && apt-get install -y libnss-ldapd nscd\n" },
    { before: "FROM alpine:3.24\nRUN sed -i 's/^passwd:.*/passwd: files ldap/' /etc/nsswitch.conf\n" },
  ],
  leftAlone: [
    {
      why: "Go reads this line on its own",
      text: "FROM alpine:3.24\nRUN echo 'hosts: files dns' > /etc/nsswitch.conf\n",
    },
    {
      why: "the library is no module",
      text: "FROM debian:bookworm-slim\nRUN apt-get update && apt-get install -y libnss3\n",
    },
  ],
  *find(place): Iterable<Hit> {
    const { stage, onAlpine } = place;
    // glibc beside musl does read the file.
    if (onAlpine && glibcOf(place) !== "none") return;
    for (const run of stage.runs) {
      for (const { name, span } of packageChanges(run).flatMap((change) =>
        change.action === "add" ? change.names : [],
      )) {
        if (!modules.test(name)) continue;
        yield {
          span,
          message: `musl loads no modules for name lookup, so ${name} has no effect on Alpine. Let the program ask the service itself, or keep this stage on Debian.`,
        };
      }
      const write = callsOf(run).find(
        ({ args, command }) =>
          [...args, ...command.redirects.flatMap(({ target }) => target ?? [])].some(
            ({ value }) => value === "/etc/nsswitch.conf",
          ) && args.some(({ value }) => /\b(ldap|sss|winbind|wins|mdns\w*|myhostname|mymachines|nis|db)\b/.test(value)),
      );
      if (write) {
        yield {
          span: sourceSpan(write.within, write.span),
          message:
            "musl does not read /etc/nsswitch.conf, so the modules that are named here have no effect on Alpine. Let the program ask the service itself, or keep this stage on Debian.",
        };
      }
    }
  },
};

const modules =
  /^(libnss-(ldapd?|sss|winbind|mdns|myhostname|mymachines|resolve|systemd|db|nisplus|nis|extrausers)|nscd|nslcd|sssd(-\w+)?|unscd)$/;
