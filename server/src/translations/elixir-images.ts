import type { AlpineVariant, Facts } from "../facts/types";

/** `1.15.7-erlang-26.1.2-debian-bookworm-20231009-slim`, and `26.1.2-debian-...` of hexpm/erlang. */
const tags: ReadonlyMap<string, { readonly official: string; readonly form: RegExp }> = new Map([
  [
    "hexpm/elixir",
    { official: "elixir", form: /^(?<version>\d[\d.]*)(?:-rc[\w.]*)?-erlang-(?<otp>\d+)[\d.]*-(?:debian|ubuntu)-/ },
  ],
  ["hexpm/erlang", { official: "erlang", form: /^(?<version>\d[\d.]*)-(?:debian|ubuntu)-/ }],
]);

/**
 * Hex's images are what Phoenix's generator starts from. Their tags name an exact version of the system, of which nobody here knows the
 * ones for Alpine; the official images of the same versions are known.
 */
export function variantOfHexpm(image: string, tag: string, { images }: Facts): AlpineVariant | undefined {
  const known = tags.get(image);
  const found = known?.form.exec(tag)?.groups;
  if (!known || !found) return undefined;
  const { version, otp } = found;
  const variant = images.alpineVariant(known.official, otp === undefined ? `${version}` : `${version}-otp-${otp}`);
  if (variant.kind !== "variant") return undefined;
  const same = otp === undefined ? "version" : "Elixir and the same series of OTP";
  const note = `The official image of the same ${same} takes the place of ${image}:${tag}, as the tags of ${image} for Alpine name an exact version of it.`;
  return { ...variant, notes: [note, ...variant.notes] };
}
