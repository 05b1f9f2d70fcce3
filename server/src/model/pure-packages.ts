import { python2Modules } from "../facts/python-2-modules";

/** Python packages that have no compiled parts: the tools that install others. */
export const purePython =
  /^(?:pip|setuptools|wheel|pipenv|poetry|virtualenv|uv|tox|build|twine|pip-tools|hatch|pdm|nox|pre-commit|awscli|supervisor|gunicorn|flask|django|requests)(?:\[.*\])?(?:[=<>~!].*)?$/i;

/** The same of npm. */
export const pureNode =
  /^(?:n|npm|yarn|pnpm|corepack|typescript|ts-node|pm2|nodemon|serve|npx|gulp|gulp-cli|grunt|grunt-cli|bower|@angular\/cli|@vue\/cli|http-server|forever|rimraf|lerna|turbo|vercel|eslint|prettier)(?:@.*)?$/;

/** Gems that are Ruby alone, as are those they depend on (rubygems.org, 2026-11-27). */
export const pureGems: ReadonlySet<string> = new Set(
  "asciidoctor bundler foreman guard mustache pry rack rake rerun rubygems-update sinatra thor tilt tzinfo-data".split(
    " ",
  ),
);

/** Extensions of PHP that are linked with nothing beyond the C library (config.m4 of each, from memory, 2026-11-27). */
export const plainPhp: ReadonlySet<string> = new Set(
  "apcu ast bcmath calendar ctype exif igbinary msgpack mysqli opcache pcntl pcov pdo pdo_mysql posix shmop sockets sysvmsg sysvsem sysvshm tokenizer xdebug".split(
    " ",
  ),
);

const pureOnPython2: ReadonlySet<string> = new Set(
  [...python2Modules.values()].flatMap(({ build, project = [] }) => (build === undefined ? project : [])),
);

/** A word behind `pip2 install` that brings a module without compiled parts. */
export function isPureOnPython2(word: string): boolean {
  return pureOnPython2.has(word);
}
