import { describe, expect, it } from "vitest";
import { readProject } from "../../server/src/manifests/dotnet/projects";
import { readGoMod } from "../../server/src/manifests/go/go-mod";
import { readGradle, readPom } from "../../server/src/manifests/java/build-files";
import { readExtensions } from "../../server/src/manifests/php/installs";
import { readCargoLock, readCargoToml } from "../../server/src/manifests/rust/cargo-files";

it("go.mod has its modules in blocks and on lines of their own", () => {
  const text = `module example.com/a // a comment

go 1.26

require github.com/mattn/go-sqlite3 v1.14.22

require (
	github.com/confluentinc/confluent-kafka-go/v2 v2.3.0
	golang.org/x/sync v0.7.0 // indirect
	// gopkg.in/old.v1 v1.0.0
)

replace github.com/mattn/go-sqlite3 => ./vendored
exclude example.com/b v1.0.0
`;
  expect(readGoMod(text)).toEqual([
    { path: "github.com/mattn/go-sqlite3", version: "1.14.22", indirect: false },
    { path: "github.com/confluentinc/confluent-kafka-go", version: "2.3.0", indirect: false },
    { path: "golang.org/x/sync", version: "0.7.0", indirect: true },
  ]);
});

describe("crates", () => {
  it("are read from Cargo.lock, without those whose library is built from source", () => {
    const crate = (name: string) => `[[package]]\nname = "${name}"\nversion = "1.2.3"\n`;
    const names = (text: string) => readCargoLock(text).map(({ name }) => name);
    expect(names(crate("openssl-sys") + crate("serde"))).toEqual(["openssl-sys", "serde"]);
    expect(names(crate("openssl-src") + crate("openssl-sys"))).toEqual(["openssl-src"]);
    expect(names("[[package]")).toEqual([]);
  });

  it("are read from Cargo.toml, where they stand for those below them", () => {
    const text = `[dependencies]
openssl = "0.10"
own = { package = "native-tls", version = "0.2" }
rdkafka = { version = "0.36", features = ["vendored"] }

[dev-dependencies]
pq-sys = "0.6"
`;
    expect(readCargoToml(text, "Cargo.toml").map(({ name, version }) => `${name} ${version}`)).toEqual([
      "openssl-sys 0.10",
      "openssl-sys 0.2",
    ]);
  });
});

it("extensions of PHP are read from composer.json, composer.lock and what it installs", () => {
  const lock = {
    packages: [{ require: { "ext-gd": "*", "a/b": "^1" } }],
    platform: { php: ">=8", "ext-GD": "*", "ext-oci8": "*" },
  };
  expect(readExtensions(JSON.stringify(lock))).toEqual(["gd", "oci8"]);
  expect(readExtensions('{ "require": { "ext-intl": "*" }, "require-dev": { "ext-xdebug": "*" } }')).toEqual(["intl"]);
  expect(readExtensions("{")).toEqual([]);
});

describe("libraries of Java", () => {
  it("are read from pom.xml, with versions that are properties", () => {
    const text = `<project>
  <properties><rocks.version>9.7.3</rocks.version></properties>
  <dependencies>
    <dependency><groupId>org.rocksdb</groupId><artifactId>rocksdbjni</artifactId><version>\${rocks.version}</version></dependency>
    <dependency>
      <groupId>junit</groupId> <artifactId>junit</artifactId> <version>4</version> <scope>test</scope>
    </dependency>
    <!-- <dependency><groupId>a</groupId><artifactId>b</artifactId></dependency> -->
    <dependency><groupId>c</groupId><artifactId>d</artifactId></dependency>
  </dependencies>
  <plugin><protocArtifact>com.google.protobuf:protoc:3.25.1:exe:\${os.detected.classifier}</protocArtifact></plugin>
</project>`;
    expect(readPom(text)).toEqual([
      { name: "org.rocksdb:rocksdbjni", version: "9.7.3" },
      { name: "c:d", version: "" },
      { name: "com.google.protobuf:protoc", version: "3.25.1" },
    ]);
    expect(readPom("<dependency><groupId>a<!-- ")).toEqual([]);
  });

  it("are read from the files of Gradle", () => {
    const names = (text: string) => readGradle(text).map(({ name, version }) => `${name} ${version}`);
    expect(names("implementation 'org.xerial.snappy:snappy-java:1.1.10.5'\n// 'a:b:1'\n")).toEqual([
      "org.xerial.snappy:snappy-java 1.1.10.5",
    ]);
    expect(names('snappy = { module = "org.xerial.snappy:snappy-java", version.ref = "snappy" }\n')).toEqual([
      "org.xerial.snappy:snappy-java ",
    ]);
  });
});

it("a project of .NET says what it refers to, and whether it needs cultures", () => {
  const text = `<Project Sdk="Microsoft.NET.Sdk.Web">
  <PropertyGroup><InvariantGlobalization>False</InvariantGlobalization></PropertyGroup>
  <ItemGroup><PackageReference Include="Microsoft.Data.SqlClient" Version="5.2.0" /></ItemGroup>
</Project>`;
  expect(readProject("a.csproj", text)).toMatchObject({ invariant: false, packages: ["microsoft.data.sqlclient"] });
  expect(readProject("a.csproj", "<Project/>")).toMatchObject({ invariant: undefined, packages: [] });
});
