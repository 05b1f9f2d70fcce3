import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { facts } from "../facts";

const { images } = facts;

describe("images outside the library have their Alpine variants", () => {
  it.each([
    ["mcr.microsoft.com/dotnet/sdk:8.0", "mcr.microsoft.com/dotnet/sdk:8.0-alpine", "3.24"],
    ["mcr.microsoft.com/dotnet/aspnet:8.0-bookworm-slim", "mcr.microsoft.com/dotnet/aspnet:8.0-alpine3.24", "3.24"],
    [
      "mcr.microsoft.com/dotnet/runtime-deps:10.0-noble",
      "mcr.microsoft.com/dotnet/runtime-deps:10.0-alpine3.24",
      "3.24",
    ],
    ["mcr.microsoft.com/dotnet/core/sdk:3.1-bionic", "mcr.microsoft.com/dotnet/core/sdk:3.1-alpine3.12", "3.12"],
    ["microsoft/dotnet:2.2-aspnetcore-runtime", "microsoft/dotnet:2.2-aspnetcore-runtime-alpine", "3.8"],
    ["ghcr.io/astral-sh/uv:python3.12-bookworm-slim", "ghcr.io/astral-sh/uv:python3.12-alpine3.23", "3.23"],
    ["ghcr.io/astral-sh/uv:debian-slim", "ghcr.io/astral-sh/uv:alpine3.23", "3.23"],
    ["azul/zulu-openjdk:17-jre", "azul/zulu-openjdk-alpine:17-jre", "3.20"],
    ["azul/zulu-openjdk-debian:21", "azul/zulu-openjdk-alpine:21", "3.20"],
    ["bellsoft/liberica-openjdk-debian:21", "bellsoft/liberica-openjdk-alpine-musl:21", "3.23"],
    ["mcr.microsoft.com/powershell:lts-debian-12", "mcr.microsoft.com/powershell:lts-alpine-3.20", "3.20"],
    ["jenkins/jenkins:lts-jdk21", "jenkins/jenkins:lts-alpine-jdk21", "3.24"],
    ["jenkins/jenkins:2.541.1-lts", "jenkins/jenkins:2.541.1-lts-alpine", "3.24"],
    ["jenkins/inbound-agent:latest-jdk21", "jenkins/inbound-agent:latest-alpine-jdk21", "3.23"],
    ["bitnami/minideb:bookworm", "alpine:3.24", "3.24"],
  ])("%s: %s", (from, to, release) => {
    const answer = variant(from);
    expect(answer).toMatchObject({ kind: "variant", release });
    expect(answer.kind === "variant" && `${answer.image}:${answer.tag}`).toBe(to);
  });

  it("of any version, where all versions have one, and says that the release is not known", () => {
    const answer = variant("ghcr.io/astral-sh/uv:0.5.1-python3.12-bookworm-slim");
    expect(answer).toMatchObject({ kind: "variant", tag: "0.5.1-python3.12-alpine" });
    expect(answer.kind === "variant" && answer.notes.join(" ")).toContain("is not known");
    expect(variant("denoland/deno:debian-1.40.0")).toMatchObject({ kind: "variant", tag: "alpine-1.40.0" });
    expect(variant("oven/bun:1.1.34-slim")).toMatchObject({ kind: "variant", tag: "1.1.34-alpine" });
  });

  it("never of a version that the tables do not know", () => {
    // .NET's patch versions are on Alpine only with its release, which moves on.
    expect(variant("mcr.microsoft.com/dotnet/sdk:8.0.404")).toMatchObject({ kind: "variant", tag: "8.0-alpine" });
    expect(variant("crystallang/crystal:0.23.1")).toMatchObject({ kind: "unknown" });
    expect(variant("mcr.microsoft.com/dotnet/sdk:99.0")).toMatchObject({ kind: "unknown" });
  });

  it("tell where an image goes on that was moved", () => {
    const answer = variant("mcr.microsoft.com/dotnet/core/sdk:3.1");
    expect(answer.kind === "variant" && answer.notes.join(" ")).toContain("mcr.microsoft.com/dotnet/sdk: 8.0");
    expect(variant("microsoft/dotnet:2.0-sdk")).toMatchObject({ kind: "none" });
  });
});

