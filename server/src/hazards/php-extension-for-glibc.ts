import { installsOf } from "../manifests/installs";
import { callsOf } from "../model/calls";
import { sourceSpan } from "../model/run";
import type { Span } from "../text/edits";
import type { Hazard, HazardSeverity, Hit, Place } from "./hazard";
import { mayHave } from "./packages-there";

export const phpExtensionForGlibc: Hazard = {
  name: "php-extension-for-glibc",
  severity: "error",
  summary: "An extension of PHP needs a library that its maker builds for glibc",
  why: `\`pdo_snowflake\` is built for glibc only. \`oci8\` and \`pdo_oci\` load Oracle's Instant Client, which is built for glibc and needs
\`libc6-compat\`, \`libaio\` and \`libnsl\` on Alpine, and its folder in \`/etc/ld-musl-x86_64.path\`. \`sqlsrv\` and \`pdo_sqlsrv\` need Microsoft's
ODBC driver, of which there are files for Alpine.

\`install-php-extensions\` (docker-php-extension-installer) does all of that for Oracle's and Microsoft's extensions, so it is left alone.
Found are extensions that a command installs, and those that \`composer.json\` or \`composer.lock\` asks for.`,
  related: [],
  examples: [
    { before: "FROM php:8.3-cli\nRUN docker-php-ext-install oci8\n" },
    { before: "FROM php:8.3-cli\nRUN pecl install sqlsrv-5.12.0 pdo_sqlsrv-5.12.0\n" },
    { before: "FROM php:8.3-cli-alpine\nRUN install-php-extensions pdo_snowflake\n" },
    {
      before: "FROM php:8.3-cli\nWORKDIR /app\nCOPY composer.json ./\nRUN composer install --no-cache\n",
      files: { "composer.json": '{ "require": { "ext-pdo_snowflake": "*" } }' },
    },
  ],
  leftAlone: [
    { why: "the installer brings what is needed", text: "FROM php:8.3-cli-alpine\nRUN install-php-extensions oci8\n" },
    {
      why: "the driver for Alpine is there",
      text: "FROM php:8.3-cli-alpine\nRUN curl -fsSLo /tmp/odbc.apk https://download.microsoft.com/download/x/msodbcsql18_18.6.1.1-1_amd64.apk && apk add --allow-untrusted /tmp/odbc.apk && rm /tmp/odbc.apk\nRUN apk add --no-cache --virtual .build $PHPIZE_DEPS unixodbc-dev && pecl install pdo_sqlsrv && apk del .build\n",
    },
    {
      why: "the extension is another one",
      text: "FROM php:8.3-cli-alpine\nRUN docker-php-ext-install pdo_mysql odbc\n",
    },
    {
      why: "Composer does not look at extensions",
      text: "FROM php:8.3-cli\nCOPY composer.json ./\nRUN composer install --no-cache --ignore-platform-reqs\n",
      files: { "composer.json": '{ "require": { "ext-oci8": "*" } }' },
    },
  ],
  *find(place): Iterable<Hit> {
    const told = new Set<Kind>();
    for (const { name, span, byInstaller, file } of extensionsOf(place)) {
      const kind = kinds.find(({ names }) => names.test(name));
      if (!kind || told.has(kind) || (byInstaller && kind.severity !== "block") || isThere(kind, place)) continue;
      told.add(kind);
      const where = file === undefined ? "" : ` (${file})`;
      yield { span, message: `${name}${where} ${kind.message}`, severity: kind.severity };
    }
  },
};

interface Kind {
  readonly names: RegExp;
  readonly severity: HazardSeverity;
  /** Goes on from the name of the extension. */
  readonly message: string;
  /** Packages and words in a RUN that show that it was thought of. */
  readonly packages: readonly string[];
  readonly words: RegExp;
}

/** By mlocati/docker-php-extension-installer, 2026-06-24. */
const kinds: readonly Kind[] = [
  {
    names: /^pdo_snowflake$/,
    severity: "block",
    message: "is built for glibc only, so it cannot be loaded on Alpine. Keep this stage on Debian.",
    packages: [],
    words: /$^/,
  },
  {
    names: /^(oci8|pdo_oci)$/,
    severity: "error",
    message:
      "loads Oracle's client, which is built for glibc and does not start on Alpine by itself. Let `install-php-extensions` install both, or keep this stage on Debian.",
    packages: ["libc6-compat", "gcompat"],
    words: /$^/,
  },
  {
    names: /^(pdo_)?sqlsrv$/,
    severity: "error",
    message:
      "needs Microsoft's ODBC driver, which Alpine's packages do not have. Let `install-php-extensions` install both, or add Microsoft's .apk file of msodbcsql18.",
    packages: [],
    words: /msodbcsql[\w.-]*\.apk/,
  },
];

interface Extension {
  readonly name: string;
  readonly span: Span;
  readonly byInstaller: boolean;
  readonly file: string | undefined;
}

function extensionsOf({ build, stage, workspace }: Place): readonly Extension[] {
  const commands = stage.runs.flatMap(callsOf).flatMap(({ name, args, within, command }): Extension[] => {
    const [verb] = args;
    const isPecl = (name === "pecl" || name === "pie") && verb?.value === "install";
    const byInstaller = name === "install-php-extensions";
    if (command.conditional || !(isPecl || byInstaller || name === "docker-php-ext-install")) return [];
    return args.map(({ value, span }) => ({
      // `sqlsrv-5.12.0`, `oci8^3.4`.
      name: value.toLowerCase().replace(/[-^@].*$/, ""),
      span: sourceSpan(within, span),
      byInstaller,
      file: undefined,
    }));
  });
  const asked = installsOf(build, workspace)
    .in(stage)
    .filter(({ requirement }) => requirement.ecosystem === "composer")
    .map(({ requirement: { name, file }, span }) => ({ name, span, byInstaller: false, file }));
  return [...commands, ...(commands.some(({ byInstaller }) => byInstaller) ? asked.filter(isBlocked) : asked)];
}

/** What the installer cannot install either. */
function isBlocked({ name }: Extension): boolean {
  return kinds.some(({ names, severity }) => severity === "block" && names.test(name));
}

function isThere({ packages, words }: Kind, place: Place): boolean {
  if (place.stage.runs.some(({ script }) => words.test(script.text))) return true;
  return place.onAlpine && packages.length > 0 && mayHave(place, ...packages);
}
