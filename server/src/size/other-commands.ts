import type { Run } from "../model/run";
import { type Invocation, invocation } from "../shell/invocation";

/** Programs that add nothing worth counting to a layer, or only what the package managers are asked about already. */
const light: ReadonlySet<string> = new Set(
  `: [ [[ addgroup adduser alias apk apt apt-cache apt-get apt-key apt-mark aptitude arch awk basename break cat cd chgrp
   chmod chown chpasswd chsh command continue cut date declare delgroup deluser dirname dpkg-architecture dpkg-query
   dpkg-reconfigure du echo eval exit export expr false find gpgconf grep egrep fgrep groupadd groupmod hash head hostname id
   install-info ldconfig ldd let ln local ls lsb_release mkdir mktemp nproc passwd printenv printf pwd read readlink
   readonly realpath return rm rmdir scanelf sed set sha1sum sha256sum sha512sum md5sum shift shopt sleep sort source stat
   stty sync tail test touch tr trap true type ulimit umask uname uniq unset useradd usermod wait wc which while whoami xargs`
    .split(/\s+/)
    .filter(Boolean),
);

/** Programs whose first word says what they do. */
const withVerb: ReadonlySet<string> = new Set(
  `bower bundle bundler cargo composer conda corepack dnf dotnet easy_install gem git go mamba micromamba mvn npm npx pecl
   pip pip2 pip3 pipenv pnpm poetry python python2 python3 rustup uv yarn yum microdnf zypper`
    .split(/\s+/)
    .filter(Boolean),
);

/** What a RUN runs beside the package managers whose effect on the layer nobody knows, as short labels: `pip install`, `make`. */
export function unknownCommands(run: Run): string[] {
  if (run.form === "exec") return execLabel(run);
  if (run.form === "foreign") return ["a script in another language"];
  const labels = run.script.commands
    .filter(({ substituted }) => !substituted)
    .map(invocation)
    .filter((call) => call.name !== "" && !isLight(call))
    .map(label);
  return [...new Set(labels)];
}

function isLight({ name, args }: Invocation): boolean {
  const values = args.map(({ value }) => value);
  // What it owns or moves is written to the layer once more.
  if (/^ch(own|mod|grp)$/.test(name)) return !values.some((value) => /^(-[a-zA-Z]*R|--recursive)/.test(value));
  if (light.has(name)) return true;
  return values.length === 1 && /^(--?version|-v|-V|--help|version)$/.test(values[0] ?? "");
}

function label({ name, program, args }: Invocation): string {
  if (/^python[\d.]*$/.test(name) && args[0]?.value === "-m") return verbOf(args[1]?.value ?? name, args.slice(2));
  return verbOf(withVerb.has(name) ? name : /^[./]/.test(program) ? program : name, args);
}

function verbOf(program: string, args: Invocation["args"]): string {
  const verb = args.find(({ value }) => !value.startsWith("-"))?.value ?? "";
  return withVerb.has(program) && /^[a-z][a-z-]{0,20}$/.test(verb) ? `${program} ${verb}` : program;
}

function execLabel({ command }: Run): string[] {
  const [program = ""] = command.json?.map(({ value }) => value) ?? [];
  const name = program.slice(program.lastIndexOf("/") + 1);
  return name === "" || light.has(name) ? [] : [name];
}
