import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { analysisOf } from "../rules/analyze";
import { say } from "./say";

/** What a whole Dockerfile becomes, without its FROM. */
const converted = (text: string) => analysisOf(text).convert("packages").text.split("\n").slice(1).join("\n");

describe("the loader", () => {
  it.each([
    ["make install && ldconfig", "make install && :"],
    ["ldconfig -v; x", ":; x"],
    ["x | ldconfig", "x | true"],
    ["ldconfig /opt/lib", "ldconfig /opt/lib"],
    ["echo /usr/local/lib > /etc/ld.so.conf.d/local.conf && ldconfig", ": && :"],
    ["ln -s /usr/lib/x86_64-linux-gnu/libjpeg.so /usr/lib", ":"],
    ["ln -sf /usr/lib/aarch64-linux-gnu/libz.so /usr/lib/libz.so", ":"],
    [
      "ln -s /usr/lib/x86_64-linux-gnu/liba.so /usr/lib/libb.so",
      "ln -s /usr/lib/x86_64-linux-gnu/liba.so /usr/lib/libb.so",
    ],
    [
      "ln -s /usr/lib/$(uname -m)-linux-gnu/libjemalloc.so.2 /usr/local/lib/libjemalloc.so",
      "ln -s /usr/lib/libjemalloc.so.2 /usr/local/lib/libjemalloc.so",
    ],
    ['ln -s "/usr/lib/$machine-linux-gnu/libjemalloc.so.2" /opt/', 'ln -s "/usr/lib/libjemalloc.so.2" /opt/'],
    // Alpine keeps it in /lib
    ["ln -s /usr/lib/x86_64-linux-gnu/libz.so.1 /opt/", "ln -s /usr/lib/x86_64-linux-gnu/libz.so.1 /opt/"],
    // and has no such version
    ["ln -s /usr/lib/x86_64-linux-gnu/libffi.so.6 /opt/", "ln -s /usr/lib/x86_64-linux-gnu/libffi.so.6 /opt/"],
    ["update-alternatives --install /usr/bin/gcc gcc /usr/bin/gcc-12 100", ":"],
    ["update-alternatives --install /usr/bin/java java /opt/jdk/bin/java 1", "ln -sf /opt/jdk/bin/java /usr/bin/java"],
  ])("%s", (debian, alpine) => {
    expect(say(debian).text).toBe(alpine);
  });

  it("has no cache to ask", () => {
    expect(say("ldconfig -p | grep libx").stops).toEqual([expect.stringContaining("no cache")]);
  });

  const root = process.env.ALPINE_ROOT;

  it.skipIf(!root)("of a real Alpine fails when `ldconfig` is given no folder", () => {
    const status = (...args: string[]) => spawnSync("chroot", [root ?? "", "/sbin/ldconfig", ...args]).status;
    expect(status()).toBe(1);
    expect(status("-v")).toBe(1);
    expect(status("/usr/local/lib")).toBe(0);
  });
});

describe("Debian's folders of libraries", () => {
  it.each([
    ["ENV A=/usr/lib/x86_64-linux-gnu/a.so B=c", "ENV A=/usr/lib/a.so B=c"],
    ["ENV PATHS=/a:/lib/arm-linux-gnueabihf:/usr/lib/x86_64-linux-gnu", "ENV PATHS=/a:/lib:/usr/lib"],
    ["ENV A /usr/lib/x86_64-linux-gnu", "ENV A /usr/lib"],
    ["COPY a.so /usr/lib/x86_64-linux-gnu/", "COPY a.so /usr/lib/"],
    ["ENV A=/opt/lib/x86_64-linux-gnu", "ENV A=/opt/lib/x86_64-linux-gnu"],
  ])("%s", (debian, alpine) => {
    expect(converted(`FROM debian:bookworm-slim\n${debian}\n`)).toBe(`${alpine}\n`);
  });
});

describe("accounts that instructions name", () => {
  it.each([
    ["USER www-data\n", "RUN adduser -u 82 -D -S -H -h /var/www -G www-data www-data\nUSER www-data\n"],
    ["COPY --chown=proxy . .\n", "RUN addgroup -S proxy && adduser -D -S -H -G proxy proxy\nCOPY --chown=proxy . .\n"],
    ["USER nobody\n", "USER nobody\n"],
    ["RUN useradd app\nUSER app\n", "RUN adduser -D -H app\nUSER app\n"],
    [
      "RUN useradd app\nUSER app\nCOPY --chown=www-data . .\n",
      "RUN adduser -D -H app\nUSER app\nUSER root\nRUN adduser -u 82 -D -S -H -h /var/www -G www-data www-data\nUSER app\nCOPY --chown=www-data . .\n",
    ],
  ])("%s", (debian, alpine) => {
    expect(converted(`FROM debian:bookworm-slim\n${debian}`)).toBe(alpine);
  });

  it("are there in images that bring them", () => {
    expect(converted("FROM php:8.3-fpm\nUSER www-data\n")).toBe("USER www-data\n");
  });
});

describe("time zones", () => {
  const run = "RUN ln -snf /usr/share/zoneinfo/Europe/Paris /etc/localtime\n";

  it.each([
    ["ENV TZ=Europe/Paris\n", "RUN apk add --no-cache tzdata\nENV TZ=Europe/Paris\n"],
    [run, `RUN apk add --no-cache tzdata\n${run}`],
    ["ENV TZ=UTC\n", "ENV TZ=UTC\n"],
    [
      "RUN apt-get update && apt-get install -y curl\nENV TZ=Europe/Paris\n",
      "RUN apk add --no-cache tzdata curl\nENV TZ=Europe/Paris\n",
    ],
    [
      "RUN apt-get update && apt-get install -y tzdata && cp /usr/share/zoneinfo/Asia/Tokyo /etc/localtime\n",
      "RUN apk add --no-cache tzdata && cp /usr/share/zoneinfo/Asia/Tokyo /etc/localtime\n",
    ],
  ])("%s", (debian, alpine) => {
    expect(converted(`FROM debian:bookworm-slim\n${debian}`)).toBe(alpine);
  });

  it("come with the official python images", () => {
    expect(converted("FROM python:3.13-slim\nENV TZ=Europe/Paris\n")).toBe("ENV TZ=Europe/Paris\n");
  });
});
