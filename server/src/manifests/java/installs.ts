import type { Invocation } from "../../shell/invocation";
import type { Place, Read } from "../place";
import { type Artifact, readGradle, readPom } from "./build-files";

const filesOf: ReadonlyMap<string, readonly string[]> = new Map([
  ["mvn", ["pom.xml"]],
  ["gradle", ["build.gradle", "build.gradle.kts", "gradle/libs.versions.toml"]],
]);

/** The libraries that a build of Maven or Gradle brings, by the files of the project's own folder. */
export function javaInstalls(call: Invocation, place: Place): Read[] | undefined {
  const files = filesOf.get(call.name.replace(/^(mvn|gradle)w$/, "$1"));
  if (!files) return undefined;
  const found = new Map<string, { readonly artifact: Artifact; readonly file: string }>();
  for (const path of files) {
    const file = place.read(path);
    const artifacts = file ? (path === "pom.xml" ? readPom : readGradle)(file.text) : [];
    for (const artifact of artifacts) if (file) found.set(artifact.name, { artifact, file: file.path });
  }
  return [...found.values()].map(({ artifact: { name, version }, file }) => ({
    requirement: { ecosystem: "maven", name, version, extras: [], file },
    span: call.nameSpan,
  }));
}
