import { expect, it } from "vitest";
import { gatherAlpine } from "../../../server/data/generate/upstream/apkindex";
import { openPlace } from "../../../server/data/generate/upstream/place";
import { textOf } from "../../../server/data/generate/upstream/rows";
import { apkIndex, folderOf } from "./inputs";
import { serve } from "./registry";

const main = apkIndex([
  "P:musl\nV:1.2.5-r9\nS:400000\nI:650000\no:musl\nt:1\np:so:libc.musl-x86_64.so.1=1\nC:Q1",
  "P:ssl_client\nV:1.37.0-r3\nS:5000\nI:9000\no:busybox\nD:so:libc.musl-x86_64.so.1 libssl3>=3.0 !other<2\ni:busybox=1.37.0-r3 libssl3\nk:10\np:virtual thing=1.2",
]);
const community = apkIndex(["P:twice\nV:1-r0\nt:5", "P:twice\nV:1-r1\nt:9", "P:twice\nV:0-r9\nt:3"]);
const mirror = {
  "v3.24/main/x86_64/APKINDEX.tar.gz": main,
  "v3.24/community/x86_64/APKINDEX.tar.gz": community,
  "v3.23/main/x86_64/APKINDEX.tar.gz": main,
  "v3.9/main/x86_64/APKINDEX.tar.gz": main,
  "edge/testing/x86_64/APKINDEX.tar.gz": apkIndex(["P:new-one\nV:1-r0", "P:new-one-doc\nV:1-r0", "P:musl\nV:2-r0"]),
};

async function read(place: string) {
  const tables = await gatherAlpine(openPlace(place), ["3.22", "3.23", "3.24"]);
  return new Map(tables.map((table) => [table.path, textOf(table).split("\n").slice(1, -1)]));
}

it("reads the names, packages and days of the releases that a mirror has in full", async () => {
  const tables = await read(folderOf(mirror));
  expect([...tables.keys()]).toEqual([
    "alpine/names-v3.24.tsv",
    "alpine/packages-v3.24-main.tsv",
    "alpine/packages-v3.24-community.tsv",
    "alpine/old-names-v3.9-main.tsv",
    "alpine/indexes.tsv",
    "gathered/alpine-testing.tsv",
  ]);
  expect(tables.get("alpine/names-v3.24.tsv")).toEqual([
    "musl\tmain\t1.2.5-r9\t",
    "ssl_client\tmain\t1.37.0-r3\tbusybox",
    "twice\tcommunity\t1-r1\t",
  ]);
  expect(tables.get("alpine/packages-v3.24-main.tsv")?.[1]?.split("\t")).toEqual([
    ...["ssl_client", "main", "1.37.0-r3", "busybox", "5000", "9000"],
    "so:libc.musl-x86_64.so.1 libssl3 !other<2",
    "virtual thing=",
    "busybox libssl3",
    "10",
  ]);
  expect(tables.get("alpine/indexes.tsv")?.[1]).toBe("3.24\tmain\t2026-06-01\tAPKINDEX v3.24.1-12-gabcdef");
  expect(tables.get("alpine/old-names-v3.9-main.tsv")?.[0]).toBe("musl\t1.2.5-r9\t650000");
  expect(tables.get("gathered/alpine-testing.tsv")).toEqual(["new-one"]);
});

it("reads the same from an address", async () => {
  const address = await serve(({ url = "" }, answer) => {
    const body = mirror[url.replace("/alpine/", "") as keyof typeof mirror];
    answer.writeHead(body ? 200 : 404).end(body);
  });
  expect(await read(`${address}/alpine/`)).toEqual(await read(folderOf(mirror)));
});

it("says which file is no index, and what a server answers", async () => {
  const path = "v3.24/main/x86_64/APKINDEX.tar.gz";
  await expect(read(folderOf({ [path]: "<html>" }))).rejects.toThrow(`${path} is no index of Alpine`);
  const address = await serve((_request, answer) => answer.writeHead(503).end());
  await expect(read(address)).rejects.toThrow("the server answers 503");
});
