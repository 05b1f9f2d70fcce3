/** What the dynamic loader reads of a program or a shared library for Linux. */
export interface Elf {
  /** The loader it asks for, e.g. `/lib64/ld-linux-x86-64.so.2`; undefined for static programs and for libraries. */
  readonly interpreter: string | undefined;
  /** The libraries it asks for, e.g. `libc.so.6`; empty when it is static. */
  readonly needed: readonly string[];
}

/** Bytes of a file from `offset` on, `length` of them or fewer at its end; undefined when there is no such file. */
export type ReadBytes = (offset: number, length: number) => Uint8Array | undefined;

/** More entries than any real file has: a broken one is not followed further. */
const mostEntries = 1000;

/** @returns undefined when the file is no ELF file, or a broken one. */
export function readElf(read: ReadBytes): Elf | undefined {
  const head = read(0, 64);
  if (!head || head.length < 52 || head[0] !== 0x7f || head[1] !== 0x45 || head[2] !== 0x4c || head[3] !== 0x46)
    return undefined;
  const file = new ElfFile(read, head[4] === 2, head[5] !== 2);
  try {
    return file.read(view(head));
  } catch {
    // A field that leads out of the file.
    return undefined;
  }
}

/** The C library that a file is linked with; undefined for static programs and for files that need none. */
export function libcOf({ interpreter, needed }: Elf): "glibc" | "musl" | undefined {
  const names = interpreter === undefined ? needed : [interpreter, ...needed];
  if (names.some((name) => /ld-linux|ld64\.so|^\/lib\/ld\.so\.1$|^libc\.so\.6(\.1)?$/.test(name))) return "glibc";
  // Alpine's compilers write `libc.musl-x86_64.so.1`, Debian's musl-gcc `libc.so`.
  return names.some((name) => /ld-musl|^libc\.(musl-\w+\.)?so(\.1)?$/.test(name)) ? "musl" : undefined;
}

interface Segment {
  readonly type: number;
  readonly offset: number;
  readonly address: number;
  readonly size: number;
}

class ElfFile {
  constructor(
    private readonly bytes: ReadBytes,
    private readonly is64: boolean,
    private readonly littleEndian: boolean,
  ) {}

  read(head: DataView): Elf {
    const segments = this.segments(head);
    const interpreter = segments.find(({ type }) => type === 3);
    const dynamic = segments.find(({ type }) => type === 2);
    return {
      interpreter: interpreter && this.text(interpreter.offset),
      needed: dynamic ? this.needed(dynamic, segments) : [],
    };
  }

  private segments(head: DataView): Segment[] {
    const start = this.word(head, this.is64 ? 32 : 28);
    const size = head.getUint16(this.is64 ? 54 : 42, this.littleEndian);
    const count = Math.min(head.getUint16(this.is64 ? 56 : 44, this.littleEndian), mostEntries);
    const table = this.at(start, size * count);
    return Array.from({ length: count }, (_, index) => {
      const at = index * size;
      return {
        type: table.getUint32(at, this.littleEndian),
        offset: this.word(table, at + (this.is64 ? 8 : 4)),
        address: this.word(table, at + (this.is64 ? 16 : 8)),
        size: this.word(table, at + (this.is64 ? 32 : 16)),
      };
    });
  }

  /** The entries of the dynamic section that name libraries. */
  private needed({ offset, size }: Segment, segments: readonly Segment[]): string[] {
    const width = this.is64 ? 8 : 4;
    const count = Math.min(Math.floor(size / (2 * width)), mostEntries);
    const table = this.at(offset, count * 2 * width);
    const entries = Array.from({ length: count }, (_, index) => ({
      tag: this.word(table, index * 2 * width),
      value: this.word(table, index * 2 * width + width),
    }));
    const last = entries.findIndex(({ tag }) => tag === 0);
    const used = last < 0 ? entries : entries.slice(0, last);
    const strings = used.find(({ tag }) => tag === 5);
    const loaded = strings && segments.find((one) => one.type === 1 && contains(one, strings.value));
    if (!strings || !loaded) return [];
    const start = strings.value - loaded.address + loaded.offset;
    return used.filter(({ tag }) => tag === 1).map(({ value }) => this.text(start + value));
  }

  private at(offset: number, length: number): DataView {
    const part = this.bytes(offset, length);
    if (!part || part.length < length) throw new RangeError("the file ends before");
    return view(part);
  }

  /** An address or an offset. */
  private word(from: DataView, at: number): number {
    return this.is64 ? Number(from.getBigUint64(at, this.littleEndian)) : from.getUint32(at, this.littleEndian);
  }

  /** Up to the zero that ends it; names are short. */
  private text(offset: number): string {
    const part = this.bytes(offset, 256) ?? new Uint8Array();
    const end = part.indexOf(0);
    return new TextDecoder("latin1").decode(part.subarray(0, end < 0 ? part.length : end));
  }
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function contains({ address, size }: Segment, at: number): boolean {
  return address <= at && at < address + size;
}
