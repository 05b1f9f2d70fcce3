import { aptInstalled } from "../../model/apt-installed";
import type { Build, Stage } from "../../model/build";
import { fromFiles } from "../debian-files";
import { phpOfImage } from "../php-image/layout";
import type { StageContext } from "../translation";
import { apache, apachePhp } from "./apache";
import { bind } from "./bind";
import { chrome } from "./chrome";
import { cron } from "./cron";
import { mariadb, mariadbServer, redis } from "./databases";
import { firefox } from "./firefox";
import { go } from "./go";
import { imagemagick } from "./imagemagick";
import { gosu, tini } from "./inits";
import { defaultJdk, jdk } from "./jdk";
import type { Layout, Move, Texts } from "./layout";
import { microsoftOdbc } from "./microsoft-odbc";
import { nginx } from "./nginx";
import { odbc } from "./odbc";
import { openssh } from "./openssh";
import { php, phpPool, phpPrograms } from "./php";
import { postgresql } from "./postgresql";
import { python } from "./python";
import { serviceUsers } from "./service-users";
import { spatialite } from "./spatialite";
import { sslCert } from "./ssl-cert";
import { supervisor } from "./supervisor";
import { waitForIt } from "./wait-for-it";

export const layouts: readonly Layout[] = [
  supervisor,
  nginx,
  openssh,
  sslCert,
  tini,
  gosu,
  jdk,
  defaultJdk,
  mariadb,
  mariadbServer,
  redis,
  cron,
  chrome,
  firefox,
  postgresql,
  apache,
  apachePhp,
  go,
  imagemagick,
  php,
  phpPool,
  phpPrograms,
  waitForIt,
  phpOfImage,
  bind,
  python,
  spatialite,
  ...odbc,
  ...microsoftOdbc,
  ...serviceUsers,
];

/** Layouts of what apt and dpkg install in a stage and in those it stands on, and of what their image brings. */
export function layoutsOf(stage: Stage): readonly Layout[] {
  const cached = known.get(stage);
  if (cached) return cached;
  const names = [...aptInstalled(stage), ...fromFiles(stage)];
  const found = layouts.filter(
    ({ inImage, packages }) => inImage?.(stage) || names.some((name) => packages.test(name)),
  );
  known.set(stage, found);
  return found;
}

/** The users of Debian's base that software needs, of packages with these names. */
export function usersOf(names: readonly string[]): readonly string[] {
  const needed = layouts.filter(({ users, packages }) => users && names.some((name) => packages.test(name)));
  return [...new Set(needed.flatMap(({ users = [] }) => users))];
}

/** Each command asks for them. */
const known = new WeakMap<Stage, readonly Layout[]>();

/** What lies elsewhere in a stage; `context` is of that stage, or of one that copies from it. */
export function movesOf(stage: Stage, context: StageContext): readonly Move[] {
  return layoutsOf(stage).flatMap(({ moves = [], movesFor, packages }) => {
    if (!movesFor) return moves;
    const names = aptInstalled(stage).filter((name) => packages.test(name));
    const answers = names.map((name) => context.facts.names.toAlpine(name, context));
    const onAlpine = answers.flatMap((answer) => (answer.kind === "packages" ? answer.packages : []));
    const { facts, release, family, build, workspace } = context;
    return [...moves, ...movesFor(onAlpine, { stage, facts, release, family, build, workspace })];
  });
}

export function moved(text: string, moves: readonly Move[]): string {
  return moves.reduce((result, { from, to }) => result.replace(from, to), text);
}

/** @param packages what the installation adds on Alpine. */
export function textsOf(context: StageContext, packages: readonly string[]): Texts {
  const { build, stage, release, source, workspace } = context;
  return { build, stage, release, source, workspace, packages, all: textOf(build), targets: targetsOf(build) };
}

/** Without comment lines. */
function textOf({ stages, file }: Build): string {
  return stages
    .flatMap(({ instructions }) => instructions)
    .map(({ span }) => file.text.slice(span.start, span.end).replace(/^[ \t]*#.*$/gm, ""))
    .join("\n");
}

function targetsOf({ stages }: Build): string[] {
  return stages
    .flatMap(({ instructions }) => instructions)
    .filter(({ name }) => name === "COPY" || name === "ADD")
    .flatMap(({ json, words }) => {
      const values = (json ?? words).map(({ value }) => value);
      const target = values.pop()?.replace(/\/+$/, "") ?? "";
      return [target, ...values.map((source) => `${target}/${source.slice(source.lastIndexOf("/") + 1)}`)];
    });
}
