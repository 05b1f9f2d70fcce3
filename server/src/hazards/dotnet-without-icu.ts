import { variablesOf } from "../model/environment";
import { chain } from "../model/layers";
import { culturedProject, invariant, lacksCultures } from "../translations/dotnet-cultures";
import { addPackages } from "./add-packages";
import type { Hazard, Hit } from "./hazard";
import { mayHave } from "./packages-there";

export const dotnetWithoutIcu: Hazard = {
  name: "dotnet-without-icu",
  severity: "error",
  summary: "A program of .NET needs cultures, and the image has no ICU",
  why: `Microsoft's images for Alpine have neither ICU nor time zones, and set \`DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=true\`: only the invariant culture
is known, and \`Microsoft.Data.SqlClient\` refuses to connect (\`Globalization Invariant Mode is not supported\`). With the variable set to
\`false\` and no ICU, the program ends when it starts: \`Couldn't find a valid ICU package\`.

Take a tag with \`-extra\`, which has both, or \`apk add icu-libs icu-data-full tzdata\` and set the variable to \`false\`. \`icu-libs\` alone
brings English from Alpine 3.16 on. The images with the SDK have ICU.
A conversion adds both and the variable where something counts on cultures.

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
    const { stage, workspace, onAlpine } = place;
    // A conversion adds it.
    if (!onAlpine || !lacksCultures(stage) || mayHave(place, "icu-libs")) return;
    const setting = chain(stage)
      .flatMap(variablesOf)
      .findLast(({ name }) => name === invariant);
    const project = culturedProject(stage, workspace);
    const root = chain(stage)[0];
    if (setting && /^(false|0)$/i.test(setting.value)) {
      yield {
        span: setting.span,
        message:
          "This image has no ICU, so .NET ends as it starts with this setting. Add `icu-libs` and `icu-data-full`, or take the tag with `-extra`.",
        fix: () => addPackages(place, ["icu-libs", "icu-data-full"]),
      };
    } else if (project !== undefined && root) {
      yield {
        span: root.from.nameSpan,
        message: `${project}, which fails without ICU, and .NET's images for Alpine have none. Take the tag with \`-extra\`, or add \`icu-libs icu-data-full\` and set ${invariant}=false.`,
      };
    }
  },
};
