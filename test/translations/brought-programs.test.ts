import { describe, expect, it } from "vitest";
import { analyze } from "../../server/src/alpinize";
import { facts } from "../facts";

function added(image: string, install: string, step: string): readonly string[] {
  const text = `FROM ${image}\nRUN apt-get update && apt-get install -y ${install}\n${step}\n`;
  const converted = analyze(text, { facts }).convert("packages").text;
  return [...converted.matchAll(/apk add --no-cache ([a-z0-9+._ -]+)/g)].flatMap(([, names = ""]) =>
    names.trim().split(/\s+/),
  );
}

describe("what Debian brings unasked", () => {
  it.each([
    ["automake", "RUN autoreconf -i", "autoconf"],
    ["cmake", "RUN cmake /src", "build-base"],
    ["openssh-server", "RUN ssh -V", "openssh-client"],
    ["xvfb", 'CMD ["xvfb-run", "x"]', "xvfb-run"],
    ["build-essential", "RUN cd /src && ./Configure && make", "perl"],
    ["gfortran", "RUN gfortran /a.f", "musl-dev"],
    ["python3-dev", "RUN python3 --version", "python3"],
  ])("comes with %s for `%s`: %s", (install, step, name) => {
    expect(added("debian:bookworm", install, step)).toContain(name);
  });

  it.each([
    ["--no-install-recommends cmake", "RUN cmake /src", "make"],
    ["cmake ninja-build build-essential", "RUN cmake -G Ninja /src", "make"],
    ["curl", "RUN ssh -V", "openssh-client"],
    ["openssh-server openssh-client", "RUN ssh -V", "openssh-client-default"],
    ["git", "RUN make -C /src", "make"],
  ])("does not with %s for `%s`: %s", (install, step, name) => {
    expect(added("debian:bookworm", install, step)).not.toContain(name);
  });
});

describe("the headers of the kernel", () => {
  it.each([
    ["build-essential", "RUN cd /src && ./configure && make"],
    ["build-essential", "RUN make -C /src"],
    ["gcc libc6-dev", "RUN gcc -o /a /a.c"],
    ["cmake g++ make", "RUN cmake /src"],
    ["meson gcc libc6-dev", "RUN meson setup build"],
  ])("come with %s for `%s`", (install, step) => {
    expect(added("debian:bookworm", install, step)).toContain("linux-headers");
  });

  it.each([
    ["debian:bookworm", "build-essential", "RUN echo ready"],
    ["debian:bookworm", "build-essential golang", "RUN make -C /src"],
    ["debian:bookworm", "make", "RUN make -C /src"],
    ["debian:bookworm", "build-essential cmake", "RUN cmake -P /a.cmake"],
    ["debian:bookworm", "build-essential", "RUN gcc --version"],
    ["python:3.13-slim", "gcc", "RUN pip install numpy"],
  ])("do not on %s with %s for `%s`", (image, install, step) => {
    expect(added(image, install, step)).not.toContain("linux-headers");
  });
});
