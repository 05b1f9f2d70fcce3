/** One file of a tar archive. */
export interface TarFile {
  readonly name: string;
  /** Day it was written, `YYYY-MM-DD`. */
  readonly date: string;
  readonly body: Buffer;
}

const block = 512;

/**
 * The files of a tar archive. Alpine puts several archives behind each other and cuts the end marks of the first ones, so blocks of
 * zeros do not end the reading.
 */
export function* filesOf(archive: Buffer): Generator<TarFile> {
  for (let at = 0; at + block <= archive.length; ) {
    const header = archive.subarray(at, at + block);
    const name = text(header, 0, 100);
    if (name === "") {
      at += block;
      continue;
    }
    const size = Number.parseInt(text(header, 124, 12), 8) || 0;
    const seconds = Number.parseInt(text(header, 136, 12), 8) || 0;
    const date = new Date(seconds * 1000).toISOString().slice(0, 10);
    yield { name, date, body: archive.subarray(at + block, at + block + size) };
    at += block + Math.ceil(size / block) * block;
  }
}

function text(header: Buffer, start: number, length: number): string {
  const field = header.toString("latin1", start, start + length);
  return field.slice(0, field.includes("\0") ? field.indexOf("\0") : undefined).trim();
}
