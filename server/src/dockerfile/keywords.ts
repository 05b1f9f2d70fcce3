/** The instructions of the Dockerfile reference. */
const keywords = new Set([
  "ADD",
  "ARG",
  "CMD",
  "COPY",
  "ENTRYPOINT",
  "ENV",
  "EXPOSE",
  "FROM",
  "HEALTHCHECK",
  "LABEL",
  "MAINTAINER",
  "ONBUILD",
  "RUN",
  "SHELL",
  "STOPSIGNAL",
  "USER",
  "VOLUME",
  "WORKDIR",
]);

const withJsonForm = new Set(["ADD", "CMD", "COPY", "ENTRYPOINT", "HEALTHCHECK", "RUN", "SHELL", "VOLUME"]);
const withHeredocs = new Set(["ADD", "COPY", "RUN"]);
const withoutQuotes = new Set(["ADD", "COPY", "EXPOSE", "FROM", "VOLUME"]);
const mayBeEmpty = new Set(["CMD", "ENTRYPOINT"]);
const neverTriggers = new Set(["FROM", "MAINTAINER", "ONBUILD"]);

export function isKeyword(name: string): boolean {
  return keywords.has(name);
}

/** Whether quotes and the escape character do not keep a word together. */
export function splitsAtEveryBlank(name: string): boolean {
  return withoutQuotes.has(name);
}

/** CMD and ENTRYPOINT may be empty: that takes back what the base image says. */
export function needsArguments(name: string): boolean {
  return !mayBeEmpty.has(name);
}

/** Whether the arguments may be a JSON array; elsewhere `[` has no meaning. */
export function takesJsonForm(name: string): boolean {
  return withJsonForm.has(name);
}

export function takesHeredocs(name: string): boolean {
  return withHeredocs.has(name);
}

/** Whether the instruction may stand behind ONBUILD. */
export function canBeTrigger(name: string): boolean {
  return !neverTriggers.has(name);
}
