import type { Instruction } from "../dockerfile/types";

/** The folders a RUN has cache mounts on: what is written there is in no layer. */
export function cacheMounts({ flags }: Instruction): readonly string[] {
  return flags.flatMap(({ name, value = "" }) => {
    if (name !== "mount") return [];
    const fields = new Map(value.split(",").map((field) => split(field)));
    const target = fields.get("target") ?? fields.get("dst") ?? fields.get("destination");
    return fields.get("type") === "cache" && target !== undefined ? [unquoted(target).replace(/\/+$/, "") || "/"] : [];
  });
}

function split(field: string): [string, string] {
  const equals = field.indexOf("=");
  return equals < 0 ? [field.trim(), ""] : [field.slice(0, equals).trim(), field.slice(equals + 1)];
}

function unquoted(text: string): string {
  return text.replace(/^["']|["']$/g, "");
}
