// A user's way through VS Code with the packaged extension: what is seen, clicked and typed. Screenshots go to artefacts/ui.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { report, runSuites } from "./harness/mocha";
import { artefacts } from "./harness/paths";
import { closeSession, current, openSession } from "./ui/current";

async function main(): Promise<boolean> {
  rmSync(join(artefacts, "ui"), { recursive: true, force: true });
  await openSession();
  try {
    const load = () =>
      import("./ui/editor.test").then(() => import("./ui/convert.test")).then(() => import("./ui/trouble.test"));
    const results = await runSuites(load, 60_000, async (title) => {
      const { workbench } = current();
      await workbench.screenshot(`failed-${title.replace(/\W+/g, "-").slice(0, 60)}`);
      await workbench.closeMenus();
    });
    return report(results);
  } finally {
    await closeSession();
  }
}

main().then(
  (good) => process.exit(good ? 0 : 1),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
