import { expect, it } from "vitest";
import { gatherLibrary } from "../../../server/data/generate/upstream/library";
import { openPlace } from "../../../server/data/generate/upstream/place";
import { folderOf } from "./inputs";

const file = `# made by a program

Maintainers: Somebody <a@example.org> (@a),
             Somebody Else <b@example.org> (@b)
GitRepo: https://example.org/thing.git

Tags: 2.1.3-trixie, 2.1-trixie, 2-trixie
SharedTags: 2.1.3, 2.1, 2, latest
Architectures: amd64, arm64v8
Directory: 2.1/trixie

Tags: 2.1.3-slim, 2.1-slim
Directory: 2.1/slim-trixie

Tags: 2.1.3-alpine3.24, 2.1-alpine3.24, 2.1.3-alpine, 2.1-alpine
Directory: 2.1/alpine3.24

Tags: 2.2-rc, 2.2-rc-20260801
Directory: 2.2-rc/bookworm

Tags: jdk-corretto, jdk-corretto-al2023

Tags: plain

Tags: 2.1-alpine-old

Tags: 2.1-windowsservercore
SharedTags: 2.1
Architectures: windows-amd64
`;

it("says on what the floating tags stand, by the tags beside them and by their folder", async () => {
  const place = openPlace(folderOf({ "library/thing": file, "library/gone": "# no longer here\n" }));
  const known = new Map([
    ["thing:plain", { distribution: "debian", release: "bookworm" }],
    ["thing:2.1-alpine-old", { distribution: "alpine", release: "3.20" }],
    ["thing:2.0", { distribution: "debian", release: "bullseye" }],
  ]);
  const library = await gatherLibrary(place, ["absent", "gone", "thing"], known);
  expect(library?.aliases.rows.map((row) => row.join(" "))).toEqual([
    "thing 2.1 debian trixie",
    "thing 2 debian trixie",
    "thing latest debian trixie",
    "thing 2.1-slim debian trixie",
    "thing 2.1-alpine alpine 3.24",
    "thing jdk-corretto amazonlinux al2023",
    "thing plain debian bookworm",
    "thing 2.1-alpine-old alpine 3.20",
  ]);
  expect(library?.variants.rows).toEqual([
    ["thing", "yes", "19", "yes", "3.24", "yes", "bookworm,trixie", expect.stringContaining("alpine<v>")],
  ]);
  expect(library?.listed.has("thing:2.1.3-alpine3.24")).toBe(true);
  expect(library?.listed.has("thing:2.0")).toBe(false);
});

it("finds nothing where there are no library files", async () => {
  expect(await gatherLibrary(openPlace(folderOf({ other: "" })), ["thing"], new Map())).toBeUndefined();
});

it("names the file and the line that it cannot read", async () => {
  const place = openPlace(folderOf({ "library/thing": "Tags: 1\n<html>\n" }));
  await expect(gatherLibrary(place, ["thing"], new Map())).rejects.toThrow(
    'library/thing: a library file has a line that is no "Key: value": <html>',
  );
});
