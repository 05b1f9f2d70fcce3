import { existsSync } from "node:fs";
import { open, stat } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { type Analysis, analyze, type Options } from "../alpinize";
import { findBuild } from "../build-files/find";
import { findProjectFile, ProjectFileError, type ProjectSettings, readProjectFile } from "../project-file";
import { shippedFacts } from "../shipped";
import { LineIndex } from "../text/lines";
import { folderWorkspace, isInside } from "../workspace";
import { Failure, systemReason } from "./failure";

/** A Dockerfile as a command reads it. */
export interface Source {
  /** As the user wrote it; `-` is standard input. */
  readonly name: string;
  /** Undefined for standard input. */
  readonly path: string | undefined;
  readonly text: string;
  readonly lines: LineIndex;
  readonly options: Options;
  readonly analysis: Analysis;
}

/** Far more than any Dockerfile has. */
const largestDockerfile = 1_000_000;

/** @throws Failure for what is no readable text. */
export async function readSource(name: string): Promise<Source> {
  const path = name === "-" ? undefined : resolve(name);
  const text = path === undefined ? await decode(process.stdin, "Standard input") : await readFile(path, name);
  const { rules } = projectSettings(path === undefined ? process.cwd() : dirname(path));
  const options = { facts: shippedFacts(), ...surroundings(path), rules };
  return { name, path, text, lines: new LineIndex(text), options, analysis: analyze(text, options) };
}

/** The build context, and what files around the Dockerfile say about its build. */
function surroundings(path: string | undefined): Pick<Options, "workspace" | "given"> {
  if (path === undefined) return { workspace: folderWorkspace(process.cwd(), process.cwd()) };
  const boundary = boundaryOf(dirname(path));
  const around = folderWorkspace(boundary, boundary);
  const { context, dockerfile, given } = findBuild(path, boundary, {
    readText: (file) => around.readText(relative(boundary, file)),
    list: (folder) => around.list(relative(boundary, folder) || "."),
  });
  return { workspace: folderWorkspace(context, boundary, dockerfile), given };
}

/** The root of the repository, or the working folder when the Dockerfile is below it; otherwise its own folder. */
function boundaryOf(folder: string): string {
  for (let at = folder; at !== dirname(at); at = dirname(at)) if (existsSync(join(at, ".git"))) return at;
  return isInside(process.cwd(), folder) ? process.cwd() : folder;
}

/** @throws Failure for a project file that cannot be used: what it asks for would be missed in silence. */
function projectSettings(folder: string): ProjectSettings {
  const path = findProjectFile(folder);
  try {
    return path === undefined ? { rules: {} } : readProjectFile(path);
  } catch (error) {
    throw error instanceof ProjectFileError ? new Failure(error.message) : error;
  }
}

async function readFile(path: string, shown: string): Promise<string> {
  try {
    if ((await stat(path)).isDirectory()) {
      throw new Failure(`${shown}: this is a folder. Name a Dockerfile, or use: alpinize check ${shown}`);
    }
    const file = await open(path);
    try {
      return await decode(file.createReadStream({ autoClose: false }), shown);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(`${shown}: ${systemReason(error, "read")}.`);
  }
}

/** Stops early at too much, as a device or a pipe may never end. A byte order mark stays in the text. */
async function decode(stream: AsyncIterable<Uint8Array>, shown: string): Promise<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let text = "";
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > largestDockerfile) throw new Failure(`${shown}: this is larger than 1 MB, which no Dockerfile is.`);
    text += decodePart(decoder, chunk, shown);
  }
  text += decodePart(decoder, undefined, shown);
  if (text.includes("\0")) throw new Failure(notText(shown));
  if (text.trim() === "") throw new Failure(`${shown}: there is nothing in it.`);
  return text;
}

/** @param chunk undefined at the end, where a character may turn out to be cut off. */
function decodePart(decoder: InstanceType<typeof TextDecoder>, chunk: Uint8Array | undefined, shown: string): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch {
    throw new Failure(notText(shown));
  }
}

const notText = (shown: string) => `${shown}: this is no text in UTF-8.`;
