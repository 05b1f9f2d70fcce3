import type { Invocation } from "../shell/invocation";
import { accountInstructions } from "./account-instructions";
import { accountOwners } from "./account-owners";
import { accountTranslations } from "./account-translations";
import { apacheFiles, apacheProgram, apacheSwitches } from "./apache-tools";
import { apt } from "./apt";
import { aptFiles, aptFind, debianFrontend } from "./apt-files";
import { baseFolders, debianFilesFound, debianFilesGone } from "./base-folders";
import { bashCommands } from "./bash/bash-commands";
import { bashSettings } from "./bash/bash-settings";
import { gnuPrograms } from "./busybox";
import { dashEcho } from "./busybox/echo";
import { cgoCompiler } from "./cgo-compiler";
import { copiedPrograms } from "./copied-programs";
import { debianInWords } from "./debian-in-words";
import { debianOnly } from "./debian-only";
import { askedFile, askedProgram } from "./debian-questions";
import { debianSettings, homeFiles, sourcedSettings } from "./debian-settings";
import { dpkgReconfigure } from "./dpkg-reconfigure";
import { imagePrograms } from "./image-programs";
import { servesInstaller } from "./installers";
import { aptInstructions, debianEnvironment } from "./instructions";
import { headersOfKernel } from "./kernel-headers";
import { externallyManaged, kafkaTag } from "./language-tools";
import { movedInstructions, movedPaths } from "./layout/moved-paths";
import { ldconfig, loaderFolders, multiarchInstructions, multiarchLink, multiarchOptions } from "./loader";
import { mailboxes } from "./mailboxes";
import { mergedFolders, mergedInstructions } from "./merged-folders";
import { muslInstructions, muslVariables } from "./musl-builds";
import { nativePackages } from "./native-packages";
import { nodeBuild } from "./node-build";
import { phpExtensions } from "./php-extensions";
import { shortTags } from "./php-image/short-tags";
import { extensionInstaller, phpImageTools } from "./php-image/tools";
import { lsbRelease, releaseFiles } from "./release-names";
import { cron, programLink, renamedCommand, renamedInside, renamedProgram, renamedQuery } from "./renamed-programs";
import { runtimeIdentifierInstructions, runtimeIdentifiers } from "./runtime-identifiers";
import { initScript, services, writtenServices } from "./services";
import { setcap } from "./setcap";
import type { Context, InstructionTranslation, Outcome, Translation } from "./translation";
import { versionedCommand, versionedLink, versionedPrograms } from "./versioned-programs";

export type { Context, InstructionTranslation, Outcome, StageContext, Translation } from "./translation";

/** Of the translations that answer for a program, the first that has an answer wins. */
export const translations: readonly Translation[] = [
  askedProgram,
  askedFile,
  apt,
  aptFiles,
  aptFind,
  debianFilesFound,
  debianFrontend,
  ldconfig,
  multiarchLink,
  loaderFolders,
  versionedLink,
  programLink,
  renamedProgram,
  renamedQuery,
  cron,
  services,
  apacheSwitches,
  apacheProgram,
  debianSettings,
  homeFiles,
  sourcedSettings,
  dpkgReconfigure,
  ...phpImageTools,
  ...debianOnly,
  lsbRelease,
  releaseFiles,
  debianInWords,
  dashEcho,
  externallyManaged,
  phpExtensions,
  kafkaTag,
  nodeBuild,
  setcap,
  ...accountTranslations,
  mailboxes,
  accountOwners,
];

export const instructionTranslations: readonly InstructionTranslation[] = [
  debianEnvironment,
  aptInstructions,
  renamedCommand,
  versionedCommand,
  accountInstructions,
  multiarchInstructions,
  movedInstructions,
  extensionInstaller,
  shortTags,
  muslInstructions,
  muslVariables,
  mergedInstructions,
  copiedPrograms,
  runtimeIdentifierInstructions,
];

const byProgram = new Map<string, Translation[]>();
for (const translation of translations) {
  for (const program of translation.programs) byProgram.set(program, [...(byProgram.get(program) ?? []), translation]);
}

/** What becomes of a command on Alpine; undefined: it stays as it is. */
export function translate(call: Invocation, context: Context): Outcome | undefined {
  if (servesInstaller(call, context)) return { remove: true };
  const outcome = ownOutcome(call, context);
  if (outcome?.remove || outcome?.stop !== undefined || outcome?.packages) return outcome;
  const paths = movedPaths(call, context);
  if (paths?.stop !== undefined || paths?.remove) return paths;
  const files = apacheFiles(call, context);
  if (files?.stop !== undefined) return files;
  const written = writtenServices(call, context);
  if (written?.stop !== undefined) return written;
  const identifiers = runtimeIdentifiers(call, context);
  if (identifiers?.stop !== undefined) return identifiers;
  const shell = bashCommands(call, context);
  return [
    gnuPrograms(call, context),
    renamedInside(call, context),
    shell,
    shell?.edits ? undefined : mergedFolders(call, context),
    imagePrograms(call, context),
    headersOfKernel(call, context),
    nativePackages(call, context),
    cgoCompiler(call, context),
    identifiers,
    paths?.edits ? undefined : multiarchOptions(call, context),
    paths,
    files,
    written,
    paths?.edits ? undefined : debianFilesGone(call, context),
    bashSettings(call, context),
    baseFolders(call, context),
    outcome?.edits ? undefined : versionedPrograms(call, context),
  ].reduce(joined, outcome);
}

function ownOutcome(call: Invocation, context: Context): Outcome | undefined {
  for (const translation of byProgram.get(call.name) ?? []) {
    const outcome = translation.translate(call, context);
    if (outcome) return outcome;
  }
  return initScript(call, context);
}

/** Both hold; they are about different words of the command. */
function joined(one: Outcome | undefined, other: Outcome | undefined): Outcome | undefined {
  if (!one || !other) return one ?? other;
  const check = one.check ?? other.check;
  return {
    edits: [...(one.edits ?? []), ...(other.edits ?? [])],
    needs: [...(one.needs ?? []), ...(other.needs ?? [])],
    mayNeed: [...(one.mayNeed ?? []), ...(other.mayNeed ?? [])],
    keeps: [...(one.keeps ?? []), ...(other.keeps ?? [])],
    ...(check === undefined ? {} : { check }),
  };
}
