import { describe, expect, it } from "vitest";
import { facts } from "../facts";
import { fixture } from "./fixtures";

const { debian } = facts;
const bookworm = { suite: "bookworm", recommends: false, image: "debian", tag: "bookworm" };

describe("beside sixteen real installations", () => {
  const cases = fixture("measured-installs").map(([names = "", recommends, count, layer, slim]) => ({
    names: names.split(" "),
    recommends: recommends === "1",
    count: Number(count),
    layer: Number(layer),
    slim: Number(slim),
  }));

  it.each(cases)("$names.0 ... (recommends: $recommends)", ({ names, recommends, count, layer, slim }) => {
    const whole = debian.install(names, { ...bookworm, recommends });
    expect(whole.unknown).toEqual([]);
    expect(Math.abs(whole.packages.length - count)).toBeLessThanOrEqual(2);
    expect(deviation(whole.installed.bytes, layer)).toBeLessThan(0.07);
    const slimmed = debian.install(names, { ...bookworm, recommends, tag: "bookworm-slim" });
    expect(deviation(slimmed.installed.bytes, slim)).toBeLessThan(0.08);
  });

  it("errs by two hundredths at most on the mean", () => {
    const errors = cases.map(({ names, recommends, layer }) =>
      deviation(debian.install(names, { ...bookworm, recommends }).installed.bytes, layer),
    );
    expect(errors.reduce((sum, one) => sum + one, 0) / errors.length).toBeLessThan(0.02);
  });
});

describe("an installation", () => {
  it("leaves out what the image holds", () => {
    const added = debian.install(["libpq-dev"], { ...bookworm, image: "python", tag: "3.12-bookworm" });
    expect(added.packages).toEqual([]);
    expect(added.installed).toMatchObject({ bytes: 0 });
  });

  it("names what no suite has", () => {
    expect(debian.install(["curl", "our-agent"], bookworm).unknown).toEqual(["our-agent"]);
  });

  it("takes more with recommended packages", () => {
    const size = (recommends: boolean) => debian.install(["git"], { ...bookworm, recommends }).installed.bytes ?? 0;
    expect(size(true)).toBeGreaterThan(size(false));
  });

  it("is a sibling's on suites without tables", () => {
    const onBuster = debian.install(["curl"], { ...bookworm, suite: "buster" });
    expect(onBuster.installed).toMatchObject({ basis: "sibling", why: "read for Debian bookworm" });
    const onTrixie = debian.install(["curl"], { ...bookworm, suite: "trixie", tag: "trixie" });
    expect(onTrixie.installed).toMatchObject({ basis: "derived" });
  });

  it("reads versions and architectures off the names", () => {
    const names = (word: string) => debian.install([word], bookworm).packages.map((one) => one.name);
    expect(names("curl=7.*")).toEqual(names("curl"));
    expect(names("curl:amd64")).toEqual(names("curl"));
  });
});

describe("apt's lists", () => {
  it("are left behind by apt-get update", () => {
    expect(debian.lists("bookworm")).toMatchObject({ bytes: 19_900_000, basis: "exact" });
    expect(debian.lists("noble")).toMatchObject({ basis: "sibling" });
  });
});

function deviation(bytes: number | undefined, measured: number): number {
  return Math.abs((bytes ?? 0) - measured) / measured;
}
