import type { Dockerfile } from "../dockerfile/types";
import { cacheMounts } from "../model/mounts";
import { choosesPipCache } from "../model/pip-call";
import { isRoot, type Run } from "../model/run";
import { invocation } from "../shell/invocation";
import { encloses, type TextEdit } from "../text/edits";
import { pipInstall } from "../translations/language-tools";

/** apk keeps what it fetches in this folder when it is there. */
const apkCache = "/etc/apk/cache";
const apkAdd = /(\bapk (?:add|upgrade)) --no-cache\b/g;
/** A RUN that we write as a whole. */
const wholeRun = /^RUN ((?:xargs -rt )?apk (?:add|upgrade)) --no-cache\b/gm;

/**
 * Cache mounts in place of `--no-cache`: what is fetched stays on the machine that builds, in no layer, and is there for the
 * next build. Both at once would keep nothing.
 * @param edits what the stage becomes without them.
 */
export function keepCaches(edits: readonly TextEdit[], runs: readonly Run[], file: Dockerfile): TextEdit[] {
  const flags = runs.flatMap((run) => flagsOf(run, edits, ` ${file.escape}${file.eol}   `));
  const texts = edits.map(({ span, newText }) => ({
    span,
    newText: newText.replace(wholeRun, `RUN ${flag(apkCache)} $1`).replace(apkAdd, "$1"),
  }));
  return [...flags, ...texts];
}

function flag(folder: string): string {
  // apk and npm lock their caches badly or not at all.
  return `--mount=type=cache,target=${folder}${folder === apkCache ? ",sharing=locked" : ""}`;
}

function flagsOf(run: Run, edits: readonly TextEdit[], newline: string): TextEdit[] {
  const { command, user, instruction } = run;
  const at = command.argsSpan.start;
  const isGone = edits.some(({ span }) => span.start <= instruction.span.start && at < span.end);
  if (isGone || !isRoot(user)) return [];
  const inside = edits.filter(({ span }) => encloses(instruction.span, span));
  const folders = new Set(languageCaches(run));
  if (inside.some(({ span, newText }) => span.start >= at && newText.search(apkAdd) >= 0)) folders.add(apkCache);
  for (const mounted of cacheMounts(command)) folders.delete(mounted);
  if (folders.size === 0) return [];
  const place = command.nameSpan.end;
  const newText = [...folders].map((folder) => ` ${flag(folder)}${newline}`).join("");
  return [{ span: { start: place, end: place }, newText }];
}

function languageCaches({ script, variables }: Run): string[] {
  return script.commands.map(invocation).flatMap((call) => {
    const words = call.args.map(({ value }) => value);
    if (pipInstall(call)) {
      const isOff = variables.has("PIP_NO_CACHE_DIR") || choosesPipCache(call.args);
      return isOff ? [] : [variables.get("PIP_CACHE_DIR") ?? "/root/.cache/pip"];
    }
    if (call.name === "npm" && words.some((word) => /^(i|ci|install)$/.test(word))) return ["/root/.npm"];
    return [];
  });
}