describe("images outside the library without one", () => {
  it.each([
    "nvidia/cuda:12.4.1-base-ubuntu22.04",
    "jupyter/base-notebook:latest",
    "phusion/baseimage:0.11",
    "quay.io/pypa/manylinux2014_x86_64:latest",
    "dockerfile/java:oracle-java8",
  ])("%s, and why", (from) => {
    const answer = variant(from);
    expect(answer).toMatchObject({ kind: "none" });
    expect(answer.kind === "none" && answer.why.length).toBeGreaterThan(20);
  });

  it("those that are only files to copy stand on nothing", () => {
    expect(images.distribution("ghcr.io/astral-sh/uv", "0.5.1")?.name).toBe("scratch");
    expect(images.distribution("ghcr.io/astral-sh/uv", "0.5.1-alpine")?.name).toBe("alpine");
  });
});

describe("what is Alpine without being told", () => {
  it.each([
    ["docker:dind", "3.24"],
    ["docker:18.06", undefined],
    ["jekyll/jekyll:latest", undefined],
    ["gliderlabs/alpine:3.4", "3.4"],
    ["mhart/alpine-node:10", undefined],
    ["example/tool:1.2-alpine3.18", "3.18"],
    ["bellsoft/liberica-openjdk-alpine-musl:17", "3.23"],
  ])("%s", (from, release) => {
    expect(variant(from)).toEqual({ kind: "already", release });
  });

  it("a name that only holds the letters is not", () => {
    expect(variant("example/alpinedb:1")).toMatchObject({ kind: "unknown" });
  });
});

describe("tags that are gone", () => {
  it.each([
    ["drupal:8.2", "Apache", "drupal:8.2-fpm-alpine"],
    ["wordpress:6", "Apache", "wordpress:6-fpm-alpine"],
    ["nextcloud:stable-apache", "Apache", "nextcloud:stable-fpm-alpine"],
    ["php:7.4-apache", "Apache", "php:7.4-fpm-alpine"],
    ["node:4-onbuild", "ONBUILD", "node:4-alpine"],
    ["python:3-onbuild", "ONBUILD", "python:3-alpine"],
    ["node:0.10", "the first of which was node:4", "node:26.7-alpine"],
    ["java:8-jre", "left the library in 2016", "eclipse-temurin:8-jre-alpine"],
    ["java:openjdk-8-jdk", "left the library in 2016", "eclipse-temurin:8-jdk-alpine"],
  ])("%s: %s, and %s instead", (from, why, instead) => {
    const answer = variant(from);
    expect(answer).toMatchObject({ kind: "none", instead });
    expect(answer.kind === "none" && answer.why).toContain(why);
  });

  it("a version that is not known comes with those that are maintained", () => {
    const answer = variant("node:5");
    expect(answer.kind === "unknown" && answer.why).toMatch(/maintained versions with one are 22, 24/);
  });

  it("Java 7 is not in the successor, so that its own last variant is named", () => {
    expect(variant("java:7-jre")).toMatchObject({ kind: "variant", image: "java", tag: "7-jre-alpine" });
  });
});

it("every tag that is named instead of another is in the tables", () => {
  const table = new URL("../../server/data/tables/image-tags.tsv", import.meta.url);
  const keys = readFileSync(table, "utf8").split("\n").slice(1, -1);
  const named = keys
    .map((line) => line.split("\t"))
    .filter(([key = "", distribution]) => distribution !== "alpine" && !key.includes("<v>"))
    .flatMap(([key = ""]) => {
      const answer = variant(key);
      return answer.kind === "none" && answer.instead ? [answer.instead] : [];
    });
  const known = new Set(keys.map((line) => line.split("\t")[0]));
  const systems = /^alpine:/;
  expect([...new Set(named)].filter((one) => !known.has(one) && !systems.test(one))).toEqual([]);
});

function variant(reference: string) {
  const [, image = "", tag = ""] = /^(.*):([^:/]*)$/.exec(reference) ?? [];
  return images.alpineVariant(image, tag);
}
