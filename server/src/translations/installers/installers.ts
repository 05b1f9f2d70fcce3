/** A program that its maker's installer brings, built for glibc, in the newest version; Alpine has it as packages. */
export interface Installer {
  /** As a sentence begins with it. */
  readonly name: string;
  /** The whole address of what is fetched: a script, or an archive that holds the installer. */
  readonly address: RegExp;
  /** Alpine packages that bring the same, in releases that have them all. */
  readonly packages: readonly string[];
  /** More of it, where the release has them. */
  readonly extras?: readonly string[];
  /** The folder that its archive unpacks to, and the program in it that installs; undefined for a script. */
  readonly unpacked?: { readonly folder: string; readonly installs: string };
  /** All arguments of the installer together, when they change nothing once it is a package. */
  readonly options: RegExp;
  /** A folder of its own that Alpine's package does not fill, wherever it was told to put it. */
  readonly own?: string;
  /** Where it says what it installs. */
  readonly source: string;
}

export const installers: readonly Installer[] = [
  {
    name: "AWS CLI 2",
    // With a version behind the processor it is no more the newest.
    address: /^https?:\/\/awscli\.amazonaws\.com\/awscli-exe-linux-(?:x86_64|aarch64|\$\{?\(?[\w ]+[-m]*\)?\}?)\.zip$/,
    packages: ["aws-cli"],
    unpacked: { folder: "aws", installs: "install" },
    options:
      /^(?:(?:--update|(?:-b|--bin-dir)[ =]\/usr(?:\/local)?\/bin|(?:-i|--install-dir)[ =]\S+\/aws-cli)(?: |$))*$/,
    own: "aws-cli",
    source: "AWS CLI user guide, installing on Linux, 2026-11-27",
  },
  {
    name: "Docker",
    address: /^https?:\/\/get\.docker\.com\/?$/,
    packages: ["docker"],
    extras: ["docker-cli-buildx", "docker-cli-compose"],
    options: /^$/,
    source: "docker/docker-install, install.sh, 2026-11-27",
  },
];
