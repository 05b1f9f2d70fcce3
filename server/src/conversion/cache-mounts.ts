import type { Run } from "../model/run";
import type { TextEdit } from "../text/edits";

const aptFolder = /(?:^|,)(?:target|dst|destination)=["']?\/var\/(?:cache|lib)\/(?:apt|dpkg)/;

/** `--mount=type=cache` on apt's folders: `apk add --no-cache` keeps nothing there. */
export function dropMounts({ command }: Run): TextEdit[] {
  const starts = [...command.flags.map(({ span }) => span.start), command.argsSpan.start];
  return command.flags.flatMap(({ name, value = "", span }, at) => {
    if (name !== "mount" || !/(?:^|,)type=cache(?:,|$)/.test(value) || !aptFolder.test(value)) return [];
    const next = starts[at + 1] ?? span.end;
    const holdsComment = command.comments.some(({ start }) => start >= span.start && start < next);
    return [{ span: { start: span.start, end: holdsComment ? span.end : next }, newText: "" }];
  });
}
