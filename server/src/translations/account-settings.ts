import type { Instruction } from "../dockerfile/types";
import { copiedTexts } from "../manifests/copied-files";
import type { Use } from "./account-uses";
import type { StageContext } from "./translation";

/** Settings of services that say who they run as, by what their text has; `$1` is the user. */
const settings: readonly { readonly of: RegExp; readonly user: RegExp }[] = [
  // nginx: `user www-data;`
  { of: /^\s*(?:events|http)\s*\{/m, user: /^[ \t]*user[ \t]+([\w-]+)/gm },
  // Supervisor and pools of php-fpm: `user=www-data`
  { of: /^\[(?:supervisord|program:[^\]]+|[\w-]+)\]/m, user: /^[ \t]*user[ \t]*=[ \t]*([\w-]+)/gm },
  // Squid
  { of: /^[ \t]*http_port\b/m, user: /^[ \t]*cache_effective_user[ \t]+([\w-]+)/gm },
];

/** The users that files of the build context name, which COPY and ADD bring in below /etc or /usr/local/etc. */
export function usersOfSettings(
  instruction: Instruction,
  { file, workspace }: Pick<StageContext, "file" | "workspace">,
): Use[] {
  const target = (instruction.json ?? instruction.words).at(-1)?.value ?? "";
  if (!/^(COPY|ADD)$/.test(instruction.name) || !/^\/(?:usr\/local\/)?etc\//.test(target)) return [];
  const names = copiedTexts(instruction, { file, workspace }).flatMap((text) =>
    settings
      .filter(({ of }) => of.test(text))
      .flatMap(({ user }) => [...text.matchAll(user)].flatMap(([, name]) => name ?? [])),
  );
  return [...new Set(names)].map((name) => ({ kind: "user", name }));
}
