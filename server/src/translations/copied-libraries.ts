import type { Instruction } from "../dockerfile/types";
import { absolute } from "../manifests/image-files";
import { installerOf, installsOf } from "../manifests/installs";
import { type Needs, needsOf } from "../manifests/needs";
import type { Requirement } from "../manifests/requirement";
import { sourcesOf } from "../model/build";
import { consumersOf } from "../model/consumers";
import { chain } from "../model/layers";
import { packageChanges } from "../model/packages";
import { rootImage } from "../model/platform";
import { mayCopyCompiled } from "../model/portable-files";
import type { Run } from "../model/run";
import type { Invocation } from "../shell/invocation";
import type { StageContext } from "./translation";

/** Gems and packages of Python whose extension is written in C++ (extconf.rb, setup.py and CMakeLists.txt of each). */
const writtenInCpp: ReadonlySet<string> = new Set(
  "gem:charlock_holmes gem:eventmachine gem:grpc gem:mini_racer gem:sassc gem:snappy gem:unf_ext pip:annoy pip:fasttext pip:grpcio pip:hnswlib pip:matplotlib pip:pyodbc pip:python-snappy pip:rapidfuzz pip:scikit-learn".split(
    " ",
  ),
);

/**
 * Libraries that packages are linked to which an earlier stage compiles and this one copies: there they stand beside the compiler.
 * Debian's images have libstdc++6 and libgcc-s1 all, as apt needs them, and libraries come as dependencies that Alpine's packages do
 * not have (libmariadb3 of mariadb-client). Builds for musl bring their own.
 */
export function librariesOfCopied(context: StageContext): readonly string[] {
  const wanted = [...new Set(compiledElsewhere(context).flatMap((one) => librariesOf(one, context)))];
  if (wanted.length === 0) return [];
  const { facts, release, present } = context;
  const there = new Set(installed(context));
  const closure = facts.alpine.closure([...there].sort(), release, present);
  for (const { name } of closure.packages) there.add(name);
  return wanted.filter((name) => !there.has(name) && !present.includes(name) && facts.alpine.resolves(name, release));
}

/** Of what stands behind headers, the libraries for C++ (`libgmpxx`) and for wide characters (`libpcre2-16`) are hardly linked to. */
export function isForC(library: string): boolean {
  return !/(?:-(?:16|32)|xx|-c\+\+|-cpp)$/.test(library) || library === "libstdc++";
}

interface Compiled {
  readonly requirement: Requirement;
  readonly needs: Needs;
}

function compiledElsewhere({ build, stage, workspace, facts, family, release }: StageContext): Compiled[] {
  const image = rootImage(stage)?.image;
  const installs = installsOf(build, workspace);
  return stage.instructions.filter(mayCopyCompiled).flatMap((copy) =>
    sourcesOf(copy, build.stages)
      .filter((source) => rootImage(source)?.image === image && !chain(stage).includes(source))
      .flatMap(chain)
      .flatMap((source) => {
        const installer = installerOf(source, family, release);
        return installs
          .in(source)
          .filter(({ call, run }) => isTaken(copy, placesOf(call, run, family)))
          .map(({ requirement }) => ({ requirement, needs: needsOf(requirement, facts, installer) }))
          .filter(({ needs }) => needs.kind === "compiled");
      }),
  );
}

/** The COPY takes one of the folders, what is in it, or what it is in. */
function isTaken({ name, json, words }: Instruction, places: readonly string[]): boolean {
  // A mount has the whole stage.
  if (name !== "COPY") return true;
  const sources = (json ?? words).slice(0, -1).map(({ value }) => value.replace(/\/+$/, ""));
  const holds = (folder: string, path: string) => path === folder || path.startsWith(`${folder}/`);
  return sources.some(
    (source) => source.includes("$") || places.some((place) => holds(source, place) || holds(place, source)),
  );
}

/** Where a command puts the packages that it installs: by itself, in the folder that it works in, and where it is told to. */
function placesOf(call: Invocation, run: Run, family: string | undefined): readonly string[] {
  const told = call.args.flatMap(({ value }, at) =>
    /^(-w|--wheel-dir|-d|--dest|--prefix|--target|-t|--root|--path)$/.test(value)
      ? (call.args[at + 1]?.value ?? [])
      : (/^--(?:wheel-dir|dest|prefix|target|root|path)=(.+)$/.exec(value)?.[1] ?? []),
  );
  const roots = consumersOf(run, family)
    .filter((one) => one.call.span.start === call.span.start)
    .flatMap((one) => one.roots);
  const home = roots.some((root) => root.includes("HOME")) ? ["/root/.local", "/home"] : [];
  const own = [".venv", "node_modules", "vendor", "dist", "."].map((folder) => absolute(folder, run.workdir));
  const isInProject = !/^(pip[\d.]*|gem)$/.test(call.name);
  return [
    ...["/usr/local/lib", "/usr/local/bundle", "/usr/lib"],
    ...[...told, ...roots].map((path) => absolute(path, run.workdir)),
    ...home,
    ...(isInProject ? own : []),
  ];
}

function librariesOf({ requirement, needs }: Compiled, { facts, release }: StageContext): readonly string[] {
  const { ecosystem, name } = requirement;
  const headers = needs.build.filter((one) => one.endsWith("-dev") && facts.alpine.resolves(one, release));
  return [
    ...(writtenInCpp.has(`${ecosystem}:${name}`) ? ["libstdc++"] : []),
    ...(needs.build.includes("cargo") ? ["libgcc"] : []),
    ...facts.alpine.linked(headers, release).filter(isForC),
  ];
}

/** What the file asks for in the stage and those it stands on, as packages of Alpine's. */
function installed({ stage, facts, release, family }: StageContext): readonly string[] {
  return chain(stage)
    .flatMap(({ runs }) => runs)
    .flatMap(packageChanges)
    .filter(({ action }) => action === "add")
    .flatMap(({ manager, names }) =>
      names.flatMap(({ name }) => {
        if (manager === "apk") return [name];
        const answer = facts.names.toAlpine(name, { release, family });
        return answer.kind === "packages" ? answer.packages : [];
      }),
    );
}
