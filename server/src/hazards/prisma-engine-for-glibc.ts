import { installsOf } from "../manifests/installs";
import { sourceSpan } from "../model/run";
import { listed } from "../rules/shared/sentences";
import { invocation } from "../shell/invocation";
import type { Hazard, Hit } from "./hazard";

export const prismaEngineForGlibc: Hazard = {
  name: "prisma-engine-for-glibc",
  severity: "error",
  summary: "A schema of Prisma names engines for other systems than Alpine alone",
  why: `Prisma's client loads an engine that is built for one system. Without \`binaryTargets\` it is the one of the system that generates the
client; a schema that names \`debian-openssl-3.0.x\` and the like has those alone, and on Alpine the program ends with \`Prisma Client could not
locate the Query Engine for runtime "linux-musl-openssl-3.0.x"\`.

Write \`binaryTargets = ["native"]\`, or add \`linux-musl-openssl-3.0.x\` where the client is generated on another system.

The schema is read as \`prisma/schema.prisma\` or \`schema.prisma\` in the folder that a RUN works in.`,
  related: [],
  examples: [
    {
      before: "FROM node:22-alpine\nWORKDIR /app\nCOPY . .\nRUN npx prisma generate\n",
      files: {
        "prisma/schema.prisma":
          'generator client {\n  provider      = "prisma-client-js"\n  binaryTargets = ["debian-openssl-3.0.x"]\n}\n',
      },
    },
  ],
  leftAlone: [
    {
      why: "the engine of the system at hand is among them",
      text: "FROM node:22-alpine\nWORKDIR /app\nCOPY . .\nRUN npx prisma generate\n",
      files: {
        "prisma/schema.prisma":
          'generator client {\n  provider = "prisma-client-js"\n  binaryTargets = ["native", "debian-openssl-3.0.x"]\n}\n',
      },
    },
    {
      why: "the line is a comment",
      text: "FROM node:22-alpine\nWORKDIR /app\nCOPY . .\nRUN npx prisma generate\n",
      files: {
        "prisma/schema.prisma":
          'generator client {\n  provider = "prisma-client-js"\n  // binaryTargets = ["debian-openssl-3.0.x"]\n}\n',
      },
    },
  ],
  *find({ build, stage, workspace }): Iterable<Hit> {
    const installs = installsOf(build, workspace);
    for (const run of stage.runs) {
      for (const call of run.script.commands.map(invocation)) {
        if (!/^(npm|npx|yarn|pnpm|bun|bunx|prisma)$/.test(call.name)) continue;
        const place = installs.placeOf(call, run, stage);
        const schema = place.read("prisma/schema.prisma") ?? place.read("schema.prisma");
        const targets = schema ? targetsOf(schema.text) : [];
        if (!schema || targets.length === 0 || targets.some((one) => /^(native|linux-musl.*)$/.test(one))) continue;
        yield {
          span: sourceSpan(run, call.nameSpan),
          message: `${schema.path} asks for Prisma's engine for ${listed(targets)} alone, so the client finds none on Alpine. Add \`native\` to its binaryTargets.`,
        };
        return;
      }
    }
  },
};

function targetsOf(text: string): string[] {
  const list = /^[ \t]*binaryTargets\s*=\s*\[([^\]]*)\]/m.exec(text)?.[1] ?? "";
  return [...list.matchAll(/"([^"]+)"/g)].map(([, target = ""]) => target);
}
