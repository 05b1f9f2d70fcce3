import { rmSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { alpineMachine } from "../shell/ash";
import { makeAccounts } from "./account-root";
import { say, sayDockerfile } from "./say";

type Case = readonly [script: string, alpine: string, accounts: readonly string[]];

/** Debian's words, Alpine's, and the accounts that both make of them. */
const same: readonly Case[] = [
  [
    "useradd app",
    "adduser -D -H app",
    [
      "group app gid=next",
      "user app uid=next gid=next group=app home=/home/app(none) shell=/bin/sh in=app, password=none",
    ],
  ],
  [
    "useradd -m app",
    "adduser -D app",
    [
      "group app gid=next",
      "user app uid=next gid=next group=app home=/home/app(app) shell=/bin/sh in=app, password=none",
    ],
  ],
  [
    "useradd -ms /bin/sh app",
    "adduser -D -s /bin/sh app",
    [
      "group app gid=next",
      "user app uid=next gid=next group=app home=/home/app(app) shell=/bin/sh in=app, password=none",
    ],
  ],
  [
    "useradd -r app",
    "addgroup -S app && adduser -D -S -H -G app -s /bin/sh app",
    [
      "group app gid=system",
      "user app uid=system gid=system group=app home=/home/app(none) shell=/bin/sh in=app, password=none",
    ],
  ],
  [
    "useradd -r -m app",
    "addgroup -S app && adduser -D -S -G app -s /bin/sh app",
    [
      "group app gid=system",
      "user app uid=system gid=system group=app home=/home/app(app) shell=/bin/sh in=app, password=none",
    ],
  ],
  [
    "useradd -rms /bin/sh app",
    "addgroup -S app && adduser -D -S -G app -s /bin/sh app",
    [
      "group app gid=system",
      "user app uid=system gid=system group=app home=/home/app(app) shell=/bin/sh in=app, password=none",
    ],
  ],
  [
    "useradd -u1500 -m -d/data -s/bin/sh app",
    "adduser -D -u 1500 -h /data -s /bin/sh app",
    ["group app gid=1500", "user app uid=1500 gid=1500 group=app home=/data(app) shell=/bin/sh in=app, password=none"],
  ],
  [
    "useradd --uid=1500 --create-home --home-dir=/data --shell=/bin/sh app",
    "adduser -D -u 1500 -h /data -s /bin/sh app",
    ["group app gid=1500", "user app uid=1500 gid=1500 group=app home=/data(app) shell=/bin/sh in=app, password=none"],
  ],
  [
    "useradd --uid 1500 --create-home --home-dir /data --shell /bin/false app",
    "adduser -D -u 1500 -h /data -s /bin/false app",
    [
      "group app gid=1500",
      "user app uid=1500 gid=1500 group=app home=/data(app) shell=/bin/false in=app, password=none",
    ],
  ],
  [
    "useradd -m -d /x/y/z app",
    "mkdir -p /x/y && adduser -D -h /x/y/z app",
    ["group app gid=next", "user app uid=next gid=next group=app home=/x/y/z(app) shell=/bin/sh in=app, password=none"],
  ],
  [
    "useradd -N app",
    "adduser -D -H -G users app",
    ["user app uid=next gid=system group=users home=/home/app(none) shell=/bin/sh in=users, password=none"],
  ],
  [
    "useradd -g users -M app",
    "adduser -D -H -G users app",
    ["user app uid=next gid=system group=users home=/home/app(none) shell=/bin/sh in=users, password=none"],
  ],
  [
    "useradd -u 2000 app",
    "adduser -D -H -u 2000 app",
    [
      "group app gid=2000",
      "user app uid=2000 gid=2000 group=app home=/home/app(none) shell=/bin/sh in=app, password=none",
    ],
  ],
  [
    "useradd -r -u 999 app",
    "delgroup ping && addgroup -S -g 999 app && adduser -D -S -H -G app -s /bin/sh -u 999 app",
    [
      "group app gid=999",
      "user app uid=999 gid=999 group=app home=/home/app(none) shell=/bin/sh in=app, password=none",
    ],
  ],
  [
    "useradd -d /nonexistent app",
    "adduser -D -H -h /nonexistent app",
    [
      "group app gid=next",
      "user app uid=next gid=next group=app home=/nonexistent(none) shell=/bin/sh in=app, password=none",
    ],
  ],
  [
    "useradd -b /srv -m app",
    "adduser -D -h /srv/app app",
    [
      "group app gid=next",
      "user app uid=next gid=next group=app home=/srv/app(app) shell=/bin/sh in=app, password=none",
    ],
  ],
  [
    "useradd -b /srv app",
    "adduser -D -H -h /srv/app app",
    [
      "group app gid=next",
      "user app uid=next gid=next group=app home=/srv/app(none) shell=/bin/sh in=app, password=none",
    ],
  ],
  [
    "useradd -p '$6$abc' app",
    "adduser -D -H app && printf '%s:%s\\n' app '$6$abc' | chpasswd -e",
    [
      "group app gid=next",
      "user app uid=next gid=next group=app home=/home/app(none) shell=/bin/sh in=app, password=set",
    ],
  ],
  [
    'useradd -p "" app',
    "adduser -D -H app && printf '%s:%s\\n' app \"\" | chpasswd -e",
    [
      "group app gid=next",
      "user app uid=next gid=next group=app home=/home/app(none) shell=/bin/sh in=app, password=empty",
    ],
  ],
  [
    "useradd -G audio,video app",
    "adduser -D -H app && addgroup app audio && addgroup app video",
    [
      "group app gid=next",
      "user app uid=next gid=next group=app home=/home/app(none) shell=/bin/sh in=app,audio,video, password=none",
    ],
  ],
  [
    "useradd -c 'Some One' app",
    "adduser -D -H -g 'Some One' app",
    [
      "group app gid=next",
      "user app uid=next gid=next group=app home=/home/app(none) shell=/bin/sh in=app, password=none",
    ],
  ],
  [
    "useradd -lmU app",
    "adduser -D app",
    [
      "group app gid=next",
      "user app uid=next gid=next group=app home=/home/app(app) shell=/bin/sh in=app, password=none",
    ],
  ],
  [
    "useradd app -m -s /bin/sh",
    "adduser -D app -s /bin/sh",
    [
      "group app gid=next",
      "user app uid=next gid=next group=app home=/home/app(app) shell=/bin/sh in=app, password=none",
    ],
  ],
  [
    "groupadd -g 3000 app && useradd -g 3000 -u 3000 app",
    "addgroup -g 3000 app && adduser -D -H -G app -u 3000 app",
    [
      "group app gid=3000",
      "user app uid=3000 gid=3000 group=app home=/home/app(none) shell=/bin/sh in=app, password=none",
    ],
  ],
  [
    "groupadd -r -g 1001 app && useradd -r -u 1001 web",
    "addgroup -S -g 1001 app && addgroup -S web && adduser -D -S -H -G web -s /bin/sh -u 1001 web",
    [
      "group app gid=1001",
      "group web gid=system",
      "user web uid=1001 gid=system group=web home=/home/web(none) shell=/bin/sh in=web, password=none",
    ],
  ],
  [
    "groupadd -g 1500 app && useradd -m -u 1500 web",
    "addgroup -g 1500 app && addgroup web && adduser -D -G web -u 1500 web",
    [
      "group app gid=1500",
      "group web gid=next",
      "user web uid=1500 gid=next group=web home=/home/web(web) shell=/bin/sh in=web, password=none",
    ],
  ],
  [
    "groupadd -r app && useradd -r -g app app",
    "addgroup -S app && adduser -D -S -H -s /bin/sh -G app app",
    [
      "group app gid=system",
      "user app uid=system gid=system group=app home=/home/app(none) shell=/bin/sh in=app, password=none",
    ],
  ],
  [
    "groupadd -r app --gid=999; useradd -r -g app --uid=999 app",
    "delgroup ping; addgroup -S app -g 999; adduser -D -S -H -s /bin/sh -G app -u 999 app",
    [
      "group app gid=999",
      "user app uid=999 gid=999 group=app home=/home/app(none) shell=/bin/sh in=app, password=none",
    ],
  ],
  [
    "groupadd app -g 999 && useradd --no-log-init -u 999 -g app app",
    "delgroup ping && addgroup app -g 999 && adduser -D -H -u 999 -G app app",
    [
      "group app gid=999",
      "user app uid=999 gid=999 group=app home=/home/app(none) shell=/bin/sh in=app, password=none",
    ],
  ],
  [
    "groupadd -g 1500 -o app && useradd -o -u 1500 -g 1500 app",
    "addgroup -g 1500 app && adduser -D -H -u 1500 -G app app",
    [
      "group app gid=1500",
      "user app uid=1500 gid=1500 group=app home=/home/app(none) shell=/bin/sh in=app, password=none",
    ],
  ],
  [
    'uid=1500; gid=1600; groupadd -g "$gid" app; useradd -u "$uid" -g "$gid" -m app',
    'uid=1500; gid=1600; addgroup -g "$gid" app; adduser -D -u "$uid" -G app app',
    [
      "group app gid=1600",
      "user app uid=1500 gid=1600 group=app home=/home/app(app) shell=/bin/sh in=app, password=none",
    ],
  ],
  [
    "gid=1600; groupadd --gid=$gid other; useradd -g $(echo 1600) app",
    'gid=1600; addgroup -g $gid other; adduser -D -H -G "$(getent group $(echo 1600) | cut -d: -f1)" app',
    [
      "group other gid=1600",
      "user app uid=next gid=1600 group=other home=/home/app(none) shell=/bin/sh in=other, password=none",
    ],
  ],
  [
    "set -e; useradd -r -G audio,video app; true",
    "set -e; addgroup -S app; adduser -D -S -H -G app -s /bin/sh app; addgroup app audio; addgroup app video; true",
    [
      "group app gid=system",
      "user app uid=system gid=system group=app home=/home/app(none) shell=/bin/sh in=app,audio,video, password=none",
    ],
  ],
  ["groupadd app", "addgroup app", ["group app gid=next"]],
  ["groupadd -r app", "addgroup -S app", ["group app gid=system"]],
  ["groupadd --system --gid 999 app", "delgroup ping && addgroup -S -g 999 app", ["group app gid=999"]],
  ["groupadd -f audio", ":", []],
  ["groupadd -f app", "addgroup app", ["group app gid=next"]],
  ["groupadd -U root app", "addgroup app && addgroup root app", ["group app gid=next"]],
  [
    "useradd -m app && usermod -aG audio,video app",
    "adduser -D app && addgroup app audio && addgroup app video",
    [
      "group app gid=next",
      "user app uid=next gid=next group=app home=/home/app(app) shell=/bin/sh in=app,audio,video, password=none",
    ],
  ],
  [
    "useradd -m app && usermod -a -G www-data app",
    "adduser -D app && addgroup app www-data",
    [
      "group app gid=next",
      "user app uid=next gid=next group=app home=/home/app(app) shell=/bin/sh in=app,www-data, password=none",
    ],
  ],
  [
    "useradd -m app && gpasswd -a app audio",
    "adduser -D app && addgroup app audio",
    [
      "group app gid=next",
      "user app uid=next gid=next group=app home=/home/app(app) shell=/bin/sh in=app,audio, password=none",
    ],
  ],
  [
    "useradd -m app && gpasswd -a app audio && gpasswd -d app audio",
    "adduser -D app && addgroup app audio && delgroup app audio",
    [
      "group app gid=next",
      "user app uid=next gid=next group=app home=/home/app(app) shell=/bin/sh in=app, password=none",
    ],
  ],
  [
    "useradd -m app && useradd -m other && userdel -r app",
    "adduser -D app && adduser -D other && deluser --remove-home app",
    [
      "group other gid=next",
      "user other uid=next gid=next group=other home=/home/other(other) shell=/bin/sh in=other, password=none",
    ],
  ],
  ["useradd app && userdel app", "adduser -D -H app && deluser app", []],
  [
    "groupadd app && groupadd other && groupdel app",
    "addgroup app && addgroup other && delgroup app",
    ["group other gid=next"],
  ],
  [
    "useradd app && echo 'app:secret' | chpasswd",
    "adduser -D -H app && echo 'app:secret' | chpasswd",
    [
      "group app gid=next",
      "user app uid=next gid=next group=app home=/home/app(none) shell=/bin/sh in=app, password=set",
    ],
  ],
  [
    "useradd app && echo 'app:$6$abc' | chpasswd --encrypted",
    "adduser -D -H app && echo 'app:$6$abc' | chpasswd -e",
    [
      "group app gid=next",
      "user app uid=next gid=next group=app home=/home/app(none) shell=/bin/sh in=app, password=set",
    ],
  ],
  [
    "useradd -p '$6$abc' app && passwd --quiet --lock app && passwd -u app",
    "adduser -D -H app && printf '%s:%s\\n' app '$6$abc' | chpasswd -e && passwd -l app && passwd -u app",
    [
      "group app gid=next",
      "user app uid=next gid=next group=app home=/home/app(none) shell=/bin/sh in=app, password=set",
    ],
  ],
  [
    "useradd app && passwd --delete app",
    "adduser -D -H app && passwd -d app",
    [
      "group app gid=next",
      "user app uid=next gid=next group=app home=/home/app(none) shell=/bin/sh in=app, password=empty",
    ],
  ],
  [
    'adduser --disabled-password --gecos "" app',
    'adduser --disabled-password --gecos "" app',
    [
      "group app gid=next",
      "user app uid=next gid=next group=app home=/home/app(app) shell=/bin/sh in=app, password=none",
    ],
  ],
  [
    "adduser --disabled-password --gecos '' --shell /bin/sh app",
    "adduser --disabled-password --gecos '' --shell /bin/sh app",
    [
      "group app gid=next",
      "user app uid=next gid=next group=app home=/home/app(app) shell=/bin/sh in=app, password=none",
    ],
  ],
  [
    'adduser --disabled-password --gecos "" --uid 4000 app',
    'adduser --disabled-password --gecos "" --uid 4000 app',
    [
      "group app gid=4000",
      "user app uid=4000 gid=4000 group=app home=/home/app(app) shell=/bin/sh in=app, password=none",
    ],
  ],
  [
    'adduser -uid 4000 --disabled-pass --gecos "" app',
    'adduser --uid 4000 --disabled-pass --gecos "" app',
    [
      "group app gid=4000",
      "user app uid=4000 gid=4000 group=app home=/home/app(app) shell=/bin/sh in=app, password=none",
    ],
  ],
  [
    'adduser --disabled-password --gecos "" --home /data app',
    'adduser --disabled-password --gecos "" --home /data app',
    ["group app gid=next", "user app uid=next gid=next group=app home=/data(app) shell=/bin/sh in=app, password=none"],
  ],
  [
    'adduser --disabled-password --gecos "" --home /x/y/z app',
    'mkdir -p /x/y && adduser --disabled-password --gecos "" --home /x/y/z app',
    ["group app gid=next", "user app uid=next gid=next group=app home=/x/y/z(app) shell=/bin/sh in=app, password=none"],
  ],
  [
    'adduser --disabled-password --gecos "" --no-create-home app',
    'adduser --disabled-password --gecos "" --no-create-home app',
    [
      "group app gid=next",
      "user app uid=next gid=next group=app home=/home/app(none) shell=/bin/sh in=app, password=none",
    ],
  ],
  [
    'addgroup --gid 3000 app && adduser --disabled-password --gecos "" --uid 3000 --gid 3000 app',
    'addgroup --gid 3000 app && adduser --disabled-password --gecos "" --uid 3000 -G app app',
    [
      "group app gid=3000",
      "user app uid=3000 gid=3000 group=app home=/home/app(app) shell=/bin/sh in=app, password=none",
    ],
  ],
  [
    'addgroup --gid=3000 app && adduser --disabled-password --gecos "" --uid=3000 --ingroup=app app',
    'addgroup --gid=3000 app && adduser --disabled-password --gecos "" --uid=3000 --ingroup=app app',
    [
      "group app gid=3000",
      "user app uid=3000 gid=3000 group=app home=/home/app(app) shell=/bin/sh in=app, password=none",
    ],
  ],
  [
    "adduser --system --no-create-home --home /nonexistent app",
    "adduser --system --no-create-home --home /nonexistent app",
    [
      "user app uid=system gid=nogroup group=nogroup home=/nonexistent(none) shell=/sbin/nologin in=nogroup, password=none",
    ],
  ],
  [
    "adduser --system --group --no-create-home --home /nonexistent app",
    "addgroup -S app && adduser --system -G app --no-create-home --home /nonexistent app",
    [
      "group app gid=system",
      "user app uid=system gid=system group=app home=/nonexistent(none) shell=/sbin/nologin in=app, password=none",
    ],
  ],
  [
    "adduser --system --group --home /data --disabled-login --uid 432 app",
    "addgroup -S -g 432 app && adduser --system -G app --home /data --uid 432 app",
    [
      "group app gid=432",
      "user app uid=432 gid=432 group=app home=/data(app) shell=/sbin/nologin in=app, password=none",
    ],
  ],
  [
    "adduser --quiet --system --home /data --ingroup audio --shell /bin/sh app",
    "adduser --system --home /data --ingroup audio --shell /bin/sh app",
    ["user app uid=system gid=system group=audio home=/data(app) shell=/bin/sh in=audio, password=none"],
  ],
  [
    "adduser --system --home /app --no-create-home --disabled-login --group app --uid 999",
    "delgroup ping && addgroup -S -g 999 app && adduser --system --home /app --no-create-home -G app app --uid 999",
    [
      "group app gid=999",
      "user app uid=999 gid=999 group=app home=/app(none) shell=/sbin/nologin in=app, password=none",
    ],
  ],
  ["adduser --group app", "addgroup app", ["group app gid=next"]],
  [
    "adduser --group --system app --home /data",
    "addgroup -S app && adduser -G app --system app --home /data",
    [
      "group app gid=system",
      "user app uid=system gid=system group=app home=/data(app) shell=/sbin/nologin in=app, password=none",
    ],
  ],
  ["addgroup app", "addgroup app", ["group app gid=next"]],
  ["addgroup --system app", "addgroup --system app", ["group app gid=system"]],
  ["addgroup --system --quiet --gid 1883 app", "addgroup --system --gid 1883 app", ["group app gid=1883"]],
  ["addgroup --gid 999 app", "delgroup ping && addgroup --gid 999 app", ["group app gid=999"]],
  [
    "useradd -m app && adduser app audio",
    "adduser -D app && adduser app audio",
    [
      "group app gid=next",
      "user app uid=next gid=next group=app home=/home/app(app) shell=/bin/sh in=app,audio, password=none",
    ],
  ],
  [
    "useradd -m app && adduser --quiet app www-data",
    "adduser -D app && adduser app www-data",
    [
      "group app gid=next",
      "user app uid=next gid=next group=app home=/home/app(app) shell=/bin/sh in=app,www-data, password=none",
    ],
  ],
  ["useradd -m app && deluser app", "adduser -D app && deluser app", []],
  ["groupadd app && delgroup --quiet app", "addgroup app && delgroup app", []],
  [
    "useradd -G audio app && deluser app audio",
    "adduser -D -H app && addgroup app audio && delgroup app audio",
    [
      "group app gid=next",
      "user app uid=next gid=next group=app home=/home/app(none) shell=/bin/sh in=app, password=none",
    ],
  ],
];

/** Where Alpine's base differs from Debian's: groups to be made first, names and homes that are there already. */
const own: readonly Case[] = [
  [
    "mkdir /data && useradd -m -d /data app || true",
    "mkdir /data && adduser -D -h /data app || true",
    ["group app gid=next", "user app uid=next gid=next group=app home=/data(app) shell=/bin/sh in=app, password=none"],
  ],
  [
    "useradd -G sudo,staff,www-data app",
    "addgroup -S sudo && addgroup -S staff && adduser -D -H app && addgroup app sudo && addgroup app staff && addgroup app www-data",
    [
      "group app gid=next",
      "group staff gid=system",
      "group sudo gid=system",
      "user app uid=next gid=next group=app home=/home/app(none) shell=/bin/sh in=app,staff,sudo,www-data, password=none",
    ],
  ],
  [
    "useradd -g staff app",
    "addgroup -S staff && adduser -D -H -G staff app",
    [
      "group staff gid=system",
      "user app uid=next gid=system group=staff home=/home/app(none) shell=/bin/sh in=staff, password=none",
    ],
  ],
  [
    "useradd -g 33 app",
    "adduser -D -H -G www-data app",
    ["user app uid=next gid=system group=www-data home=/home/app(none) shell=/bin/sh in=www-data, password=none"],
  ],
  ["groupadd wheel", ":", []],
  ["groupadd -g 1234 ftp", "deluser ftp && addgroup -g 1234 ftp", []],
  ["useradd -m ftp -d /data", "deluser ftp && adduser -D ftp -h /data", []],
  [
    "useradd -m app && usermod -G staff app",
    "adduser -D app && addgroup -S staff && addgroup app staff",
    [
      "group app gid=next",
      "group staff gid=system",
      "user app uid=next gid=next group=app home=/home/app(app) shell=/bin/sh in=app,staff, password=none",
    ],
  ],
  [
    "adduser --gecos 'Some One' --disabled-login app",
    "adduser --gecos 'Some One' -D app",
    [
      "group app gid=next",
      "user app uid=next gid=next group=app home=/home/app(app) shell=/bin/sh in=app, password=none",
    ],
  ],
  [
    'adduser --disabled-password --gecos "" --ingroup staff app',
    'addgroup -S staff && adduser --disabled-password --gecos "" --ingroup staff app',
    [
      "group staff gid=system",
      "user app uid=next gid=system group=staff home=/home/app(app) shell=/bin/sh in=staff, password=none",
    ],
  ],
];

describe("in Alpine's words", () => {
  test.each([...same, ...own])("%s", (script, alpine) => {
    expect(say(script)).toMatchObject({ text: alpine, needs: [], stops: [] });
  });
});

const alpineRoot = process.env.ALPINE_ROOT;
const debianRoot = process.env.DEBIAN_ROOT;
const slow = 30_000;

describe.skipIf(!alpineRoot)("in the root file system of ALPINE_ROOT", () => {
  const { root } = alpineRoot ? alpineMachine(alpineRoot) : { root: "" };
  afterAll(() => {
    if (root !== "") rmSync(root, { recursive: true });
  });

  test.each([...same, ...own])("%s", { timeout: slow }, (_, alpine, accounts) => {
    expect(makeAccounts(root, alpine)).toMatchObject({ status: 0, lines: accounts });
  });
});

describe.skipIf(!debianRoot)("in a copy of the root file system of DEBIAN_ROOT", () => {
  test.each(same)("%s", { timeout: slow }, (script, _, accounts) => {
    expect(makeAccounts(debianRoot ?? "", script)).toMatchObject({ status: 0, lines: accounts });
  });
});

describe("what other commands of the file have made", () => {
  const file = (...lines: string[]) => sayDockerfile(`FROM debian\n${lines.join("\n")}\n`).text;

  test("a group by its id, in an earlier RUN or a parent stage", () => {
    expect(file("RUN groupadd -g 4000 app", "RUN useradd -g 4000 app")).toBe("adduser -D -H -G app app");
    const staged = "FROM debian AS base\nRUN groupadd -g 4000 app\nFROM base\nRUN useradd -g 4000 app\n";
    expect(sayDockerfile(staged).text).toBe("adduser -D -H -G app app");
  });

  test("a group that is known by its variables", () => {
    expect(file('RUN groupadd -g "$GID" "$GROUP"', "RUN useradd -g $GID app")).toBe('adduser -D -H -G "$GROUP" app');
  });

  test("a group that nobody can know is looked up when the command runs", () => {
    expect(file("RUN useradd -g $GID app")).toBe('adduser -D -H -G "$(getent group $GID | cut -d: -f1)" app');
    expect(file("ARG GROUP=app", "RUN useradd -g $GROUP app")).toBe("adduser -D -H -G $GROUP app");
  });

  test("Debian's own accounts are made where they are first counted on", () => {
    expect(file("RUN useradd -G staff app", "RUN useradd -G staff other")).toBe(
      "adduser -D -H other && addgroup other staff",
    );
    expect(file("RUN if true; then useradd -G staff app; fi", "RUN useradd -G staff other")).toBe(
      "{ getent group staff > /dev/null || addgroup -S staff; } && adduser -D -H other && addgroup other staff",
    );
    expect(file("RUN groupadd staff", "RUN useradd -g staff app")).toBe("adduser -D -H -G staff app");
  });

  test("a group that a package may bring is made only when it is missing", () => {
    expect(say("usermod -aG docker app").text).toBe(
      "{ getent group docker > /dev/null || addgroup -S docker; } && addgroup app docker",
    );
  });

  test("accounts of official images are there", () => {
    expect(say("usermod -aG www-data node", {}, "php:8.3")).toMatchObject({ text: "addgroup node www-data" });
    expect(say("useradd -g node app", {}, "node:20").text).toBe("adduser -D -H -G node app");
  });
});

describe("a login shell", () => {
  test("is bash only where bash gets installed", () => {
    expect(say("useradd -s /bin/bash app").text).toBe("adduser -D -H -s /bin/sh app");
    expect(say("apt-get install -y bash && useradd -s /bin/bash app").text).toContain("adduser -D -H -s /bin/bash app");
    expect(say("useradd -s /bin/bash app", { present: ["bash"] }).text).toBe("adduser -D -H -s /bin/bash app");
    expect(say("useradd -s $(which bash) app").text).toBe("adduser -D -H -s /bin/sh app");
    expect(say("chsh -s /bin/bash root").text).toBe(":");
    expect(say("usermod -s /bin/bash app")).toMatchObject({ text: "usermod -s /bin/sh app", needs: ["shadow"] });
  });

  test("moves with its folder", () => {
    expect(say("useradd -s /usr/sbin/nologin app").text).toBe("adduser -D -H -s /sbin/nologin app");
  });
});

describe("what only shadow does", () => {
  test.each([
    "useradd -e 2030-01-01 app",
    "useradd -o -u 0 toor",
    "useradd -K UMASK=077 app",
    "useradd --nonsense app",
    "useradd -G $GROUPS app",
    "usermod -u 1000 app",
    "usermod -d /data -m app",
    "groupmod -g 1000 app",
    "groupadd -K GID_MIN=100 app",
    "groupadd -o -g 0 app",
    "groupadd -f -g $GID app",
    "gpasswd -M a,b app",
    "chage -d 0 app",
    "passwd -e app",
    "newusers list",
  ])("%s", (script) => {
    expect(say(script)).toMatchObject({ text: script, needs: ["shadow"], stops: [] });
  });
});

describe("what stays as it is", () => {
  test.each([
    "adduser -D app",
    "adduser -S -D -H -h /data -s /sbin/nologin -G app -g app app",
    "adduser -Du 1000 app",
    "addgroup -S app",
    "addgroup -g 1000 app",
    "adduser app audio",
    "addgroup app audio",
    "deluser app",
    "delgroup app",
    "passwd -d root",
    "chpasswd",
    "chpasswd -e",
  ])("%s", (script) => {
    expect(say(script)).toEqual({ text: script, needs: [], checks: [], stops: [] });
  });
});

test("an account that Debian's base has and Alpine's lacks need not go", () => {
  expect(say("userdel -r ubuntu").text).toBe(":");
  expect(say("deluser www-data").text).toBe(":");
  expect(say("userdel -r node", {}, "node:20").text).toBe("deluser --remove-home node");
});

test("further commands are joined as the author joins them", () => {
  expect(say("a && useradd -r x && b").text).toMatch(/^a && addgroup -S x && adduser .* x && b$/);
  expect(say("set -e; useradd -r x; b").text).toMatch(/^set -e; addgroup -S x; adduser .* x; b$/);
  expect(say("id x || useradd -r x").text).toMatch(/^id x \|\| \{ addgroup -S x && adduser .* x; \}$/);
  expect(say("if a; then useradd -r x; fi").text).toMatch(/then \{ addgroup -S x && adduser .* x; \}; fi$/);
  expect(say("sudo useradd -r x").text).toMatch(/^sudo addgroup -S x && sudo adduser .* x$/);
  expect(say("useradd -G a,b x > /dev/null 2>&1").text).toBe(
    "adduser -D -H x > /dev/null 2>&1 && addgroup x a && addgroup x b",
  );
});

test("lines of a long command stay", () => {
  const { text } = say("useradd \\\n    --create-home \\\n    --shell /bin/sh \\\n    app");
  expect(text).toBe("adduser -D     --shell /bin/sh     app".replace("--shell", "-s"));
});

test("the group sudo means nothing to Alpine's sudoers", () => {
  expect(say("usermod -aG sudo app").checks).toHaveLength(1);
  expect(say("usermod -aG sudo app && echo '%sudo ALL=(ALL) NOPASSWD:ALL' >> /etc/sudoers").checks).toEqual([]);
});

test("www-data has another id", () => {
  const { text, checks } = say("usermod -aG audio www-data");
  expect(text).toBe("adduser -u 82 -D -S -H -h /var/www -G www-data www-data && addgroup www-data audio");
  expect(checks).toEqual([expect.stringContaining("33 on Debian and 82 on Alpine")]);
  expect(say("useradd -G www-data app", { release: "3.12" }).text).toMatch(/^addgroup -g 82 -S www-data && /);
});

test("words that Debian's adduser knows and nobody else stop", () => {
  expect(say("adduser --conf /etc/my.conf app").stops).toHaveLength(1);
});
