import { zoneUsesOf } from "../model/timezone";
import { addPackages } from "./add-packages";
import type { Hazard, Hit, Place } from "./hazard";
import { mayHave } from "./packages-there";

export const timezoneDataMissing: Hazard = {
  name: "timezone-data-missing",
  severity: "warning",
  summary: "A time zone is set, and the zone files are not there",
  why: `Alpine's own image has no zone files. With \`TZ=Europe/Paris\`, or a link from \`/etc/localtime\` to a file that is not there, programs
take UTC and say nothing; some languages raise an error instead. \`apk add tzdata\` brings the files, about 1.5 MB. To keep a single
zone, copy its file to \`/etc/localtime\` and delete the package in the same RUN.

While a stage stands on Debian nothing is said: a conversion adds the package.`,
  related: [],
  fixable: true,
  examples: [
    {
      before: "FROM alpine:3.24\nRUN apk add --no-cache curl\nENV TZ=Europe/Paris\n",
      after: "FROM alpine:3.24\nRUN apk add --no-cache curl tzdata\nENV TZ=Europe/Paris\n",
    },
    {
      before: "FROM alpine:3.24\nRUN ln -sf /usr/share/zoneinfo/Asia/Tokyo /etc/localtime\n",
      after:
        "FROM alpine:3.24\nRUN apk add --no-cache tzdata\nRUN ln -sf /usr/share/zoneinfo/Asia/Tokyo /etc/localtime\n",
    },
  ],
  leftAlone: [
    { why: "the files are installed", text: "FROM alpine:3.24\nRUN apk add --no-cache tzdata\nENV TZ=Europe/Paris\n" },
    { why: "the image has them", text: "FROM python:3.13-alpine\nENV TZ=Europe/Paris\n" },
    { why: "the zone needs no file", text: "FROM alpine:3.24\nENV TZ=UTC\n" },
    {
      why: "the file is copied from elsewhere",
      text: "FROM alpine:3.24\nCOPY --from=alpine/tz /usr/share/zoneinfo /usr/share/zoneinfo\nENV TZ=Europe/Paris\n",
    },
  ],
  *find(place): Iterable<Hit> {
    const [use] = place.onAlpine ? zoneUsesOf(place.stage) : [];
    if (!use || mayHave(place, "tzdata") || copiesZones(place)) return;
    const effect = use.run ? "this file is not there" : `programs take UTC for ${use.zone}`;
    yield {
      span: use.span,
      message: `Alpine has no zone files, so ${effect}. Add \`tzdata\`.`,
      fix: () => addPackages(place, ["tzdata"], use.run?.instruction.span.start),
    };
  },
};

function copiesZones({ stage }: Place): boolean {
  return stage.instructions.some(({ name, args }) => /^(COPY|ADD)$/.test(name) && /zoneinfo|localtime/.test(args.text));
}
