import type { Stage } from "../model/build";
import { callsOf } from "../model/calls";
import { runsOf, targets } from "../model/layers";
import { rootImage } from "../model/platform";
import { started } from "../model/started";
import type { Context, Found, Rule } from "./rule";
import { inBrackets } from "./shared/package-cost";

export const buildImageShipped: Rule = {
  name: "build-image-shipped",
  severity: "information",
  summary: "The image with the compiler is shipped with the program",
  why: `Images such as golang, rust, maven, gradle and the .NET SDK hold a compiler, its libraries and its cache, often close to a
gigabyte. A program that is compiled starts without them. Name the stage (\`FROM golang:1.26 AS build\`), and copy the result into a
stage on a small image: \`scratch\` or Alpine for static programs, the run-time image for Java and .NET.

Images that start the compiler or the build tool, or a shell, are left alone.`,
  related: [],
  fix: "none",
  examples: [
    { before: 'FROM golang:1.26\nWORKDIR /src\nCOPY . .\nRUN go build -o /app .\nCMD ["/app"]\n' },
    {
      before:
        'FROM maven:3-eclipse-temurin-21\nCOPY . /src\nRUN mvn -f /src package\nENTRYPOINT ["java", "-jar", "/src/target/app.jar"]\n',
    },
  ],
  leftAlone: [
    {
      why: "the program is copied into a small image",
      text: 'FROM golang:1.26 AS build\nCOPY . .\nRUN go build -o /app .\nFROM alpine:3.24\nCOPY --from=build /app /app\nCMD ["/app"]\n',
    },
    {
      why: "the image starts the build tool",
      text: 'FROM golang:1.26\nRUN go install ./...\nCMD ["go", "test", "./..."]\n',
    },
    { why: "the image starts a shell, to build in", text: "FROM rust:1.90\nRUN cargo install just\n" },
  ],
  *check(context) {
    for (const target of targets(context.build)) {
      const found = checkTarget(context, target);
      if (found) yield found;
    }
  },
};

interface Toolchain {
  readonly images: RegExp;
  /** Calls that compile, by program and first word. */
  readonly builds: RegExp;
  /** What the image is there for when it starts this. */
  readonly tools: RegExp;
  readonly instead: string;
}

const toolchains: readonly Toolchain[] = [
  {
    images: /^golang$/,
    builds: /^go (build|install|get)$/,
    tools: /\b(go|make|gin|air|fresh|realize|dlv|modd|reflex|gow|task|mage)\b(?!\/)/,
    instead: "copy the program into a stage FROM alpine, or FROM scratch when it is built with `CGO_ENABLED=0`",
  },
  {
    images: /^(rust|rustlang\/rust|ekidd\/rust-musl-builder)$/,
    builds: /^cargo (build|install|run)$/,
    tools: /\b(cargo|rustc|rustup|make)\b(?!\/)/,
    instead: "copy the program into a stage FROM a slim image of the same Debian release",
  },
  {
    images: /^(maven|gradle)$/,
    builds: /^(mvn|gradle|mvnw|gradlew) /,
    tools: /\b(mvn|gradle|mvnw|gradlew)\b/,
    instead: "copy the jar into a stage FROM eclipse-temurin with `-jre`",
  },
  {
    images: /^mcr\.microsoft\.com\/dotnet\/(core\/)?sdk$/,
    builds: /^dotnet (publish|build)$/,
    tools: /\bdotnet\W+(run|watch|test|ef|build|publish)\b/,
    instead: "copy what is published into a stage FROM mcr.microsoft.com/dotnet/aspnet",
  },
  {
    images: /^(haskell|swift|fpco\/stack-build|crystallang\/crystal|nimlang\/nim|gcc)$/,
    builds: /^(stack|cabal|ghc|swift|crystal|shards|nim|nimble|gcc|g\+\+|make|cmake) ?/,
    tools: /\b(stack|cabal|ghc|ghci|swift|crystal|nim|gcc|make)\b(?!\/)/,
    instead: "copy the program into a stage FROM a slim image of the same release",
  },
];

function checkTarget({ facts }: Context, target: Stage): Found | undefined {
  const root = rootImage(target);
  const toolchain = root && toolchains.find(({ images }) => images.test(root.image));
  const { word } = target.base;
  if (!root || !toolchain || !word) return undefined;
  const { entrypoint, command } = started(target);
  const text = `${entrypoint} ${command}`.trim();
  if (text === "" || toolchain.tools.test(text) || isShell(text) || isWindows(root.tag)) return undefined;
  const builds = runsOf(target)
    .flatMap(callsOf)
    .some(({ name, args }) =>
      toolchain.builds.test(`${name} ${args.find(({ value }) => !value.startsWith("-"))?.value ?? ""}`),
    );
  if (!builds) return undefined;
  const size = inBrackets(facts.images.size(root.image, root.tag)?.disk);
  return {
    span: word.span,
    message: `${root.image}:${root.tag} is shipped with its compiler and caches${size}, which the program does not need to run. Build in a stage of its own, and ${toolchain.instead}.`,
  };
}

/** A shell that is started to be worked in. */
function isShell(text: string): boolean {
  return /^\W*(\/\w+)*\/?(ba|a|da|z)?sh\W*$|\btail\W+-f\b|\bsleep\b/.test(text);
}

function isWindows(tag: string): boolean {
  return /windows|nanoserver/.test(tag);
}
