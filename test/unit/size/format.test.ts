import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatChange, formatShare, formatSize } from "../../../server/src/size/format";

const exact = (bytes: number) => ({ bytes, basis: "exact" as const });
const derived = (bytes: number) => ({ bytes, basis: "derived" as const });
const unknown = { bytes: undefined, basis: "unknown" as const };

describe("formatSize", () => {
  it.each([
    [0, "0 B"],
    [999, "999 B"],
    [1000, "1.00 kB"],
    [8_540_000, "8.54 MB"],
    [54_321_000, "54.3 MB"],
    [125_400_000, "125 MB"],
    [999_499_999, "999 MB"],
    [999_500_000, "1.00 GB"],
    [1_018_000_000, "1.02 GB"],
  ])("shows %d exact bytes as %s", (bytes, text) => {
    expect(formatSize(exact(bytes))).toBe(text);
  });

  it.each([
    [8_540_000, "≈ 8.5 MB"],
    [54_321_000, "≈ 54 MB"],
    [661_000_000, "≈ 661 MB"],
    [1_018_000_000, "≈ 1.0 GB"],
  ])("marks %d bytes that were not read for this very thing: %s", (bytes, text) => {
    expect(formatSize(derived(bytes))).toBe(text);
    expect(formatSize({ bytes, basis: "sibling" })).toBe(text);
  });

  it("invents no figure", () => {
    expect(formatSize(unknown)).toBe("unknown");
  });

  it("stays within 1% of an exact figure", () => {
    const scale: Record<string, number> = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12 };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e14 }), (bytes) => {
        const [value, unit] = formatSize(exact(bytes)).split(" ");
        expect(Math.abs(Number(value) * (scale[unit ?? ""] ?? 0) - bytes)).toBeLessThanOrEqual(bytes / 100);
      }),
    );
  });
});

describe("formatChange", () => {
  it("says how much is saved", () => {
    expect(formatChange(exact(200e6), exact(50e6))).toBe("200 MB → 50.0 MB, 75% less");
    expect(formatChange(exact(100e6), derived(112e6))).toBe("100 MB → ≈ 112 MB, 12% more");
  });

  it("says no share of what it does not know", () => {
    expect(formatChange(unknown, exact(50e6))).toBe("unknown → 50.0 MB");
    expect(formatChange(unknown, unknown)).toBe("size unknown");
    expect(formatShare(exact(0), exact(5))).toBeUndefined();
    expect(formatShare(exact(100e6), exact(100.1e6))).toBeUndefined();
  });

  it("calls nothing more that may have been there in a part of unknown size", () => {
    const without = (bytes: number, ...leftOut: string[]) => ({ ...derived(bytes), leftOut });
    expect(formatShare(without(100e6, "./aws/install"), derived(200e6))).toBeUndefined();
    expect(formatShare(without(100e6, "COPY"), without(200e6, "COPY"))).toBe("100% more");
    expect(formatShare(without(100e6, "./aws/install"), derived(50e6))).toBe("50% less");
  });
});
