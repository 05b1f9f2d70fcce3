import { join } from "node:path";
import { openFacts } from "../server/src/facts";

/** The shipped tables, opened once for all tests of a file. */
export const facts = openFacts(join(import.meta.dirname, "../server/data/tables"));
