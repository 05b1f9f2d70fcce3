import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Elf, libcOf, readElf } from "../../../server/src/model/elf";
import { compiled, hasGcc, hasMuslGcc } from "../../compiled";

function elfOf(bytes: Uint8Array): Elf | undefined {
  return readElf((offset, length) => bytes.subarray(offset, offset + length));
}

describe.skipIf(!hasGcc)("what gcc makes on Debian", () => {
  it("is a program for glibc", () => {
    const elf = elfOf(compiled("gcc"));
    expect(elf?.interpreter).toMatch(/^\/lib.*\/ld-linux/);
    expect(elf?.needed).toEqual(expect.arrayContaining(["libc.so.6"]));
    expect(elf && libcOf(elf)).toBe("glibc");
  });

  it("is a library for glibc", () => {
    const elf = elfOf(compiled("gcc", "-shared", "-fPIC"));
    expect(elf?.interpreter).toBeUndefined();
    expect(elf && libcOf(elf)).toBe("glibc");
  });

  it("runs anywhere when it is static", () => {
    for (const option of ["-static", "-static-pie"]) {
      const elf = elfOf(compiled("gcc", option));
      expect(elf).toEqual({ interpreter: undefined, needed: [] });
      expect(elf && libcOf(elf)).toBeUndefined();
    }
  });
});

describe.skipIf(!hasMuslGcc)("what musl-gcc makes", () => {
  it("is a program for musl", () => {
    const elf = elfOf(compiled("musl-gcc"));
    expect(elf?.interpreter).toMatch(/ld-musl/);
    expect(elf && libcOf(elf)).toBe("musl");
  });

  it("runs anywhere when it is static", () => {
    const elf = elfOf(compiled("musl-gcc", "-static"));
    expect(elf && libcOf(elf)).toBeUndefined();
  });
});

const alpine = process.env.ALPINE_ROOT;

it.skipIf(!alpine)("a program of Alpine is one for musl", () => {
  const elf = elfOf(new Uint8Array(readFileSync(join(alpine ?? "", "bin/busybox"))));
  expect(elf?.needed).toEqual(["libc.musl-x86_64.so.1"]);
  expect(elf && libcOf(elf)).toBe("musl");
});

describe("what is no ELF file, or a broken one", () => {
  const whole = new Uint8Array(existsSync("/bin/sh") ? readFileSync("/bin/sh") : []);

  it.each([
    ["text", new TextEncoder().encode("#!/bin/sh\necho hello\n")],
    ["nothing", new Uint8Array()],
    ["only the magic number", Uint8Array.of(0x7f, 0x45, 0x4c, 0x46)],
    ["a header with all bits set", Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 2, 1, ...new Array(58).fill(255))],
  ])("%s gives nothing", (_, bytes) => {
    expect(elfOf(bytes)).toBeUndefined();
  });

  it("never throws on a file that is cut or damaged", () => {
    for (let at = 0; at < 400; at++) {
      elfOf(whole.subarray(0, at));
      const damaged = Uint8Array.from(whole.subarray(0, 4000));
      damaged[at] = 255;
      elfOf(damaged);
    }
  });
});
