// The licence texts of the packages that are bundled into dist/, which their licences ask to travel with the code.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * @param {string} root folder that holds node_modules.
 * @param {import("esbuild").Metafile[]} metafiles what was bundled.
 * @throws when a bundled package has no licence text.
 */
export function thirdPartyNotices(root, metafiles) {
  const inputs = metafiles.flatMap(({ inputs }) => Object.keys(inputs));
  const folders = new Set(inputs.flatMap((path) => path.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0] ?? []));
  return [...folders]
    .sort()
    .map((folder) => notice(join(root, folder)))
    .join("\n");
}

function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (!file || !existsSync(join(folder, file))) throw new Error(`${name} is bundled but has no licence file`);
  return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), "utf8").trim()}\n\n${"-".repeat(80)}\n`;
}
