import type { Rule } from "./rule";

export type { Context, Example, Found, Rule } from "./rule";

/** In the order of the documentation. */
export const rules: readonly Rule[] = [];
