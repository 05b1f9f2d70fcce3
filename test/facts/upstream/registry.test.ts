import { expect, it } from "vitest";
import { gatherSizes } from "../../../server/data/generate/upstream/registry";
import { which } from "../../shell/ash";
import { imageOf } from "./inputs";
import { push, serve, startRegistry } from "./registry";

const image = imageOf(["a layer", "and another"], ["for arm64"], "2026-05-04T03:02:01Z");
const wanted = [
  { image: "python", tag: "3.13-alpine", distribution: "alpine", release: "3.24" },
  { image: "python", tag: "3.13-never", distribution: "debian", release: "trixie" },
];
const row = ["python", "3.13-alpine", "amd64", "alpine", "3.24", "18", ""];

const program = which("docker-registry");

it.runIf(program)("reads the sizes for amd64 from a real registry, and leaves out what it does not have", async () => {
  const address = await startRegistry(program ?? "");
  await push(address, "library/python", "3.13-alpine", image);
  const [table] = await gatherSizes(address, "library/", wanted);
  expect(table?.path).toBe("images/image-sizes.tsv");
  expect(table?.rows).toHaveLength(1);
  expect(table?.rows[0]?.slice(0, -1)).toEqual(row);
  expect(table?.rows[0]?.at(-1)).toMatch(/^2026-05-04 [0-9a-f]{12}$/);
});

it("fetches a token where the registry asks for one", async () => {
  const asked: string[] = [];
  const address = await serve(({ url = "", headers }, answer) => {
    const path = new URL(url, "http://registry").pathname;
    asked.push(`${path} ${headers.authorization ?? "-"}`);
    const send = (status: number, body: string) => answer.writeHead(status).end(body);
    if (path === "/token") return send(200, '{"token":"t"}');
    if (headers.authorization !== "Bearer t") {
      answer.setHeader("www-authenticate", `Bearer realm="http://${headers.host}/token",service="registry"`);
      return send(401, "");
    }
    const things = [...image.manifests, ...image.blobs];
    const found = path.endsWith("/manifests/3.13-alpine")
      ? image.index
      : things.find(({ digest }) => path.endsWith(digest));
    return found ? send(200, found.body) : send(404, "");
  });
  const [table] = await gatherSizes(address, "library/", wanted);
  expect(table?.rows.map((cells) => cells.slice(0, -1))).toEqual([row]);
  expect(asked.filter((line) => line.startsWith("/token"))).toEqual(["/token -"]);
});

it("says what went wrong, and where", async () => {
  const broken = await serve((_request, answer) => answer.writeHead(500).end());
  await expect(gatherSizes(broken, "", wanted)).rejects.toThrow(
    `${broken}/v2/python/manifests/3.13-alpine: the registry answers 500`,
  );
  const text = await serve((_request, answer) => answer.writeHead(200).end("<html>"));
  await expect(gatherSizes(text, "", wanted)).rejects.toThrow("the registry's answer is no JSON");
  await expect(gatherSizes("http://127.0.0.1:9", "", wanted)).rejects.toThrow("127.0.0.1:9/v2/python");
});
