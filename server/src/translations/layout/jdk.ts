import type { Layout } from "./layout";

const machine = String.raw`(?:-(?:amd64|arm64|armhf|i386|ppc64el|s390x|\$\{?\w+\}?))?`;

/** The folders of Alpine's JDKs carry no architecture, and that of Java 8 is called 1.8. */
export const jdk: Layout = {
  packages: /^(openjdk-\d+-(jdk|jre)(-headless)?|oracle-java\d+-(installer|set-default)|(?!default)\w*jdk.*)$/,
  source: "aports, community/openjdk8 to openjdk25",
  moves: [
    {
      from: new RegExp(String.raw`/usr/lib/jvm/java-(?:1\.)?([78])(?:\.0)?-(?:openjdk|oracle)${machine}`, "g"),
      to: "/usr/lib/jvm/java-1.$1-openjdk",
    },
    {
      from: new RegExp(String.raw`/usr/lib/jvm/java-(?:1\.)?(\d\d)(?:\.0)?-(?:openjdk|oracle)${machine}`, "g"),
      to: "/usr/lib/jvm/java-$1-openjdk",
    },
    {
      from: new RegExp(String.raw`/usr/lib/jvm/(?:default-java|java-\$\{?\w+\}?-(?:openjdk|oracle)${machine})`, "g"),
      to: "/usr/lib/jvm/default-jvm",
    },
  ],
};

/** Which version that is, the image says: `default-jvm` leads to it. */
export const defaultJdk: Layout = {
  packages: /^default-(jdk|jre)(-headless)?$/,
  source: "aports, community/java-common",
  moves: [
    {
      from: new RegExp(
        String.raw`/usr/lib/jvm/(?:default-java|java-(?:1\.)?(?:\d+|\$\{?\w+\}?)(?:\.0)?-openjdk${machine})`,
        "g",
      ),
      to: "/usr/lib/jvm/default-jvm",
    },
  ],
};
