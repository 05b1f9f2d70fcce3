/** A library that a build of Maven or Gradle names. */
export interface Artifact {
  /** `group:name`. */
  readonly name: string;
  /** As written; empty where another file tells it. */
  readonly version: string;
}

/** The dependencies of a `pom.xml`, with versions that are properties of the same file. */
export function readPom(text: string): Artifact[] {
  const code = without(text, "<!--", "-->");
  const properties = new Map(
    [...code.matchAll(/<([\w.-]+)>([^<>]+)<\//g)].map(([, name = "", value = ""]) => [name, value.trim()]),
  );
  const dependencies = between(code, "<dependency>", "</dependency>").flatMap((body) => {
    const field = (name: string) => between(body, `<${name}>`, `</${name}>`)[0]?.trim();
    const group = field("groupId");
    const artifact = field("artifactId");
    if (group === undefined || artifact === undefined || field("scope") === "test") return [];
    const version = (field("version") ?? "").replace(/\$\{([\w.-]+)\}/g, (_, name) => properties.get(name) ?? "");
    return [{ name: `${group}:${artifact}`, version }];
  });
  return [...dependencies, ...compilers(code)];
}

/** What `build.gradle`, `build.gradle.kts` and `libs.versions.toml` name as `"group:name:version"`. */
export function readGradle(text: string): Artifact[] {
  const code = text.replace(/^\s*(\/\/|#).*$/gm, "");
  const named = [...code.matchAll(/["'](?<name>[\w.-]+:[\w.-]+)(?::(?<version>[\w.$ {}-]+))?["']/g)];
  return [
    ...named.map(({ groups }) => ({ name: groups?.name ?? "", version: groups?.version ?? "" })),
    ...compilers(code),
  ];
}

/** The texts between two marks; what is not closed is none. */
function between(text: string, open: string, close: string): string[] {
  return text
    .split(open)
    .slice(1)
    .flatMap((part) => {
      const end = part.indexOf(close);
      return end < 0 ? [] : [part.slice(0, end)];
    });
}

function without(text: string, open: string, close: string): string {
  const [first = "", ...others] = text.split(open);
  return first + others.map((part) => part.slice(part.indexOf(close) + close.length)).join("");
}

/** `com.google.protobuf:protoc:3.25.1:exe:...`, which a plugin downloads and starts while it builds. */
function compilers(code: string): Artifact[] {
  return [...code.matchAll(/com\.google\.protobuf:protoc:([\w.${}-]+)/g)].map(([, version = ""]) => ({
    name: "com.google.protobuf:protoc",
    version,
  }));
}
