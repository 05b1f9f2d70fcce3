import { installsOf } from "../manifests/installs";
import { compareVersions } from "../manifests/python/version";
import { type Stage, sourcesOf } from "../model/build";
import type { Span } from "../text/edits";
import type { Hazard, HazardSeverity, Hit, Place } from "./hazard";
import { mayHave } from "./packages-there";

export const javaLibraryForGlibc: Hazard = {
  name: "java-library-for-glibc",
  severity: "information",
  summary: "A library of Java loads native code that is built for glibc, or needs C++'s library",
  why: `Some archives of Java hold native libraries and load the one for the machine. On Alpine, one that is built for glibc ends with
\`UnsatisfiedLinkError: ld-linux-x86-64.so.2\`, and one that is written in C++ asks for \`libstdc++.so.6\`, which Alpine's Java images do not have.
Whether a program loads it, only a run shows: this is information, and no reason against Alpine.

\`protoc\`, which plugins of Maven and Gradle download, is started by each build: on Alpine it is an error. Install \`protobuf\`, and name its
\`protoc\` to the plugin.

Read are \`pom.xml\`, \`build.gradle\`, \`build.gradle.kts\` and \`gradle/libs.versions.toml\` where \`mvn\` or \`gradle\` is called, in the stage itself and
in those whose files it copies.`,
  related: [],
  examples: [
    {
      before:
        "FROM maven:3-eclipse-temurin-21 AS build\nWORKDIR /src\nCOPY pom.xml ./\nRUN mvn package\nFROM eclipse-temurin:21-jre-alpine\nCOPY --from=build /src/target/app.jar /app.jar\n",
      files: {
        "pom.xml":
          "<project><dependencies><dependency><groupId>org.xerial.snappy</groupId><artifactId>snappy-java</artifactId><version>1.1.10.5</version></dependency></dependencies></project>",
      },
    },
    {
      before: "FROM gradle:8-jdk21-alpine\nWORKDIR /src\nCOPY . .\nRUN gradle build\n",
      files: { "build.gradle": "dependencies { implementation 'org.rocksdb:rocksdbjni:9.7.3' }\n" },
    },
    {
      before: "FROM gradle:8-jdk21-alpine\nWORKDIR /src\nCOPY . .\nRUN gradle build\n",
      files: { "build.gradle.kts": 'protobuf { protoc { artifact = "com.google.protobuf:protoc:3.25.1" } }\n' },
    },
  ],
  leftAlone: [
    {
      why: "the version has a library for musl",
      text: "FROM maven:3-eclipse-temurin-21-alpine\nWORKDIR /src\nCOPY pom.xml ./\nRUN mvn package\n",
      files: {
        "pom.xml":
          "<project><dependencies><dependency><groupId>org.xerial.snappy</groupId><artifactId>snappy-java</artifactId><version>1.1.10.8</version></dependency></dependencies></project>",
      },
    },
    {
      why: "what it loads is installed",
      text: "FROM gradle:8-jdk21-alpine\nRUN apk add --no-cache libstdc++\nWORKDIR /src\nCOPY . .\nRUN gradle build\n",
      files: { "build.gradle": "dependencies { implementation 'org.rocksdb:rocksdbjni:9.7.3' }\n" },
    },
    {
      why: "the library is plain Java",
      text: "FROM gradle:8-jdk21-alpine\nWORKDIR /src\nCOPY . .\nRUN gradle build\n",
      files: { "build.gradle": "dependencies { implementation 'org.lz4:lz4-pure-java:1.8.0' }\n" },
    },
  ],
  *find(place): Iterable<Hit> {
    const { stage } = place;
    const told = new Set<string>();
    for (const { from, span } of [{ from: stage, span: undefined }, ...copiedStages(place)]) {
      for (const install of installsOf(place.build, place.workspace).in(from)) {
        const { ecosystem, name, version, file } = install.requirement;
        const library = ecosystem === "maven" ? libraries.find((one) => one.name === name) : undefined;
        if (!library || told.has(name) || (library.onlyBuilds && span) || isFine(library, version, place)) continue;
        told.add(name);
        yield {
          span: span ?? install.span,
          message: `${name.replace(/^.*:/, "")} (${file}) ${library.message}`,
          severity: library.severity ?? "information",
        };
      }
    }
  },
};

interface Library {
  readonly name: string;
  /** Goes on from the name and its file. */
  readonly message: string;
  /** The first version that runs on musl. */
  readonly from?: string;
  /** Packages that let it run. */
  readonly packages: readonly string[];
  readonly severity?: HazardSeverity;
  /** It is used while the project is built, and not by the program. */
  readonly onlyBuilds?: true;
}

const libraries: readonly Library[] = [
  {
    // xerial/snappy-java#632, released with 1.1.10.8.
    name: "org.xerial.snappy:snappy-java",
    message:
      "brings a library for glibc, which does not load on Alpine. Use version 1.1.10.8 or newer, or add `gcompat`.",
    from: "1.1.10.8",
    packages: ["gcompat", "libc6-compat"],
  },
  {
    // facebook/rocksdb#10651, #3143.
    name: "org.rocksdb:rocksdbjni",
    message: "loads `libstdc++.so.6`, which Alpine's Java images do not have. Add `libstdc++`.",
    packages: ["libstdc++"],
  },
  {
    // netty/netty-tcnative#152.
    name: "io.netty:netty-tcnative",
    message:
      "is linked with glibc, so Netty falls back to Java's own TLS on Alpine, or does not start where it is asked for. Leave it out, or add `gcompat` and test it.",
    packages: ["gcompat", "libc6-compat"],
  },
  {
    // xolstice/protobuf-maven-plugin#23, google/protobuf-gradle-plugin#265.
    name: "com.google.protobuf:protoc",
    message:
      "is downloaded and started by this build, and it is built for glibc: on Alpine it is `not found`. Add `protobuf` and name its `protoc` to the plugin, or build on Debian.",
    packages: ["gcompat", "libc6-compat"],
    severity: "error",
    onlyBuilds: true,
  },
];

function isFine({ from, packages }: Library, version: string, place: Place): boolean {
  // A version that another file tells may be any.
  if (from !== undefined && (version === "" || /\$/.test(version) || compareVersions(version, from) >= 0)) return true;
  return place.onAlpine && mayHave(place, ...packages);
}

/** The stages whose files a stage takes, with the word that names the first. */
function copiedStages({ build, stage }: Place): { readonly from: Stage; readonly span: Span | undefined }[] {
  return stage.instructions.flatMap((copy) => {
    const [word] = copy.json ?? copy.words;
    const isFile = copy.name === "COPY" && copy.flags.some(({ name }) => name === "from");
    return isFile && word ? sourcesOf(copy, build.stages).map((from) => ({ from, span: word.span })) : [];
  });
}
