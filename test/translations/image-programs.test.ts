import { describe, expect, it } from "vitest";
import { analyze } from "../../server/src/alpinize";
import { facts } from "../facts";

describe("the compiler that a full image holds", () => {
  it.each([
    "RUN ./configure && make",
    "RUN curl -fsSLO https://example.com/a.tar.gz && tar xf a.tar.gz && make -C a",
    "RUN cd /src && ./autogen.sh",
    "RUN cc -o /a a.c",
  ])("comes for `%s`", (step) => {
    expect(converted("node:22", step)).toContain("build-base");
  });

  it.each([
    ["node:22-slim", "RUN ./configure && make"],
    ["node:22", "RUN make lint"],
    ["node:22", 'ENTRYPOINT ["/etc/bootstrap.sh"]'],
    ["node:22", "RUN /etc/config"],
    ["node:22", "RUN apt-get update && apt-get install -y gcc && ./configure"],
  ])("not on %s for `%s`", (image, step) => {
    expect(converted(image, step)).not.toContain("build-base");
  });

  it("is not added to what stands for the image", () => {
    expect(converted("buildpack-deps:bookworm", "RUN ./configure && make").match(/build-base/g)).toHaveLength(1);
  });
});

describe("what is installed from a list that nobody has", () => {
  const said = (image: string, step: string) =>
    analyze(`FROM ${image}\n${step}\n`, { facts })
      .convert("single-run")
      .remarks.filter(({ message }) => message.includes("has no compiler"));

  it("is told on an image with a compiler, once", () => {
    expect(said("python:3.13", "RUN pip install -r requirements.txt\nRUN pip install -r more.txt")).toHaveLength(1);
    expect(said("node:22", "RUN npm ci")).toHaveLength(1);
  });

  it("is told of gems whose dependencies nobody knows", () => {
    expect(said("ruby:3.4", "RUN gem install bundler && gem install jekyll")).toMatchObject([
      { message: expect.stringContaining("the dependencies of jekyll") },
    ]);
    expect(said("ruby:3.4", "RUN gem install bundler rake puma")).toEqual([]);
    expect(said("ruby:3.4-slim", "RUN gem install jekyll")).toEqual([]);
  });

  it("and not where Debian had none, or the file brings one", () => {
    expect(said("python:3.13-slim", "RUN pip install -r requirements.txt")).toEqual([]);
    expect(said("python:3.13", "RUN pip install flask")).toEqual([]);
    expect(said("rust:1", "RUN pip install -r requirements.txt")).toEqual([]);
    expect(
      said("python:3.13", "RUN apt-get update && apt-get install -y gcc && pip install -r requirements.txt"),
    ).toEqual([]);
  });
});

describe("the language of an official image", () => {
  it.each([
    ["python:3.13", "RUN python3 -m pip install flask"],
    ["python:3.13", 'CMD ["python3", "app.py"]'],
    ["python:3.13", "HEALTHCHECK CMD python3 check.py"],
    ["ruby:3.4", 'CMD ["ruby", "app.rb"]'],
    ["node:22", 'CMD ["node", "app.js"]'],
  ])("on %s is there for `%s`", (image, step) => {
    expect(converted(image, step)).not.toContain("apk add");
  });

  it("stands beside a Python of Debian's", () => {
    expect(converted("node:22", "RUN python3 build.py")).toContain("apk add --no-cache python3");
    expect(converted("python:3.13", "RUN /usr/bin/python3 build.py")).toContain("apk add --no-cache python3");
  });
});

function converted(image: string, step: string): string {
  return analyze(`FROM ${image}\n${step}\n`, { facts }).convert("packages").text;
}
