import { type Install, installsOf, pythonOf } from "../manifests/installs";
import { compareVersions } from "../manifests/python/version";
import { instructionsOf } from "../model/layers";
import type { Hazard, Hit, Place } from "./hazard";
import { installationsOf } from "./packages-there";

export const libraryNotFoundByName: Hazard = {
  name: "library-not-found-by-name",
  severity: "error",
  summary: "A package of Python looks for its library in a way that finds nothing on Alpine",
  why: `\`ctypes.util.find_library\` asks \`ldconfig -p\`, gcc or ld for a library. musl has no such list, and an image without a compiler has
neither of the others, so that it finds nothing in the official images of Python for Alpine, though the library is there. Packages that have no
other way stop with \`libpq library not found\`, \`Unable to find zbar shared library\` and the like when they are imported.

Alpine's own Python (\`apk add python3\`) looks into the folders itself. Some packages can be told where the library is, or bring it along:
\`psycopg[binary]\`, \`GDAL_LIBRARY_PATH\` and \`GEOS_LIBRARY_PATH\` in the settings of Django.`,
  related: [],
  examples: [
    { before: "FROM python:3.13-alpine\nRUN apk add --no-cache libpq && pip install --no-cache-dir psycopg\n" },
    {
      before:
        "FROM python:3.13-slim\nRUN apt-get update && apt-get install -y --no-install-recommends libzbar0 && rm -rf /var/lib/apt/lists/*\nCOPY requirements.txt .\nRUN pip install --no-cache-dir -r requirements.txt\n",
      files: { "requirements.txt": "pyzbar==0.1.9\n" },
    },
    {
      before:
        "FROM python:3.13-slim\nRUN apt-get update && apt-get install -y --no-install-recommends gdal-bin && rm -rf /var/lib/apt/lists/*\nRUN pip install --no-cache-dir django\n",
    },
  ],
  leftAlone: [
    {
      why: "it brings the library along",
      text: 'FROM python:3.13-alpine\nRUN pip install --no-cache-dir "psycopg[binary]"\n',
    },
    {
      why: "the build with the library is installed beside it",
      text: "FROM python:3.13-alpine\nRUN pip install --no-cache-dir psycopg psycopg-binary\n",
    },
    {
      why: "its parts in C are compiled beside it",
      text: 'FROM python:3.13-alpine\nCOPY requirements.txt .\nRUN apk add --no-cache libpq && pip wheel "psycopg[c]" -r requirements.txt\n',
      files: { "requirements.txt": "psycopg==3.2.3\n" },
    },
    {
      why: "Alpine's own Python finds it",
      text: "FROM alpine:3.22\nRUN apk add --no-cache python3 py3-pip libpq && pip install --break-system-packages --no-cache-dir psycopg\n",
    },
    {
      why: "the compiler that stays is asked",
      text: "FROM python:3.13-alpine\nRUN apk add --no-cache gcc musl-dev libpq-dev && pip install --no-cache-dir psycopg\n",
    },
    {
      why: "Django has no maps to draw here",
      text: "FROM python:3.13-alpine\nRUN pip install --no-cache-dir django\n",
    },
  ],
  *find(place): Iterable<Hit> {
    const { build, stage, workspace, family, onAlpine } = place;
    const python = pythonOf(stage);
    if (family !== "python" || (python !== undefined && compareVersions(python, newestSeen) > 0)) return;
    if (onAlpine && hasCompiler(place)) return;
    const installs = installsOf(build, workspace).in(stage);
    // An extra that is asked for once holds for the package, wherever else it is listed.
    const names = new Set(
      installs.flatMap(({ requirement: { name, extras } }) => [name, ...extras.map((extra) => `${name}-${extra}`)]),
    );
    for (const install of installs) {
      const { requirement, span } = install;
      if (requirement.ecosystem !== "pip") continue;
      const way = waysOut.get(requirement.name);
      if (way !== undefined && !bringsLibrary(requirement.name, names))
        yield { span, message: messageOf(install, way) };
      if (requirement.name === "django" && hasMaps(place))
        yield {
          span,
          severity: "warning",
          message:
            "On Alpine, Django's maps do not find GDAL and GEOS by themselves in this image. Set GDAL_LIBRARY_PATH and GEOS_LIBRARY_PATH in its settings to the files below /usr/lib.",
        };
    }
  },
};

/** It holds for every Python up to this one (python/cpython#65821, docker-library/python#111). */
const newestSeen = "3.14";

const otherPython = "Start from Alpine's own Python, which looks into the folders, or keep this stage on Debian.";

/** By their sources: psycopg 3.3.6, sounddevice 0.5.6, pyzbar 0.1.9. */
const waysOut: ReadonlyMap<string, string> = new Map([
  ["psycopg", "Install `psycopg[binary]`, which brings it along."],
  ["pyzbar", otherPython],
  ["sounddevice", otherPython],
]);

function messageOf({ requirement: { name, file } }: Install, way: string): string {
  return `${name}${file === undefined ? "" : ` (${file})`} asks Python where its library is, which finds nothing in the official image on Alpine, so that its import fails. ${way}`;
}

function bringsLibrary(name: string, names: ReadonlySet<string>): boolean {
  return names.has(`${name}-binary`) || names.has(`${name}-c`);
}

/** GDAL is installed, and no setting that the file shows names it. */
function hasMaps({ stage }: Place): boolean {
  const installed = installationsOf(stage).flatMap(({ names }) => names.map(({ name }) => name));
  return (
    installed.some((name) => /^(gdal(-bin|-dev|-tools)?|libgdal(-dev|\d\w*))$/.test(name)) &&
    !instructionsOf(stage).some(({ args }) => args.text.includes("GDAL_LIBRARY_PATH"))
  );
}

function hasCompiler({ stage }: Place): boolean {
  return installationsOf(stage).some(
    ({ virtual, names }) => virtual === undefined && names.some(({ name }) => /^(gcc|build-base)$/.test(name)),
  );
}
