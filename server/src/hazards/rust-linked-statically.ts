import { type Install, installsOf } from "../manifests/installs";
import { needsOf } from "../manifests/needs";
import { rootImage } from "../model/platform";
import { listed } from "../rules/shared/sentences";
import type { Hazard, Hit, Place } from "./hazard";
import { mayHaveBefore } from "./packages-there";

export const rustLinkedStatically: Hazard = {
  name: "rust-linked-statically",
  severity: "error",
  summary: "A crate links a shared library, and Rust links statically on Alpine",
  why: `The Rust of rustup, which the official images hold, links programs for musl statically. A crate such as \`openssl-sys\` then needs the static
library, which \`openssl-dev\` does not bring: linking fails, or the program ends with a segmentation fault when it calls the shared one.

Either install the static library (\`openssl-libs-static\`, \`sqlite-static\`), or let Rust link dynamically with
\`RUSTFLAGS="-C target-feature=-crt-static"\` and install the libraries, and \`libgcc\`, where the program runs. Crates with a feature
\`vendored\` or \`bundled\` that build the library themselves, and rustls in place of OpenSSL, are the third way. Alpine's own package \`rust\` links
dynamically.

A conversion adds the static libraries, where Alpine has them.`,
  related: [],
  examples: [
    {
      before:
        "FROM rust:1.90-alpine\nWORKDIR /src\nRUN apk add --no-cache musl-dev openssl-dev\nCOPY . .\nRUN cargo build --release\n",
      files: { "Cargo.lock": '[[package]]\nname = "openssl-sys"\nversion = "0.9.102"\n' },
    },
    {
      before:
        'FROM rust:1.90 AS build\nWORKDIR /src\nCOPY . .\nRUN cargo build --release\nFROM debian:bookworm-slim\nCOPY --from=build /src/target/release/app /app\nCMD ["/app"]\n',
      files: { "Cargo.lock": '[[package]]\nname = "pq-sys"\nversion = "0.6.1"\n' },
    },
  ],
  leftAlone: [
    {
      why: "the static library is there",
      text: "FROM rust:1.90-alpine\nWORKDIR /src\nRUN apk add --no-cache musl-dev openssl-dev openssl-libs-static pkgconf\nCOPY . .\nRUN cargo build --release\n",
      files: { "Cargo.lock": '[[package]]\nname = "openssl-sys"\nversion = "0.9.102"\n' },
    },
    {
      why: "Rust is told to link dynamically",
      text: 'FROM rust:1.90-alpine\nENV RUSTFLAGS="-C target-feature=-crt-static"\nWORKDIR /src\nRUN apk add --no-cache openssl-dev\nCOPY . .\nRUN cargo build --release\n',
      files: { "Cargo.toml": '[dependencies]\nopenssl = "0.10"\n' },
    },
    {
      why: "the crate builds the library itself",
      text: "FROM rust:1.90-alpine\nWORKDIR /src\nRUN apk add --no-cache make perl\nCOPY . .\nRUN cargo build --release\n",
      files: {
        "Cargo.lock":
          '[[package]]\nname = "openssl-src"\nversion = "300.3.1"\n\n[[package]]\nname = "openssl-sys"\nversion = "0.9.102"\n',
      },
    },
    {
      why: "Alpine's own Rust links dynamically",
      text: "FROM alpine:3.24\nWORKDIR /src\nRUN apk add --no-cache cargo openssl-dev\nCOPY . .\nRUN cargo build --release\n",
      files: { "Cargo.lock": '[[package]]\nname = "openssl-sys"\nversion = "0.9.102"\n' },
    },
  ],
  *find(place): Iterable<Hit> {
    const { build, stage, workspace } = place;
    if (rootImage(stage)?.image !== "rust") return;
    const installs = installsOf(build, workspace);
    const told = new Set<string>();
    for (const install of installs.in(stage)) {
      const { requirement, run, span } = install;
      if (requirement.ecosystem !== "cargo" || told.has(requirement.name)) continue;
      const message = messageFor(install, place);
      if (message === undefined) continue;
      const config = installs.placeOf(install.call, run, stage).read(".cargo/config.toml");
      if (/-crt-static/.test(config?.text ?? "")) continue;
      told.add(requirement.name);
      yield { span, message };
    }
  },
};

function messageFor({ requirement, run, call, span }: Install, place: Place): string | undefined {
  const { facts, release, onAlpine } = place;
  const flags = run.variables.get("RUSTFLAGS") ?? "";
  if (/-crt-static|prefer-dynamic/.test(flags + run.script.text)) return undefined;
  if (call.args.some(({ value }) => /-linux-gnu/.test(value))) return undefined;
  const libraries = needsOf(requirement, facts).build.filter(
    (name) => /-(dev|static)$/.test(name) && name !== "musl-dev",
  );
  if (libraries.length === 0) return undefined;
  const statics = libraries.filter((name) => name.endsWith("-static") && facts.alpine.resolves(name, release));
  const name = `${requirement.name} (${requirement.file})`;
  if (statics.length === 0) {
    return `${name} links a shared library, and this Rust links statically on Alpine, so the build fails or the program crashes. Set \`RUSTFLAGS="-C target-feature=-crt-static"\`, and install the library and \`libgcc\` where the program runs.`;
  }
  // A conversion adds them.
  const lacking = onAlpine ? libraries.filter((one) => !mayHaveBefore(place, span.start, one)) : [];
  return lacking.length > 0
    ? `This Rust links statically on Alpine, so ${name} needs the static library: without it the build fails, or the program crashes. Add ${listed(lacking.map((one) => `\`${one}\``))}.`
    : undefined;
}
