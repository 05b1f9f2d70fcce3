import { describe, expect, it } from "vitest";
import { facts } from "../facts";

const { images } = facts;

describe("the Alpine variant keeps what was pinned", () => {
  it.each([
    ["python:3.13-slim", "python:3.13-alpine", "3.24"],
    ["python:3.13", "python:3.13-alpine", "3.24"],
    ["python:latest", "python:alpine", "3.24"],
    ["python:", "python:alpine", "3.24"],
    ["python:slim", "python:alpine", "3.24"],
    ["python:3.13-slim-bookworm", "python:3.13-alpine3.24", "3.24"],
    ["python:3.13-bookworm", "python:3.13-alpine3.24", "3.24"],
    ["python:3-slim", "python:3-alpine", "3.24"],
    ["node:22-bookworm-slim", "node:22-alpine3.24", "3.24"],
    ["node:22-slim", "node:22-alpine", "3.24"],
    ["node:lts", "node:lts-alpine", "3.24"],
    ["node:lts-slim", "node:lts-alpine", "3.24"],
    ["node:current-slim", "node:current-alpine", "3.24"],
    ["php:8.3-fpm", "php:8.3-fpm-alpine", "3.24"],
    ["php:8.3", "php:8.3-alpine", "3.24"],
    ["php:8.3-cli", "php:8.3-cli-alpine", "3.24"],
    ["php:8.3-fpm-bookworm", "php:8.3-fpm-alpine3.24", "3.24"],
    ["ruby:3.4-slim", "ruby:3.4-alpine", "3.24"],
    ["golang:1.27-bookworm", "golang:1.27-alpine3.24", "3.24"],
    ["postgres:16", "postgres:16-alpine", "3.24"],
    ["redis:7", "redis:7-alpine", "3.21"],
    ["nginx:stable", "nginx:stable-alpine", "3.24"],
    ["nginx:mainline", "nginx:mainline-alpine", "3.24"],
    ["nginx:stable-perl", "nginx:stable-alpine-perl", "3.24"],
    ["eclipse-temurin:17-jdk-jammy", "eclipse-temurin:17-jdk-alpine-3.24", "3.24"],
    ["eclipse-temurin:21-jre", "eclipse-temurin:21-jre-alpine", "3.24"],
  ])("%s", (from, to, release) => {
    const [image = "", tag = ""] = from.split(":");
    expect(variant(from)).toMatchObject({ kind: "variant", release, notes: [] });
    expect(variant(from)).toMatchObject({ image, tag: to.slice(image.length + 1) });
    expect(images.alpineVariant(image, tag)).toEqual(variant(from));
  });

  it("a patch version stays, and what is not known of it is said", () => {
    const floating = variant("python:3.13.1-slim");
    expect(floating).toMatchObject({ tag: "3.13.1-alpine", release: "3.24" });
    expect(notes("python:3.13.1-slim")).toContain("is not known");
    expect(variant("python:3.13.1-slim-bookworm")).toMatchObject({ tag: "3.13.1-alpine" });
    expect(notes("python:3.13.1-slim-bookworm")).toContain("bookworm was fixed");
  });
});

describe("retired tags", () => {
  it.each([
    ["python:2.7-slim", "2.7-alpine", "3.11"],
    ["python:3.8", "3.8-alpine", "3.20"],
    ["node:16", "16-alpine", "3.18"],
    ["node:iron-slim", "iron-alpine", "3.23"],
    ["php:7.4", "7.4-alpine", "3.16"],
    ["nginx:1.27", "1.27-alpine", "3.21"],
  ])("%s is %s, on Alpine %s, and it says so", (from, tag, release) => {
    expect(variant(from)).toMatchObject({ kind: "variant", tag, release });
    expect(notes(from)).toContain("is the last of its line");
    expect(notes(from)).toContain("Maintained versions of");
  });

  it("tells when both ended", () => {
    expect(notes("python:2.7-slim")).toContain("not been rebuilt since 2020-04-20");
    expect(notes("python:2.7-slim")).toContain("Alpine 3.11, whose support ended on 2021-11-01");
  });

  it("knows what they stood on", () => {
    expect(images.distribution("python", "2.7-slim")).toEqual({ name: "debian", release: "buster", basis: "exact" });
    expect(images.distribution("node", "14")).toEqual({ name: "debian", release: "buster", basis: "exact" });
  });
});

describe("no variant", () => {
  it("php with Apache: fpm", () => {
    expect(variant("php:8.3-apache")).toMatchObject({ kind: "none", instead: "php:8.3-fpm-alpine" });
  });

  it.each([
    ["openjdk:17-jdk-slim", "eclipse-temurin:17-jdk-alpine"],
    ["openjdk:8-jre", "eclipse-temurin:8-jre-alpine"],
    ["openjdk:11", "eclipse-temurin:11-jdk-alpine"],
    ["gcc:14", "alpine:3.24"],
    ["centos:7", "alpine:3.24"],
    ["mysql:8", undefined],
    ["mongo:7", undefined],
  ])("%s: %s", (from, instead) => {
    const answer = variant(from);
    expect(answer).toMatchObject({ kind: "none", instead });
    expect(answer.kind === "none" && answer.why).not.toBe("");
  });

  it("unknown images and tags stay alone", () => {
    expect(variant("example/app:1")).toMatchObject({ kind: "unknown" });
    expect(variant("python:99-slim")).toMatchObject({ kind: "unknown" });
  });
});

