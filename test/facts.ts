import { fileURLToPath } from "node:url";
import { openFacts } from "../server/src/facts";

/** The shipped tables, opened once for all tests of a file. */
export const facts = openFacts(fileURLToPath(new URL("../server/data/tables", import.meta.url)));
