import { copiedFiles } from "../manifests/copied-files";
import { rootImage } from "../model/platform";
import { startsWithBash } from "../translations/bash/bash-words";
import { hasBash } from "../translations/bash/installed-bash";
import { scriptNeeds } from "../translations/scripts";
import type { StageContext } from "../translations/translation";
import type { Hazard, Hit, Place } from "./hazard";

export const scriptNotForAlpine: Hazard = {
  name: "script-not-for-alpine",
  severity: "error",
  summary: "A script that is copied in calls what Alpine does not have",
  why: `Scripts such as \`entrypoint.sh\` run in the container, where bash, \`usermod\` and many options of the GNU programs are missing on
Alpine: \`exec /entrypoint.sh: no such file or directory\` speaks of bash, not of the script. Install the package, or write what
busybox knows; its shell takes \`[[ ]]\`, \`source\`, \`pipefail\` and \`\${x/a/b}\`, but no arrays and no \`<<<\`.

A conversion adds these packages by itself, so on Debian nothing is told. Only scripts that COPY or ADD names are read, not whole folders.`,
  related: [],
  examples: [
    {
      before: 'FROM alpine:3.22\nCOPY entrypoint.sh /\nENTRYPOINT ["/entrypoint.sh"]\n',
      files: { "entrypoint.sh": '#!/bin/bash\nargs=(a b)\nexec "$@"\n' },
    },
    {
      before: 'FROM node:22-alpine\nCOPY entrypoint.sh /\nENTRYPOINT ["/entrypoint.sh"]\n',
      files: { "entrypoint.sh": '#!/bin/sh\nusermod -u "$PUID" node\nexec "$@"\n' },
    },
    {
      before: 'FROM alpine:3.22\nCOPY backup.sh /\nCMD ["/backup.sh"]\n',
      files: { "backup.sh": "#!/bin/sh\ngrep -P '^a' /etc/hosts\n" },
    },
  ],
  leftAlone: [
    {
      why: "the package is there",
      text: 'FROM alpine:3.22\nRUN apk add --no-cache bash shadow\nCOPY entrypoint.sh /\nENTRYPOINT ["/entrypoint.sh"]\n',
      files: { "entrypoint.sh": '#!/bin/bash\nusermod -u "$PUID" app\n' },
    },
    {
      why: "busybox has all that is called",
      text: 'FROM alpine:3.22\nCOPY entrypoint.sh /\nENTRYPOINT ["/entrypoint.sh"]\n',
      files: { "entrypoint.sh": "#!/bin/sh\nset -e\nif [[ -n $A ]]; then date +%s; find / -name a; fi\n" },
    },
    {
      why: "the script is of another kind",
      text: "FROM python:3.13-alpine\nCOPY app.py /\n",
      files: { "app.py": "#!/usr/bin/env python\nusermod = 1\n" },
    },
  ],
  *find(place): Iterable<Hit> {
    if (!place.onAlpine) return;
    const context = contextOf(place);
    if (!hasBash(context)) {
      for (const instruction of place.stage.instructions) {
        if (instruction.name !== "COPY" && instruction.name !== "ADD") continue;
        const file = copiedFiles(instruction, context).find(({ text }) => startsWithBash(text));
        if (!file) continue;
        const name = file.path ?? "This script";
        yield {
          span: instruction.span,
          message: `${name} asks for bash in its first line, which Alpine does not have. Install \`bash\`, or write the script for \`#!/bin/sh\`.`,
        };
      }
    }
    for (const { span, message } of scriptNeeds(context)) yield { span, message };
  },
};

function contextOf({ build, stage, facts, workspace, onAlpine, release, family }: Place): StageContext {
  const root = rootImage(stage);
  return {
    build,
    stage,
    facts,
    workspace,
    file: build.file,
    release,
    family,
    source: undefined,
    already: onAlpine,
    present: root ? facts.images.preinstalled(root.image, root.tag) : [],
  };
}
