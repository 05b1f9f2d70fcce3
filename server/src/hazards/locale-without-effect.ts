import { type Variable, variablesOf } from "../model/environment";
import { rootImage } from "../model/platform";
import type { Hazard, HazardSeverity, Hit, Place } from "./hazard";
import { mayHave } from "./packages-there";

export const localeWithoutEffect: Hazard = {
  name: "locale-without-effect",
  severity: "information",
  summary: "A locale is set that musl does not have",
  why: `musl knows one character set, UTF-8, and takes every locale for it. Text is read and written right, but messages stay English,
months and numbers are written the English way, and sorting goes by the bytes: \`ä\` comes after \`z\`. \`apk add musl-locales\` and
\`ENV MUSL_LOCPATH=/usr/share/i18n/locales/musl\` bring translated messages and dates; for sorting, use ICU in the program or the database.

It is a warning where it changes data: PostgreSQL sorts its indexes by the locale, so a data folder must not change between glibc
and musl; and other character sets than UTF-8 do not work at all. \`C\`, \`POSIX\` and English locales are left alone.`,
  related: [],
  examples: [
    { before: 'FROM alpine:3.24\nENV LANG=de_DE.UTF-8\nCMD ["date"]\n' },
    { before: "FROM debian:bookworm-slim\nENV LC_ALL fr_FR.ISO-8859-15\n" },
  ],
  leftAlone: [
    { why: "it is English with UTF-8", text: "FROM alpine:3.24\nENV LANG=en_US.UTF-8 LC_ALL=C.UTF-8\n" },
    {
      why: "the translations are installed",
      text: "FROM alpine:3.24\nRUN apk add --no-cache musl-locales\nENV LANG=de_DE.UTF-8\n",
    },
  ],
  *find(place): Iterable<Hit> {
    if (place.onAlpine && mayHave(place, "musl-locales")) return;
    const variable = variablesOf(place.stage).find(
      ({ name, value }) => isLocale(name) && problemOf(value) !== undefined,
    );
    const problem = variable && problemOf(variable.value);
    if (!variable || !problem) return;
    yield { span: variable.span, ...said(place, variable, problem) };
  },
};

function isLocale(name: string): boolean {
  return /^(LANG|LC_(ALL|CTYPE|COLLATE|MESSAGES|TIME|NUMERIC|MONETARY))$/.test(name);
}

/** `charset`: not UTF-8. `language`: not English. */
function problemOf(value: string): "charset" | "language" | undefined {
  const [, language = "", charset = ""] = /^([a-z]{2,3})_[A-Z]{2}(?:\.([\w-]+))?(?:@\w+)?$/.exec(value) ?? [];
  if (language === "") return undefined;
  if (charset !== "" && !/^utf-?8$/i.test(charset)) return "charset";
  return language === "en" ? undefined : "language";
}

function said(
  { stage }: Place,
  { value }: Variable,
  problem: "charset" | "language",
): { readonly message: string; readonly severity: HazardSeverity } {
  if (problem === "charset") {
    return {
      message: `musl knows UTF-8 only, so ${value} is taken for it on Alpine. Convert the data, or keep this stage on Debian.`,
      severity: "warning",
    };
  }
  if (/^(postgres|timescale\/timescaledb|postgis\/postgis)$/.test(rootImage(stage)?.image ?? "")) {
    return {
      message: `On Alpine, PostgreSQL sorts by bytes whatever ${value} says, and a data folder that was made on Debian has its indexes in another order. Use an ICU collation, or keep this image on Debian.`,
      severity: "warning",
    };
  }
  return {
    message: `musl has no locale ${value}: on Alpine messages stay English and sorting goes by bytes. Add \`musl-locales\` for messages, and use ICU where sorting matters.`,
    severity: "information",
  };
}
