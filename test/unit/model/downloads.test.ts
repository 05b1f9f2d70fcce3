import { describe, expect, it } from "vitest";
import { parseDockerfile } from "../../../server/src/dockerfile";
import { readBuild } from "../../../server/src/model/build";
import { downloadsOf } from "../../../server/src/model/downloads";

function downloads(text: string) {
  const source = `FROM debian\n${text}\n`;
  const [stage] = readBuild(parseDockerfile(source)).stages;
  return (stage ? downloadsOf(stage) : []).map(({ url, file, span }) => {
    expect(source.slice(span.start, span.end)).not.toBe("");
    return file === undefined ? url : `${url} > ${file}`;
  });
}

describe("what is fetched while an image is built", () => {
  it.each([
    ["RUN curl -fsSLo /tmp/a.tgz https://x.org/a-1.tgz", "https://x.org/a-1.tgz > /tmp/a.tgz"],
    ["RUN curl -LO https://x.org/a.zip?raw=1", "https://x.org/a.zip?raw=1 > a.zip"],
    ["RUN curl -L --output a https://x.org/b", "https://x.org/b > a"],
    ["RUN curl -sSL https://x.org/a.tgz | tar xz", "https://x.org/a.tgz"],
    ["RUN curl https://x.org/a > /b", "https://x.org/a > /b"],
    ["RUN curl -H 'Accept: https://y.org' --retry 3 -x https://proxy.org https://x.org/a -o b", "https://x.org/a > b"],
    ["RUN wget -q https://x.org/d/a.deb", "https://x.org/d/a.deb > a.deb"],
    ["RUN wget -qO- https://x.org/a.tgz | tar xz", "https://x.org/a.tgz"],
    ["RUN wget -nv -P /opt/ https://x.org/a.zip", "https://x.org/a.zip > /opt/a.zip"],
    ["RUN wget --output-document=/a https://x.org/b", "https://x.org/b > /a"],
    ["RUN wget example.com/a.tgz", "example.com/a.tgz > a.tgz"],
    ["RUN bash -c 'curl -LO https://x.org/a.zip'", "https://x.org/a.zip > a.zip"],
    ["RUN aria2c -d /opt -o b https://x.org/a", "https://x.org/a > /opt/b"],
    [`ENV V=1.2\nRUN curl -o a-$V https://x.org/\${V}/a-$ARCH`, "https://x.org/1.2/a-$ARCH > a-1.2"],
    ["RUN U=https://x.org/a.zip && wget $U", "https://x.org/a.zip > a.zip"],
    [`ARG V=3\nADD https://x.org/a-\${V}.tgz /opt/`, "https://x.org/a-3.tgz > /opt/a-3.tgz"],
    ['ADD ["https://x.org/a", "/b c"]', "https://x.org/a > /b c"],
  ])("%s", (text, expected) => {
    expect(downloads(text)).toEqual([expected]);
  });

  it.each(["RUN apt-get install -y curl wget", "ADD a.tgz /", "COPY https://x.org/a /b", "RUN echo https://x.org/a"])(
    "is nothing in %s",
    (text) => {
      expect(downloads(text)).toEqual([]);
    },
  );
});
