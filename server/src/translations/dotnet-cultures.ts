import { linesBehind } from "../dockerfile/cut";
import { projectsOf } from "../manifests/dotnet/projects";
import { aptInstalled } from "../model/apt-installed";
import type { Build, Stage } from "../model/build";
import { variablesOf } from "../model/environment";
import { chain, standingOn } from "../model/layers";
import { rootImage } from "../model/platform";
import type { Span, TextEdit } from "../text/edits";
import type { StageContext } from "./translation";

/** Microsoft's images for Alpine set it to true, as they have no ICU. */
export const invariant = "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT";

/** By the packages that refuse to run without cultures (dotnet/SqlClient#220). */
const needCultures: ReadonlySet<string> = new Set([
  "microsoft.data.sqlclient",
  "microsoft.entityframeworkcore.sqlserver",
  "microsoft.entityframeworkcore.sqlserver.nettopologysuite",
  "microsoft.extensions.caching.sqlserver",
]);

/** Why a project of the stage, or of one whose files it copies, needs cultures. */
export function culturedProject(stage: Stage, workspace: StageContext["workspace"]): string | undefined {
  const projects = [stage, ...stage.copiesFrom].flatMap(chain).flatMap((one) => projectsOf(one, workspace));
  const project = projects.find(
    (one) =>
      one.invariant === false || (one.invariant === undefined && one.packages.some((name) => needCultures.has(name))),
  );
  return project && `${project.path} ${project.invariant === false ? "asks for cultures" : "connects to SQL Server"}`;
}

/** The image of a stage runs programs of .NET, and brings no ICU on Alpine. */
export function lacksCultures(stage: Stage): boolean {
  const { image = "", tag = "" } = rootImage(stage) ?? {};
  return (
    /^mcr\.microsoft\.com\/dotnet\/(?:nightly\/|core\/)?(?:aspnet|runtime|runtime-deps)$/.test(image) &&
    !/-extra\b/.test(tag)
  );
}

/** ICU, time zones and the setting that lets .NET use them, as Debian's image has them, where something counts on cultures. */
export function cultures({ stage, build, workspace, file, facts, release }: StageContext): {
  readonly packages: readonly string[];
  readonly edits: readonly TextEdit[];
  readonly done: readonly { readonly span: Span; readonly message: string }[];
} {
  const why = stage.base.stage || !lacksCultures(stage) ? undefined : whyCultures(stage, build, workspace);
  if (why === undefined) return { packages: [], edits: [], done: [] };
  const packages = ["icu-libs", "icu-data-full", "tzdata"].filter((name) => facts.alpine.resolves(name, release));
  const isSet = settingsOf(stage, build).length > 0;
  return {
    packages,
    edits: isSet ? [] : [linesBehind(file, stage.from.span.end, `ENV ${invariant}=false${file.eol}`)],
    done: [
      {
        span: stage.from.nameSpan,
        message: `${why}, so ICU and time zones were added, which .NET's images for Alpine lack${isSet ? "" : `, and ${invariant} set to false`}.`,
      },
    ],
  };
}

function whyCultures(root: Stage, build: Build, workspace: StageContext["workspace"]): string | undefined {
  const setting = settingsOf(root, build).at(-1);
  if (setting !== undefined) return /^(false|0)$/i.test(setting) ? `${invariant} asks for cultures` : undefined;
  const stages = standingOn(root, build);
  const icu = stages.flatMap(aptInstalled).find((name) => /^libicu(?:\d+|-dev)$/.test(name));
  if (icu !== undefined) return `${icu} is installed for cultures`;
  return stages.map((stage) => culturedProject(stage, workspace)).find((one) => one !== undefined);
}

function settingsOf(root: Stage, build: Build): string[] {
  return standingOn(root, build)
    .flatMap(variablesOf)
    .flatMap(({ name, value }) => (name === invariant ? [value] : []));
}
