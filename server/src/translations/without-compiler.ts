import { phpCompanions } from "../facts/php-names";
import type { NameAnswer } from "../facts/types";
import type { Stage } from "../model/build";
import { callsOf, isScript } from "../model/calls";
import { sharingLayers, standingOn } from "../model/layers";
import { packageChanges } from "../model/packages";
import { rootImage } from "../model/platform";
import { isForC } from "./copied-libraries";
import type { StageContext } from "./translation";

const compiler = /^(?:gcc|g\+\+|clang|tcc)(?:-\d+)?(?:-[\w-]+-linux-gnu)?$/;

/** What they bring along is no library alone: the language itself, or its tools. */
const languages = /^(?:musl|ruby|python3|php\d*|perl|nodejs|lua[\d.]*|tcl|R|erlang|guile)-dev$/;

/** ImageMagick's library loads them by name, whatever opens it. */
const pictureFormats = phpCompanions.get("imagick") ?? [];

/**
 * Headers that nothing compiles with, as neither the file nor the image brings a compiler: what serves is the library that they bring
 * along, for what opens it by its name while it runs. The headers stay where there is no such library, or their programs are called.
 */
export function withoutHeaders(answer: NameAnswer, context: StageContext): NameAnswer {
  const { facts, release, present } = context;
  if (answer.kind !== "packages" || !answer.packages.every((name) => name.endsWith("-dev") && !languages.test(name)))
    return answer;
  if (mayCompile(context) || answer.packages.some((name) => isCalled(name, context))) return answer;
  const linked = facts.alpine.linked(answer.packages, release).filter(isForC);
  const libraries = answer.packages.length === 1 ? mainOf(answer.packages[0] ?? "", linked) : linked;
  if (libraries.length === 0 || !libraries.every((name) => facts.alpine.resolves(name, release))) return answer;
  const formats = libraries.includes("imagemagick-libs") ? pictureFormats : [];
  const all = [...libraries, ...formats.filter((name) => facts.alpine.resolves(name, release))];
  const added = all.filter((name) => facts.alpine.closure([name], release, present).packages.length > 0);
  if (added.length === 0) return { kind: "none-needed", why: nothingCompiles };
  return { ...answer, packages: added, role: "run", evidence: nothingCompiles };
}

const nothingCompiles = "the library is what serves, as nothing compiles with its headers";

/** The answer leaves headers out. */
export function leavesHeadersOut(answer: NameAnswer): boolean {
  return (
    (answer.kind === "packages" && answer.evidence === nothingCompiles) ||
    (answer.kind === "none-needed" && answer.why === nothingCompiles)
  );
}

/** The library that the headers are called after, of several that come with them: pcre of pcre, libpcre16 and libpcrecpp. */
function mainOf(headers: string, libraries: readonly string[]): readonly string[] {
  const stem = headers.slice(0, -"-dev".length);
  const main = libraries.filter((name) => [stem, `lib${stem}`, `${stem}-libs`].includes(name));
  return main.length > 0 ? main : libraries;
}

/** Whether anything compiles in a stage, and in those that stand on it, is asked for each of their packages. */
const answers = new WeakMap<Stage, boolean>();

function mayCompile(context: StageContext): boolean {
  const { stage } = context;
  const known = answers.get(stage) ?? findsCompiler(context);
  answers.set(stage, known);
  return known;
}

function findsCompiler({ build, facts, source, already, stage }: StageContext): boolean {
  const base = rootImage(stage);
  if (already || !source || !base) return true;
  if (facts.images.preinstalled(base.image, base.tag).some((name) => compiler.test(name) || name === "build-essential"))
    return true;
  const stages = sharingLayers(stage, build);
  const calls = stages.flatMap(({ runs }) => runs).flatMap(callsOf);
  // What a script or the makers of a language's tools bring, nobody here knows; a library may be named for what links to it later.
  if (calls.some((call) => isScript(call) && !/^(make|source|\.)$/.test(call.name))) return true;
  if (stages.some(({ instructions }) => instructions.some(({ args }) => /\.so(?![\w.])/.test(args.text)))) return true;
  // They belong to images with a compiler, whatever is known of these.
  if (calls.some(({ name }) => /^(docker-php-ext-\w+|install-php-extensions|pecl|pear)$/.test(name))) return true;
  const changes = stages.flatMap(({ runs }) => runs).flatMap(packageChanges);
  const asked = changes.filter(({ manager, action }) => manager === "apt" && action === "add");
  return [false, true].some((recommends) => {
    const names = asked.flatMap((one) => (one.recommends === recommends ? one.names.map(({ name }) => name) : []));
    const plain = [...new Set(names.map((name) => name.replace(/[=/:].*$/, "")))].sort();
    if (plain.some((name) => name.includes("$"))) return true;
    if (plain.length === 0) return false;
    const options = { suite: source.release ?? "", image: base.image, tag: base.tag, recommends };
    return [...plain, ...facts.debian.install(plain, options).packages.map(({ name }) => name)].some((name) =>
      compiler.test(name),
    );
  });
}

function isCalled(name: string, { stage, build, facts, release }: StageContext): boolean {
  return standingOn(stage, build)
    .flatMap(({ runs, starts }) => [...runs, ...starts])
    .flatMap(callsOf)
    .some((call) => facts.alpine.providers(`cmd:${call.name}`, release).includes(name));
}
