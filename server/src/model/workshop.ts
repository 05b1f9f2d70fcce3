import type { Stage } from "./build";
import { rootImage } from "./platform";
import { started } from "./started";

/** Words in names of images that are there to build, test or try things in. */
const workshop =
  /(?:^|[-_/.:])(?:dev|devel|sdk|build|builder|toolchain|jenkins|slave|agent|runner|ci|notebook|devcontainers?)(?:[-_/.:\d]|$)/;

/** What starts one of these, or nothing, or only waits, may well be there to build with. */
const waits =
  /^\W*(?:exec\s+)?(?:(?:\/\w+)*\/?(?:ba|a|da|z)?sh(?:\W+-{1,2}\w+)*|sleep\W+\w+|tail\W+-f\W+dev\W+null)\W*$/;
const builders = /\b(?:make|cmake|ninja|cargo|sbt|mvn|gradle|bazel)\b/;
/** `./scripts/build.sh`, `npm test`: scripts that are named for what they do, not folders. */
const tasks = /(?:^|[\s/"',_-])(?:build|compile|tests?|lint|ci|bench(?:mark)?|pytest|tox|rspec)(?:[\s"',_.-]|$)/;
/** People work inside: by ssh, at a desktop, in notebooks. */
const workplaces =
  /\b(?:sshd|jupyter\w*|ipython|rstudio\w*|rsession|\w*vnc\w*|x2go\w*|xrdp|code-server|irb|pry|byobu|tmux)\b/;

/** True for an image that is there to build, to test or to work in, by its own name or by what it starts. */
export function isWorkshop(stage: Stage): boolean {
  const root = rootImage(stage);
  if (root && workshop.test(`${root.image}:${root.tag}`)) return true;
  const { entrypoint, command } = started(stage);
  const text = `${entrypoint} ${command}`.trim();
  return waits.test(text) || waits.test(command) || [builders, tasks, workplaces].some((form) => form.test(text));
}

/** Neither CMD nor ENTRYPOINT is set: the image starts what the one below starts, on a plain system a shell. */
export function startsNothing(stage: Stage): boolean {
  const { entrypoint, command } = started(stage);
  return `${entrypoint} ${command}`.trim() === "";
}
