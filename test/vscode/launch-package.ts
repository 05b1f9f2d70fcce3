// Looks at the package and at the grammar in it; needs VS Code's own grammar engine, but no window.
import { report, runSuites } from "./harness/mocha";

runSuites(() => Promise.all([import("./package/contents.test"), import("./package/grammar.test")]), 5000).then(
  (results) => process.exit(report(results) ? 0 : 1),
);
