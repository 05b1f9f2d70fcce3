import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** Where an upstream keeps its files: a folder, or the address of a mirror with the same paths below it. */
export interface Place {
  readonly name: string;
  /** @returns undefined when there is no such file. @throws Error with the address and what went wrong. */
  read(path: string): Promise<Buffer | undefined>;
}

/** How long a server may take for one file, in milliseconds. */
const patience = 120_000;

export function openPlace(name: string): Place {
  return /^https?:\/\//.test(name) ? new Address(name) : new Folder(name);
}

class Folder implements Place {
  constructor(readonly name: string) {}

  async read(path: string): Promise<Buffer | undefined> {
    try {
      return await readFile(join(this.name, path));
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw error;
    }
  }
}

class Address implements Place {
  constructor(readonly name: string) {}

  async read(path: string): Promise<Buffer | undefined> {
    const address = `${this.name.replace(/\/+$/, "")}/${path}`;
    const answer = await request(address);
    if (answer.status === 404 || answer.status === 410) return undefined;
    if (!answer.ok) throw new Error(`${address}: the server answers ${answer.status} ${answer.statusText}`);
    return Buffer.from(await answer.arrayBuffer());
  }
}

/** @throws Error that names the address when nobody answers. */
export async function request(address: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  try {
    return await fetch(address, { headers, signal: AbortSignal.timeout(patience) });
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
    throw new Error(`${address}: no answer (${cause})`);
  }
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}
