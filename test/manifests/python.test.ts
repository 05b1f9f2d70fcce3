import { describe, expect, it } from "vitest";
import { readPipfileLock, readTomlLock } from "../../server/src/manifests/python/lock-files";
import { readDependencyGroup, readPyproject, readSetup } from "../../server/src/manifests/python/project-files";
import { readRequirement, readRequirements } from "../../server/src/manifests/python/requirements";
import { mayReach } from "../../server/src/manifests/python/version";

const said = (text: string, python?: string) =>
  readRequirements(text, "requirements.txt", python).requirements.map(({ name, version }) => `${name}${version}`);

describe("requirements.txt", () => {
  it("has names, versions, extras, hashes, markers, comments and continuations", () => {
    const text = [
      "\uFEFF# pinned",
      "Flask>=2,<3 # web",
      "zope.interface == 5.4",
      "numpy==1.26.4 \\",
      "    --hash=sha256:00 \\",
      "    --hash=sha256:11",
      "psycopg[binary,pool] (>=3.1)",
      "-c constraints.txt",
      "-r base.txt",
      "--requirement=more/extra.txt",
      "--index-url https://example.com/simple",
      "git+https://example.com/a.git#egg=a",
      "./local",
      'pywin32; sys_platform == "win32"',
      'uvloop; platform_system != "Windows" and python_version >= "3.8"',
    ].join("\r\n");
    expect(said(text)).toEqual(["flask>=2,<3", "zope-interface==5.4", "numpy==1.26.4", "psycopg>=3.1", "uvloop"]);
    expect(readRequirements(text, "").includes).toEqual(["base.txt", "more/extra.txt"]);
  });

  it("asks the Python that is known", () => {
    const text = 'dataclasses; python_version < "3.7"\nnumpy; python_version>="3.9"\n';
    expect(said(text, "3.6")).toEqual(["dataclasses"]);
    expect(said(text, "3.10")).toEqual(["numpy"]);
  });

  it("takes the file of a wheel at its word", () => {
    const wheel = "torch @ https://example.com/torch-2.0-cp311-cp311-linux_x86_64.whl";
    expect(readRequirement(wheel, undefined)?.builds).toEqual({ musl: false, glibc: true, source: false });
  });
});

describe("lock files", () => {
  it("tell which builds of a package there are", () => {
    const text = `
[[package]]
name = "app"
source = { virtual = "." }
[[package]]
name = "NumPy"
version = "1.26.4"
sdist = { url = "https://example.com/numpy-1.26.4.tar.gz" }
wheels = [{ url = "https://example.com/numpy-1.26.4-cp312-cp312-musllinux_1_1_x86_64.whl" }]
[[package]]
name = "torch"
version = "2.5.0"
wheels = [{ url = "https://example.com/torch-2.5.0-cp312-cp312-manylinux1_x86_64.whl" }]
`;
    expect(readTomlLock(text, "uv.lock")).toMatchObject([
      { name: "numpy", version: "==1.26.4", builds: { musl: true, source: true } },
      { name: "torch", builds: { musl: false, glibc: true, source: false } },
    ]);
    const poetry = '[[package]]\nname = "docopt"\nversion = "0.6.2"\nfiles = [{ file = "docopt-0.6.2.tar.gz" }]\n';
    expect(readTomlLock(poetry, "poetry.lock")[0]?.builds).toEqual({ musl: false, glibc: false, source: true });
    expect(readPipfileLock('{"default":{"uwsgi":{"version":"==2.0.22"}},"develop":{"black":{}}}', "")).toMatchObject([
      { name: "uwsgi", version: "==2.0.22" },
    ]);
  });

  it.each([readTomlLock, readPipfileLock])("name nothing when they are broken", (read) => {
    for (const text of ["", "[[", "{", "[]", "[[package]]\nname = 3\n", '{"default": 3}'])
      expect(read(text, "")).toEqual([]);
  });
});

describe("project files", () => {
  it("name the dependencies of the project, in both forms", () => {
    const text =
      '[project]\ndependencies = ["lxml>=5"]\n[tool.poetry.dependencies]\npython = "^3.11"\nnumpy = "^1.26"\nuwsgi = { version = "*", markers = "sys_platform == \'win32\'" }\nextra = { version = "1", optional = true }\n';
    expect(readPyproject(text, "").map(({ name, version }) => `${name} ${version}`)).toEqual([
      "lxml >=5",
      "numpy ^1.26",
    ]);
  });

  it("are read from setup.py and setup.cfg where the list is written out", () => {
    expect(readSetup("setup(\n  install_requires=[\"lxml\", 'numpy>1'],\n)", "").map(({ name }) => name)).toEqual([
      "lxml",
      "numpy",
    ]);
    expect(
      readSetup("[options]\ninstall_requires =\n  lxml # xml\n  numpy\nzip_safe = no\n", "").map(({ name }) => name),
    ).toEqual(["lxml", "numpy"]);
    expect(readSetup("setup(install_requires=read())", "")).toEqual([]);
  });
});

describe("dependency groups", () => {
  const text =
    '[dependency-groups]\nMain = ["libsass==0.23", {include-group = "db_all"}]\ndb-all = ["psycopg2"]\nround = [{include-group = "round"}, "lxml"]\n';

  it.each([
    ["main", ["libsass", "psycopg2"]],
    ["db_all", ["psycopg2"]],
    ["round", ["lxml"]],
    ["other", []],
  ])("%s is read with what it includes", (group, names) => {
    expect(readDependencyGroup(text, group, "").map(({ name }) => name)).toEqual(names);
  });

  it("are none in a file that breaks off", () => {
    expect(readDependencyGroup("[dependency-groups", "main", "")).toEqual([]);
    expect(readDependencyGroup("dependency-groups = 1", "main", "")).toEqual([]);
  });
});

describe("the version that is installed", () => {
  it.each([
    ["", "1.25", true],
    [">=1.0", "1.25", true],
    ["==1.26.4", "1.25", true],
    ["==1.24.0", "1.25", false],
    ["==1.24.*", "1.25", false],
    ["==1.*", "1.25", true],
    ["<1.25", "1.25", false],
    ["<2,>=1.20", "1.25", true],
    ["<=1.25", "1.25", true],
    ["~=1.24.1", "1.25", false],
    ["~=1.24", "1.25", true],
    ["^1.2", "1.25", true],
    ["^0.24.1", "0.25", false],
    ["~1.24.3", "1.25", false],
    ["~> 1.5.0", "1.6", false],
    ["~> 1.5", "1.6", true],
    ["5.0.0", "5.0.1", false],
    ["!=1.24", "1.25", true],
    ["latest", "1.25", true],
  ])("may, with %s, be %s or newer: %s", (range, bound, answer) => {
    expect(mayReach(range, bound)).toBe(answer);
  });
});
