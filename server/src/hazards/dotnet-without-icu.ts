import { type Project, projectsOf } from "../manifests/dotnet/projects";
import { variablesOf } from "../model/environment";
import { chain } from "../model/layers";
import { rootImage } from "../model/platform";
import { addPackages } from "./add-packages";
import type { Hazard, Hit, Place } from "./hazard";
import { isDotnet, mayHave } from "./packages-there";

export const dotnetWithoutIcu: Hazard = {
  name: "dotnet-without-icu",
  severity: "error",
  summary: "A program of .NET needs cultures, and the image has no ICU",
  why: `Microsoft's images for Alpine have neither ICU nor time zones, and set \`DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=true\`: only the invariant culture
is known, and \`Microsoft.Data.SqlClient\` refuses to connect (\`Globalization Invariant Mode is not supported\`). With the variable set to
\`false\` and no ICU, the program ends when it starts: \`Couldn't find a valid ICU package\`.

Take a tag with \`-extra\`, which has both, or \`apk add icu-libs icu-data-full tzdata\` and set the variable to \`false\`. \`icu-libs\` alone
brings English from Alpine 3.16 on. The images with the SDK have ICU.

Projects are read where they are copied or named: what they say of \`InvariantGlobalization\`, and the packages that connect to SQL Server.`,
  related: [],
  fixable: true,
  examples: [
    {
      before:
        "FROM mcr.microsoft.com/dotnet/aspnet:8.0-alpine\nRUN apk add --no-cache curl\nENV DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=false\n",
      after:
        "FROM mcr.microsoft.com/dotnet/aspnet:8.0-alpine\nRUN apk add --no-cache curl icu-libs icu-data-full\nENV DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=false\n",
    },
    {
      before:
        'FROM mcr.microsoft.com/dotnet/sdk:8.0-alpine AS build\nWORKDIR /src\nCOPY App.csproj ./\nRUN dotnet publish -o /out\nFROM mcr.microsoft.com/dotnet/aspnet:8.0-alpine\nRUN apk add --no-cache curl\nCOPY --from=build /out /app\nENTRYPOINT ["dotnet", "/app/App.dll"]\n',
      files: {
        "App.csproj":
          '<Project><ItemGroup><PackageReference Include="Microsoft.Data.SqlClient" Version="5.2.0" /></ItemGroup></Project>',
      },
    },
  ],
  leftAlone: [
    {
      why: "ICU is installed",
      text: "FROM mcr.microsoft.com/dotnet/aspnet:8.0-alpine\nRUN apk add --no-cache icu-libs\nENV DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=false\n",
    },
    {
      why: "the tag brings it",
      text: "FROM mcr.microsoft.com/dotnet/aspnet:8.0-alpine-extra\nRUN apk add --no-cache curl\nENV DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=false\n",
    },
    {
      why: "the project needs no cultures",
      text: 'FROM mcr.microsoft.com/dotnet/sdk:8.0-alpine AS build\nWORKDIR /src\nCOPY App.csproj ./\nRUN apk add --no-cache curl && dotnet publish -o /out\nFROM mcr.microsoft.com/dotnet/aspnet:8.0-alpine\nRUN apk add --no-cache curl\nCOPY --from=build /out /app\nENTRYPOINT ["dotnet", "/app/App.dll"]\n',
      files: { "App.csproj": '<Project><ItemGroup><PackageReference Include="Serilog" /></ItemGroup></Project>' },
    },
  ],
  *find(place): Iterable<Hit> {
    const { stage } = place;
    const root = rootImage(stage);
    if (!root || !isDotnet(root.image) || root.image.endsWith("/sdk")) return;
    if (/-extra\b/.test(root.tag) || (place.onAlpine && mayHave(place, "icu-libs"))) return;
    const setting = chain(stage)
      .flatMap(variablesOf)
      .findLast(({ name }) => name === variable);
    const isOff = setting !== undefined && /^(false|0)$/i.test(setting.value);
    const { from, project } = culturedProject(place) ?? {};
    if (isOff && place.onAlpine) {
      yield {
        span: setting.span,
        message:
          "This image has no ICU, so .NET ends as it starts with this setting. Add `icu-libs` and `icu-data-full`, or take the tag with `-extra`.",
        fix: () => addPackages(place, ["icu-libs", "icu-data-full"]),
      };
    } else if (from && project) {
      const why =
        project.invariant === false ? `${project.path} asks for cultures` : `${project.path} connects to SQL Server`;
      yield {
        span: from,
        message: `${why}, which fails without ICU, and .NET's images for Alpine have none. Take the tag with \`-extra\`, or add \`icu-libs icu-data-full\` and set ${variable}=false.`,
      };
    }
  },
};

const variable = "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT";

/** By the packages that refuse to run without cultures (dotnet/SqlClient#220). */
const needCultures: ReadonlySet<string> = new Set([
  "microsoft.data.sqlclient",
  "microsoft.entityframeworkcore.sqlserver",
  "microsoft.entityframeworkcore.sqlserver.nettopologysuite",
  "microsoft.extensions.caching.sqlserver",
]);

/** A project of the stage, or of one whose files it copies, that needs cultures; with the FROM that lacks them. */
function culturedProject({ stage, workspace }: Place): { from: Hit["span"]; project: Project } | undefined {
  const projects = [stage, ...stage.copiesFrom].flatMap(chain).flatMap((one) => projectsOf(one, workspace));
  const project = projects.find(
    ({ invariant, packages }) =>
      invariant === false || (invariant === undefined && packages.some((name) => needCultures.has(name))),
  );
  const root = chain(stage)[0];
  return project && root ? { from: root.from.nameSpan, project } : undefined;
}
