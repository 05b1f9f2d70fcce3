import { describe, expect, it } from "vitest";
import { findingsOf } from "../rules/analyze";

/** What is said of a file that is fetched on Alpine; undefined when nothing is. */
function said(url: string): string | undefined {
  return findingsOf(`FROM alpine:3.24\nADD ${url} /opt/\n`, "prebuilt-for-glibc")[0]?.message;
}

describe("built for glibc", () => {
  it.each([
    ["https://awscli.amazonaws.com/awscli-exe-linux-x86_64-2.0.30.zip", "AWS CLI 2"],
    ["https://repo.anaconda.com/miniconda/Miniconda3-latest-Linux-x86_64.sh", "Conda"],
    ["https://dl.google.com/linux/direct/google-chrome-stable_current_amd64.deb", "Google Chrome"],
    ["https://chromedriver.storage.googleapis.com/2.43/chromedriver_linux64.zip", "ChromeDriver"],
    [
      "https://github.com/mozilla/geckodriver/releases/download/v0.36.0/geckodriver-v0.36.0-linux64.tar.gz",
      "This geckodriver",
    ],
    [
      "https://github.com/wkhtmltopdf/packaging/releases/download/0.12.6-1/wkhtmltox_0.12.6-1.buster_amd64.deb",
      "wkhtmltopdf",
    ],
    ["https://github.com/protocolbuffers/protobuf/releases/download/v25.1/protoc-25.1-linux-x86_64.zip", "This protoc"],
    ["https://nodejs.org/dist/v22.9.0/node-v22.9.0-linux-x64.tar.xz", "This Node.js"],
    ["https://go.dev/dl/go1.20.14.linux-amd64.tar.gz", "This Go toolchain"],
    [
      "https://github.com/adoptium/temurin21-binaries/releases/download/j/OpenJDK21U-jre_x64_linux_hotspot_21.tar.gz",
      "This JDK",
    ],
    [
      "https://repo1.maven.org/maven2/org/flywaydb/flyway-commandline/8.2.2/flyway-commandline-8.2.2-linux-x64.tar.gz",
      "The JRE in this archive",
    ],
    ["https://github.com/docker/compose/releases/download/1.29.2/docker-compose-Linux-x86_64", "docker-compose 1"],
    ["https://github.com/krallin/tini/releases/download/v0.19.0/tini", "This tini"],
    [
      "https://github.com/gohugoio/hugo/releases/download/v0.111.3/hugo_extended_0.111.3_Linux-64bit.tar.gz",
      "Hugo extended",
    ],
    [
      "https://github.com/PowerShell/PowerShell/releases/download/v7.4.0/powershell-7.4.0-linux-x64.tar.gz",
      "This PowerShell",
    ],
    [
      "https://storage.googleapis.com/flutter_infra_release/releases/stable/linux/flutter_linux_3.22.0-stable.tar.xz",
      "What Flutter fetches",
    ],
    ["https://bitcoin.org/bin/bitcoin-core-0.18.0/bitcoin-0.18.0-x86_64-linux-gnu.tar.gz", "By its name"],
    ["https://github.com/Z3Prover/z3/releases/download/z3-4.8.0/z3-4.8.0-x64-ubuntu-16.04.zip", "By its name"],
    ["https://example.com/Tool-x86_64.AppImage", "By its name"],
  ])("%s", (url, name) => {
    expect(said(url)).toMatch(new RegExp(`^${name.replace(/[.]/g, "\\.")}`));
  });
});

describe("runs on any Linux, or is no program", () => {
  it.each([
    "https://dl.k8s.io/release/v1.34.0/bin/linux/amd64/kubectl",
    "https://get.helm.sh/helm-v3.16.0-linux-amd64.tar.gz",
    "https://releases.hashicorp.com/terraform/1.9.0/terraform_1.9.0_linux_amd64.zip",
    "https://github.com/tianon/gosu/releases/download/1.17/gosu-amd64",
    "https://github.com/krallin/tini/releases/download/v0.19.0/tini-static-amd64",
    "https://github.com/krallin/tini/releases/download/v0.19.0/tini.asc",
    "https://github.com/Yelp/dumb-init/releases/download/v1.2.5/dumb-init_1.2.5_x86_64",
    "https://github.com/just-containers/s6-overlay/releases/download/v3.2.0.0/s6-overlay-x86_64.tar.xz",
    "https://github.com/jqlang/jq/releases/download/jq-1.7/jq-linux-amd64",
    "https://github.com/docker/compose/releases/download/v2.29.0/docker-compose-linux-x86_64",
    "https://download.docker.com/linux/static/stable/x86_64/docker-27.0.1.tgz",
    "https://github.com/gohugoio/hugo/releases/download/v0.111.3/hugo_0.111.3_linux-amd64.tar.gz",
    "https://go.dev/dl/go1.21.0.linux-amd64.tar.gz",
    "https://github.com/mozilla/geckodriver/releases/download/v0.25.0/geckodriver-v0.25.0-linux64.tar.gz",
    "https://unofficial-builds.nodejs.org/download/release/v22.9.0/node-v22.9.0-linux-x64-musl.tar.xz",
    "https://github.com/oven-sh/bun/releases/latest/download/bun-linux-x64-musl.zip",
    "https://github.com/jwilder/dockerize/releases/download/v0.6.1/dockerize-alpine-linux-amd64-v0.6.1.tar.gz",
    "https://static.rust-lang.org/dist/rust-1.80.0-x86_64-unknown-linux-musl.tar.gz",
    "https://johnvansickle.com/ffmpeg/releases/ffmpeg-release-amd64-static.tar.xz",
    "https://archive.apache.org/dist/maven/maven-3/3.9.9/binaries/apache-maven-3.9.9-bin.tar.gz",
    "https://nodejs.org/dist/v22.9.0/SHASUMS256.txt",
    "https://nodejs.org/dist/v22.9.0/node-v22.9.0.tar.gz",
    "https://example.com/ubuntu-theme-1.0-src.tar.gz",
    "https://download.docker.com/linux/debian/gpg",
  ])("%s", (url) => {
    expect(said(url)).toBeUndefined();
  });
});

describe("the way out", () => {
  it("is the package of releases that have it, and another way where there is none", () => {
    const url = "https://binaries.sonarsource.com/Distribution/sonar-scanner-cli/sonar-scanner-cli-6.2.1-linux-x64.zip";
    expect(said(url)).toContain("`apk add sonar-scanner`");
    const [older] = findingsOf(`FROM alpine:3.22\nADD ${url} /opt/\n`, "prebuilt-for-glibc");
    expect(older?.message).toContain("without a JRE");
  });

  it("may have been taken: `gcompat` lets some programs start, but not those that are impossible", () => {
    const found = (url: string) =>
      findingsOf(`FROM alpine:3.24\nRUN apk add --no-cache gcompat\nADD ${url} /opt/\n`, "prebuilt-for-glibc").length;
    expect(found("https://github.com/krallin/tini/releases/download/v0.19.0/tini")).toBe(0);
    expect(found("https://repo.anaconda.com/miniconda/Miniconda3-latest-Linux-x86_64.sh")).toBe(1);
  });
});
