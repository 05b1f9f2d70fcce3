/** A program that is offered for download, built for glibc. */
export interface PrebuiltProgram {
  /** As a sentence begins with it. */
  readonly name: string;
  /** Found in the address, without its scheme. */
  readonly address: RegExp;
  /** Addresses that `address` finds and that run on musl all the same. */
  readonly except?: RegExp;
  /** Alpine packages that take its place, in releases that have them all. */
  readonly packages?: readonly string[];
  /** What to do where there is no package: one sentence. */
  readonly instead: string;
  /** Alpine packages with which it runs on musl all the same; a conversion adds them. */
  readonly runsWith?: readonly string[];
  /** Its installer takes the build for musl on Alpine by itself. */
  readonly forMusl?: true;
  /** There is no way to run it on musl. */
  readonly impossible?: true;
  /** Where it was reported or is documented; `packaging` when it follows from what the archive holds. */
  readonly source: string;
}

const keepDebian = "Keep this stage on Debian.";
const java = "Use the archive without a JRE, and Alpine's OpenJDK.";

/** The first that fits wins. */
export const prebuiltPrograms: readonly PrebuiltProgram[] = [
  {
    name: "AWS CLI 2",
    address: /awscli\.amazonaws\.com\/awscli-exe-linux/,
    packages: ["aws-cli"],
    instead: "Use the `public.ecr.aws/aws-cli/aws-cli` image for what needs it, or keep this stage on Debian.",
    source: "aws/aws-cli#4685",
  },
  {
    name: "AWS SAM CLI",
    address: /aws-sam-cli-linux/,
    instead: "Install it with pip.",
    source: "packaging",
  },
  {
    name: "The Session Manager plugin",
    address: /session-manager-plugin\.(deb|rpm)/,
    instead: keepDebian,
    source: "packaging",
  },
  {
    name: "Conda",
    address: /(miniconda|anaconda|miniforge|mambaforge|mambaforge-pypy3)\d?-[^/]*(linux|\$\{?\(?uname)/i,
    instead: "Use Python's own packages with pip, or keep this stage on Debian.",
    impossible: true,
    source: "conda/conda#12585, conda-forge/miniforge#219",
  },
  {
    name: "Google Chrome",
    address: /dl\.google\.com\/linux\/(direct\/google-chrome|chrome\/)|google-chrome-\w+_[^/]*\.(deb|rpm)/,
    packages: ["chromium"],
    instead: "Use `apk add chromium`.",
    source: "puppeteer/puppeteer#12990",
  },
  {
    name: "ChromeDriver",
    address: /chromedriver[_-]linux64|chrome-for-testing-public\/.*linux64/,
    packages: ["chromium", "chromium-chromedriver"],
    instead: "Use `apk add chromium chromium-chromedriver`.",
    source: "puppeteer/puppeteer#12990",
  },
  {
    name: "This Firefox",
    address: /download\.mozilla\.org\/\?.*\bos=linux|\/firefox\/releases\/.*linux-/,
    packages: ["firefox-esr"],
    instead: "Use `apk add firefox`.",
    source: "packaging",
  },
  {
    name: "This geckodriver",
    address: /geckodriver-v0\.(2[6-9]|[3-9]\d)\.\d+-linux64/,
    packages: ["geckodriver"],
    instead: "Use geckodriver 0.25, the last one built for musl, or keep this stage on Debian.",
    source: "mozilla/geckodriver#1679",
  },
  {
    name: "PhantomJS",
    address: /phantomjs-[^/]*linux/,
    instead: "It is no longer developed: use headless Chromium (`apk add chromium`), or keep this stage on Debian.",
    source: "ariya/phantomjs#14186",
  },
  {
    name: "wkhtmltopdf",
    address: /wkhtmlto(x|pdf)[-_][^/]*(\.deb|\.rpm|linux[^/]*amd64|amd64[^/]*linux)/i,
    packages: ["wkhtmltopdf"],
    instead: "Alpine dropped it in 3.15: use Chromium or WeasyPrint, or keep this stage on Debian.",
    source: "wkhtmltopdf/wkhtmltopdf#3265, #5142",
  },
  {
    name: "This protoc",
    address: /protoc-[^/]*linux[-_](x86_64|x86_32|aarch_64|\$)/,
    packages: ["protoc"],
    instead: "Use `apk add protoc`.",
    source: "protocolbuffers/protobuf#5053",
  },
  {
    name: "The Dart SDK",
    address: /dartsdk-linux/,
    instead: "Compile in a stage FROM dart, and copy the program with `/runtime/` into the final stage.",
    source: "dart-lang/sdk#40906",
  },
  {
    name: "This Dart Sass",
    address: /(dart-sass|sass_embedded)-[^/]*linux-(x64|arm64)/,
    instead: "Use the archive whose name has `-musl`.",
    source: "sass/dart-sass#2148",
  },
  {
    name: "This Node.js",
    address: /nodejs\.org\/(dist|download)\/.*linux-(x64|x86|arm64|armv|\$)|nodejs\.org\/dist\/.*node-[^/]*linux/,
    packages: ["nodejs", "npm"],
    instead: "Use the node image for Alpine, or the musl archive of unofficial-builds.nodejs.org.",
    source: "nodejs/unofficial-builds",
  },
  {
    name: "What nvm installs",
    address: /(nvm-sh|creationix)\/nvm(?:\/[^\s]*install\.sh|(?:\.git)?\/?$)/,
    packages: ["nodejs", "npm"],
    instead: "Use the node image for Alpine.",
    source: "nvm-sh/nvm, README, Alpine",
  },
  {
    name: "What Flutter fetches",
    address: /github\.com\/flutter\/flutter(\.git)?\/?$|flutter_infra_release\/.*flutter_linux/,
    instead: "Keep the stage that builds on Debian: Dart and the engine are glibc programs.",
    impossible: true,
    source: "flutter/flutter#124285",
  },
  {
    name: "What emsdk installs",
    address: /github\.com\/(emscripten-core|juj|kripken)\/emsdk(\.git)?\/?$/,
    instead: "Keep the stage that builds on Debian, or use the emscripten/emsdk image.",
    source: "emscripten-core/emsdk#1152",
  },
  {
    name: "What volta and fnm install",
    address: /get\.volta\.sh|fnm\.vercel\.app\/install/,
    packages: ["nodejs", "npm"],
    instead: "Use the node image for Alpine.",
    source: "volta-cli/volta#473",
  },
  {
    name: "This Bun",
    address: /bun-linux-(x64|aarch64)(-baseline)?\.zip/,
    instead: "Use the archive whose name has `-musl`, or the image oven/bun:alpine.",
    source: "oven-sh/bun releases",
  },
  {
    name: "Bun",
    address: /\bbun\.(?:sh|com)\/install\b/,
    runsWith: ["libgcc", "libstdc++"],
    forMusl: true,
    instead: "Check that it starts.",
    source:
      "bun.sh/install, which looks for /etc/alpine-release; oven-sh/bun, dockerhub/alpine/Dockerfile for the libraries",
  },
  {
    name: "This Deno",
    address: /deno-x86_64-unknown-linux-gnu|deno\.land\/(x\/install\/)?install\.sh/,
    packages: ["deno"],
    instead: "Use the image denoland/deno:alpine.",
    source: "denoland/deno#3711",
  },
  {
    name: "This Go toolchain",
    address: /\bgo1\.(\d|1\d|20)(\.\d+|rc\d+|beta\d+)*\.linux-/,
    packages: ["go"],
    runsWith: ["libc6-compat"],
    instead: "Use the golang image for Alpine; from Go 1.21 on, the archive runs there too.",
    source: "golang/go#57007, docker-library/golang#474",
  },
  {
    name: "This JDK",
    address:
      /(download\.(oracle\.com|java\.net)\/.*(jdk|jre)[^/]*linux)|OpenJDK\d+U?-(jdk|jre)_(x64|aarch64)_linux|zulu[^/]*linux_(x64|aarch64|i686)|amazon-corretto-[^/]*(x64|aarch64)-linux-(jdk|jre)|graalvm-[^/]*linux|bellsoft-(jdk|jre)[^/]*linux|(jdk|jre)-\d+u\d+-linux-(x64|i586)|server-jre-[^/]*linux/,
    instead: "Use Alpine's OpenJDK (`apk add openjdk21-jre`), or the archive for Alpine or musl of the same maker.",
    source: "adoptium/temurin-build, names of releases",
  },
  {
    name: "What SDKMAN installs",
    address: /get\.sdkman\.io/,
    instead: "Use Alpine's OpenJDK (`apk add openjdk21-jdk`).",
    source: "sdkman/sdkman-cli#658",
  },
  {
    name: "The JRE in this archive",
    address: /flyway-commandline-[^/]*linux-x64/,
    instead: java,
    source: "flyway/flyway#3356",
  },
  {
    name: "The JRE in this archive",
    address: /sonar-scanner-cli-[^/]*linux/,
    packages: ["sonar-scanner"],
    instead: java,
    source: "SonarSource/sonar-scanner-npm#107",
  },
  {
    name: "The JDK in this archive",
    address: /(elasticsearch|logstash|opensearch)-[^/]*linux-x(86_)?64\.tar\.gz/,
    instead: "Use the project's own image.",
    source: "packaging",
  },
  {
    name: "The Node.js in this archive",
    address: /(kibana|kibi|opensearch-dashboards)-[^/]*linux-x(86_)?(64)?/,
    instead: "Use the project's own image, or Alpine's nodejs in its place.",
    source: "docker-library/kibana#32",
  },
  {
    name: "This Beat",
    address: /(filebeat|metricbeat|packetbeat|heartbeat|auditbeat|apm-server)-[^/]*linux-x86(_64)?\.tar\.gz/,
    instead: "Add `gcompat`, or use the project's own image.",
    source: "elastic/beats#11806",
  },
  {
    name: "This Grafana",
    address: /grafana-[^/]*linux-(x64|amd64)/,
    packages: ["grafana"],
    instead: "Use the archive whose name has `-musl`.",
    source: "grafana/grafana#4669, #19798",
  },
  {
    name: "This InfluxDB",
    address: /influxdb-1\.[^/]*linux_amd64/,
    instead: "Use the archive whose name has `static`.",
    source: "docker-library/official-images#1741",
  },
  {
    name: "MongoDB",
    address: /fastdl\.mongodb\.org\/linux\/|percona-server-mongodb-[^/]*(x86_64|bundle)|mongosh-[^/]*linux/,
    instead: "Keep this stage on Debian, as Alpine has no MongoDB.",
    impossible: true,
    source: "docker-library/mongo#306",
  },
  {
    name: "MySQL",
    address: /mysql-[^/]*linux-glibc/,
    packages: ["mariadb"],
    instead: keepDebian,
    source: "packaging",
  },
  {
    name: "Oracle Instant Client",
    address: /(oracle-)?instantclient[-_][^/]*linux|otn_software\/linux\/instantclient/i,
    instead: "Add `gcompat`, `libaio` and `libnsl`, and test it; Oracle supports glibc only.",
    source: "docker-php-extension-installer, special requirements",
  },
  {
    name: "docker-compose 1",
    address: /docker\/compose\/releases\/download\/v?1\./,
    packages: ["docker-cli-compose"],
    instead: "Use version 2, which is static.",
    source: "docker/compose#3309",
  },
  {
    name: "This tini",
    address: /krallin\/tini\/releases\/[^\s]*\/tini(-amd64|-arm64|-armhf|-\$\{?\w+\}?|-\$\([^)]*\))?$/,
    packages: ["tini"],
    instead: "Use `tini-static` from the same release.",
    source: "krallin/tini#37",
  },
  {
    name: "This dockerize",
    address: /jwilder\/dockerize\/releases\/[^\s]*\/dockerize-linux-amd64-v0\.[3-6]/,
    instead: "Use the archive whose name has `alpine`.",
    source: "jwilder/dockerize#47, #59",
  },
  {
    name: "Hugo extended",
    address: /hugo_extended_[^/]*linux/i,
    packages: ["hugo"],
    instead: "Use `apk add hugo`.",
    source: "gohugoio/hugo#4961, #10839",
  },
  {
    name: "Tailwind CSS 4",
    address: /tailwindcss\/releases\/(latest\/download|download\/v4[^/]*)\/tailwindcss-linux-(x64|arm64)$/,
    instead: "Use the file whose name has `-musl`.",
    source: "tailwindlabs/tailwindcss#15031",
  },
  {
    name: "The Codecov uploader",
    address: /uploader\.codecov\.io\/[^/]+\/linux\/codecov$/,
    instead: "Use the file below `/alpine/` in place of `/linux/`.",
    source: "codecov/uploader#38",
  },
  {
    name: "This PowerShell",
    address: /powershell-[^/]*linux-(x64|arm64)/,
    instead: "Use the archive whose name has `linux-musl-x64`.",
    source: "PowerShell/PowerShell releases",
  },
  {
    name: "This .NET",
    address: /(dotnet-sdk|dotnet-runtime|aspnetcore-runtime)-[^/]*linux-(x64|arm64)/,
    instead: "Use the archive whose name has `linux-musl-x64`.",
    source: "dotnet/core releases",
  },
  {
    name: "The New Relic agent",
    address: /newrelic-php5-[\d.]+-linux\.tar/,
    instead: "Use the archive whose name has `linux-musl`.",
    source: "newrelic/newrelic-php-agent#383",
  },
  {
    name: "This Julia",
    address: /julia-[^/]*linux-(x86_64|i686|aarch64)/,
    instead: "Use the archive whose name has `musl`, where the version has one.",
    source: "julialang.org/downloads",
  },
  {
    name: "This CMake",
    address: /cmake-[^/]*-linux-(x86_64|aarch64)/i,
    packages: ["cmake"],
    instead: "Use `apk add cmake`.",
    source: "packaging",
  },
  {
    name: "Bazel",
    address: /bazel-[^/]*(installer-)?linux-x86_64|bazelisk-linux/,
    except: /bazelisk/,
    instead: "Keep the stage that builds on Debian.",
    source: "bazelbuild/bazel#5891",
  },
  {
    name: "The Android SDK",
    address:
      /dl\.google\.com\/android\/(android-sdk|repository\/[^/]*(tools|ndk|emulator)[^/]*linux)|android-ndk-[^/]*linux/,
    instead: "Keep the stage that builds on Debian: aapt2, adb and the NDK are glibc programs.",
    impossible: true,
    source: "packaging",
  },
  {
    name: "This compiler",
    address: /clang\+llvm-[^/]*linux|gcc-arm-none-eabi-[^/]*linux|swift-[^/]*(ubuntu|RELEASE-)/,
    instead: "Use Alpine's package of it, or keep the stage that builds on Debian.",
    source: "packaging",
  },
  {
    name: "Steam's client",
    address: /steamcmd_linux/,
    instead: keepDebian,
    impossible: true,
    source: "packaging",
  },
  {
    name: "The Bedrock server",
    address: /bedrock-server-/,
    instead: keepDebian,
    impossible: true,
    source: "packaging",
  },
  {
    name: "TeamSpeak",
    address: /teamspeak3-(server|client)[-_]linux_(amd64|x86)/i,
    instead: "Use the archive whose name has `linux_alpine`, or keep this stage on Debian.",
    source: "teamspeak.com, downloads",
  },
  {
    name: "NVIDIA's software",
    address: /developer\.(download\.)?nvidia\.com\/.*\.(run|deb)|NVIDIA-Linux-|cuda_[\d.]+_linux/,
    instead: "Keep this stage on NVIDIA's own images.",
    impossible: true,
    source: "NVIDIA, supported systems",
  },
  {
    name: "Meteor",
    address: /install\.meteor\.com/,
    instead: "Keep the stage that builds on Debian.",
    impossible: true,
    source: "meteor/meteor#7043",
  },
  {
    name: "Google Cloud CLI",
    address: /sdk\.cloud\.google\.com|google-cloud-(sdk|cli)-[^/]*linux/,
    instead: "Add `python3` and `bash` and set `CLOUDSDK_PYTHON=python3`, as google/cloud-sdk:alpine does.",
    source: "GoogleCloudPlatform/cloud-sdk-docker",
  },
  {
    name: "What this script installs",
    address:
      /get\.docker\.com(\/?$|\s)|aka\.ms\/InstallAzureCLIDeb|install-(?:ubuntu|debian)[\w-]*\.sh|ollama\.(com|ai)\/install\.sh|cli-assets\.heroku\.com\/install/,
    instead: "Use Alpine's package of it, or keep this stage on Debian.",
    source: "docker/docker-install, supported systems",
  },
];

/** In names of files: what says that they run on musl, or on any Linux. */
export const runsOnMusl = /musl|alpine|[-_.]static\b|\bstatic[-_.]/i;

/** In names of files: what says that they were built for glibc. */
export const madeForGlibc =
  /linux[-_]gnu|gnu[-_]linux|[-_.]glibc|\.AppImage$|[-_.](ubuntu|debian|centos|rhel|fedora|xenial|bionic|focal|jammy|noble|trusty|stretch|buster|bullseye|bookworm)[-_.\d]/i;