describe("systems", () => {
  it.each(["debian:bookworm-slim", "debian:latest", "ubuntu:22.04", "ubuntu:", "buildpack-deps:bookworm"])(
    "%s",
    (from) => {
      expect(variant(from)).toMatchObject({ kind: "variant", image: "alpine", tag: "3.24", release: "3.24" });
    },
  );
});

describe("already Alpine", () => {
  it.each([
    ["alpine:3.20", "3.20"],
    ["alpine:", "3.24"],
    ["python:3.13-alpine", "3.24"],
    ["node:18-alpine3.17", "3.17"],
    ["eclipse-temurin:17-jdk-alpine-3.23", "3.23"],
    ["registry:latest", "3.23"],
  ])("%s", (from, release) => {
    expect(variant(from)).toEqual({ kind: "already", release });
  });
});

describe("what an image stands on", () => {
  it.each([
    ["python:3.13-slim", "debian", "trixie"],
    ["node:22", "debian", "bookworm"],
    ["python:3.12-bookworm", "debian", "bookworm"],
    ["debian:12-slim", "debian", "bookworm"],
    ["debian:", "debian", "trixie"],
    ["ubuntu:22.04", "ubuntu", "22.04"],
    ["ubuntu:jammy", "ubuntu", "22.04"],
    ["eclipse-temurin:17-jdk-jammy", "ubuntu", "22.04"],
    ["python:3.13.1-slim", "debian", "trixie"],
  ])("%s", (from, name, release) => {
    const [image = "", tag = ""] = from.split(":");
    expect(images.distribution(image, tag)).toMatchObject({ name, release });
  });

  it("is not known of foreign images", () => {
    expect(images.distribution("example/app", "1")).toBeUndefined();
  });
});

describe("the slim variant", () => {
  it.each([
    ["python:3.13", "3.13-slim"],
    ["python:", "slim"],
    ["python:3.13-bookworm", "3.13-slim-bookworm"],
    ["node:22-bookworm", "22-bookworm-slim"],
    ["debian:bookworm", "bookworm-slim"],
    ["python:3.13-slim", undefined],
    ["php:8.3", undefined],
  ])("of %s", (from, slim) => {
    const [image = "", tag = ""] = from.split(":");
    expect(images.slimVariant(image, tag)).toBe(slim);
  });
});

describe("sizes", () => {
  it("are exact for a tag that was read", () => {
    expect(images.size("python", "3.13-slim")).toEqual({
      download: { bytes: 42961458, basis: "exact", date: "2026-08-05" },
      disk: { bytes: 126250000, basis: "exact", date: "2026-09-01" },
    });
  });

  it("are a sibling's where only that was read", () => {
    expect(images.size("python", "3.13-alpine")?.disk).toMatchObject({ bytes: 51820000, basis: "sibling" });
    expect(images.size("node", "iron-alpine")?.download).toMatchObject({ basis: "sibling" });
  });

  it("never mix variants or distributions", () => {
    const why = (tag: string) => images.size("php", tag)?.download.why ?? "";
    expect(why("8.2-fpm-alpine")).toContain("fpm-alpine");
    expect(images.size("redis", "7-alpine")?.disk).toMatchObject({ basis: "sibling", date: "2023-01-17" });
  });

  it("are not there without any reading", () => {
    expect(images.size("zookeeper", "3.9")).toBeUndefined();
    expect(images.size("example/app", "1")).toBeUndefined();
  });
});

describe("what an image holds", () => {
  it("is Alpine's list for an Alpine image", () => {
    expect(images.preinstalled("python", "3.13-alpine")).toEqual(
      expect.arrayContaining(["busybox", "libffi", "ca-certificates"]),
    );
    expect(images.preinstalled("python", "3.12-alpine3.23")).toContain("libffi");
    expect(images.preinstalled("ghost", "6-alpine")).toContain("musl");
  });

  it("is Debian's for a Debian image", () => {
    expect(images.preinstalled("python", "3.13-slim")).toEqual(expect.arrayContaining(["libc6", "ca-certificates"]));
    expect(images.preinstalled("python", "3.13")).toEqual(expect.arrayContaining(["gcc", "libpq-dev", "git"]));
    expect(images.preinstalled("node", "22-bookworm-slim")).not.toContain("gcc");
  });

  it.each([
    ["debian", "jessie", true],
    ["ubuntu", "16.04", true],
    ["debian", "stretch", false],
    ["ubuntu", "18.04", false],
    ["debian", "bookworm", false],
  ])("in %s:%s has gnupg: %s, as apt needed it once", (image, tag, has) => {
    expect(images.preinstalled(image, tag).includes("gnupg")).toBe(has);
  });
});

describe("tags and families", () => {
  it("lists those of now", () => {
    expect(images.knownTags("ruby")).toEqual(expect.arrayContaining(["3.4-slim", "3.4-alpine", "latest"]));
    expect(images.knownTags("python")).not.toContain("2.7-slim");
  });

  it("knows official families and their misspellings", () => {
    expect(images.isKnown("python")).toBe(true);
    expect(images.isKnown("example/app")).toBe(false);
    expect(images.nearest("pyhton")).toContain("python");
  });
});

function variant(reference: string) {
  const [image = "", tag = ""] = reference.split(":");
  return images.alpineVariant(image, tag);
}

function notes(reference: string): string {
  const answer = variant(reference);
  return answer.kind === "variant" ? answer.notes.join(" ") : "";
}
