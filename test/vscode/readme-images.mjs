// Takes the few screenshots that the README shows over into docs/images. Run it after `npm run test:ui`, and look at them.
import { copyFileSync, mkdirSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const shown = ["hover", "lightbulb", "levels", "diff"];
const from = new URL("../../artefacts/ui/", import.meta.url);
const to = new URL("../../docs/images/", import.meta.url);

mkdirSync(to, { recursive: true });
const taken = readdirSync(from);
for (const name of shown) {
  const file = taken.find((entry) => new RegExp(`^\\d+-${name}\\.png$`).test(entry));
  if (!file) throw new Error(`no screenshot "${name}" in ${fileURLToPath(from)}: run npm run test:ui first`);
  copyFileSync(new URL(file, from), new URL(`${name}.png`, to));
  console.log(`docs/images/${name}.png`);
}
