import type { Layout } from "./layout";

/** A package for apk that Microsoft offers for download alone: it has no repository for Alpine. */
interface Offered {
  /** Its name in Microsoft's apt repository. */
  readonly name: string;
  readonly version: string;
  /** Both machines, as `_amd64.apk` and `_arm64.apk`. */
  readonly address: string;
}

const download = "https://download.microsoft.com/download";

const offered: readonly Offered[] = [
  {
    name: "msodbcsql18",
    version: "18.5.1.1",
    address: `${download}/fae28b9a-d880-42fd-9b98-d779f0fdd77f/msodbcsql18_18.5.1.1-1`,
  },
  {
    name: "mssql-tools18",
    version: "18.4.1.1",
    address: `${download}/7/6/d/76de322a-d860-4894-9945-f0cc5d6a45f8/mssql-tools18_18.4.1.1-1`,
  },
  {
    name: "msodbcsql17",
    version: "17.10.6.1",
    address: `${download}/e/4/e/e4e67866-dffd-428c-aac7-8d28ddafb39b/msodbcsql17_17.10.6.1-1`,
  },
  {
    name: "mssql-tools",
    version: "17.10.1.1",
    address: `${download}/e/4/e/e4e67866-dffd-428c-aac7-8d28ddafb39b/mssql-tools_17.10.1.1-1`,
  },
];

const machine = `$(case "$(apk --print-arch)" in aarch64) echo arm64;; *) echo amd64;; esac)`;

/** Microsoft's drivers and tools for SQL Server. */
export const microsoftOdbc: readonly Layout[] = offered.map(({ name, version, address }) => ({
  packages: new RegExp(`^${name}$`),
  source: "Microsoft Learn, install the ODBC driver, Alpine; addresses as in public Dockerfiles of 2025",
  once: true,
  steps: ({ all }) => [
    `wget -qO /tmp/${name}.apk "${address}_${machine}.apk"`,
    `${acceptance(all)}apk add --no-cache --allow-untrusted /tmp/${name}.apk`,
    `rm /tmp/${name}.apk`,
  ],
  check: () =>
    `${name} is fetched from Microsoft in version ${version}, as no repository for Alpine has it; apk cannot check its signature. Change the address for another version.`,
}));

/** The user's own word for the licence, which a prefix gives to apt alone. */
function acceptance(all: string): string {
  return /\bACCEPT_EULA=["']?y/i.test(all) && !/^ENV\b.*\bACCEPT_EULA\b/m.test(all) ? "ACCEPT_EULA=Y " : "";
}
