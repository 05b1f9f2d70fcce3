/** Which release a tag of a plain system image names. */

const debianTags: Readonly<Record<string, string>> = {
  "": "trixie",
  latest: "trixie",
  stable: "trixie",
  "13": "trixie",
  "12": "bookworm",
  oldstable: "bookworm",
  "11": "bullseye",
  oldoldstable: "bullseye",
  "10": "buster",
  "9": "stretch",
  "8": "jessie",
  testing: "forky",
  unstable: "sid",
};

/** Codename of a tag that does not hold it: `12-slim`, `12.5`, `stable-backports`, empty for latest. As of August 2026. */
export function debianRelease(tag: string): string | undefined {
  const word = tag.replace(/-.*$/, "");
  return debianTags[word === "slim" ? "" : word] ?? debianTags[word.replace(/\..*/, "")];
}

/** `24.04` of `24.04`; what floats was 26.04 in August 2026. */
export function ubuntuRelease(tag: string): string | undefined {
  if (["", "latest", "rolling"].includes(tag)) return "26.04";
  return /^\d\d\.\d\d/.exec(tag)?.[0];
}

/** `3.20` of `3.20.3`; the newest for what floats. */
export function alpineRelease(tag: string, newest: string): string | undefined {
  if (["", "latest", "3"].includes(tag)) return newest;
  return /^v?(\d+\.\d+)/.exec(tag)?.[1];
}
