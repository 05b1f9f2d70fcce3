import { rootImage } from "../model/platform";
import type { Invocation } from "../shell/invocation";
import { innerCalls } from "./busybox/inner-calls";
import { isInstalledBefore } from "./installed";
import type { Context, Outcome, StageContext } from "./translation";

/** A package of Debian's images that Alpine's do not have, and the package that has the program there. */
interface Held {
  readonly debian: string;
  readonly alpine: string;
}

const held = (debian: string, alpine = debian): Held => ({ debian, alpine });
const ssh = held("openssh-client");

/** Compilers are brought by the steps that compile, and bash by what is written for it. */
const programs: ReadonlyMap<string, Held> = new Map([
  ["curl", held("curl")],
  ["file", held("file")],
  ["git", held("git")],
  ["gpg", held("gnupg")],
  ["hg", held("mercurial")],
  ["openssl", held("openssl")],
  ["perl", held("perl-base", "perl")],
  ["scp", ssh],
  ["sftp", ssh],
  ["ssh", ssh],
  ["ssh-agent", ssh],
  ["ssh-keygen", ssh],
  ["ssh-keyscan", ssh],
  ["svn", held("subversion")],
  ["xz", held("xz-utils", "xz")],
]);

/** Programs that the Debian image holds, and busybox does not. The full images stand on buildpack-deps, and have many. */
export function imagePrograms(call: Invocation, context: Context): Outcome | undefined {
  if (context.already) return undefined;
  const calls = [...innerCalls(call), ...sourcesOf(call)];
  const needs = calls.flatMap(({ name, program }) => {
    const package_ = /^[^/]+$|^(\/usr)?\/bin\//.test(program) ? programs.get(name) : undefined;
    return package_ && isLost(package_, call, context) ? [package_.alpine] : [];
  });
  return needs.length > 0 ? { needs: [...new Set(needs)] } : undefined;
}

/** `pip install git+https://...` calls git. */
function sourcesOf({ name, args }: Invocation): Pick<Invocation, "name" | "program">[] {
  const isInstaller = /^(pip[\d.]*|python[\d.]*|npm|yarn|pnpm|uv)$/.test(name);
  return isInstaller && args.some(({ value }) => /(^|[ @])git\+(https?|ssh):/.test(value))
    ? [{ name: "git", program: "git" }]
    : [];
}

function isLost({ debian, alpine }: Held, call: Invocation, context: Context): boolean {
  const { facts, release } = context;
  return (
    imageHolds(debian, context) &&
    !context.present.includes(alpine) &&
    !isInstalledBefore(alpine, call, context) &&
    !isInstalledBefore(debian, call, context) &&
    facts.alpine.resolves(alpine, release)
  );
}

function imageHolds(debian: string, { stage, facts }: StageContext): boolean {
  const root = rootImage(stage);
  if (!root) return false;
  const known = facts.images.preinstalled(root.image, root.tag);
  // Essential on Debian: no image is without it.
  return known.includes(debian) || (debian === "perl-base" && known.length === 0);
}
