import { parse } from "yaml";
import { asRecord, asText } from "../manifests/values";
import type { BuildDefinition } from "./definition";

/** The services of a compose file that build something; none when it cannot be read. */
export function readCompose(text: string, file: string): BuildDefinition[] {
  const services = asRecord(asRecord(orNothing(() => parse(text, { merge: true }))).services);
  return Object.entries(services).flatMap(([service, value]): BuildDefinition[] => {
    const { build } = asRecord(value);
    const form = typeof build === "string" ? { context: build } : asRecord(build);
    const context = resolved(asText(form.context) ?? (build === undefined ? undefined : "."));
    const dockerfile = resolved(asText(form.dockerfile) ?? "Dockerfile");
    if (build === undefined || context === undefined || dockerfile === undefined || form.dockerfile_inline) return [];
    if (/^(https?|git|ssh):|^git@/.test(context)) return [];
    const by = `${file} (service ${service})`;
    return [{ by, context, dockerfile, target: resolved(asText(form.target)), args: argsOf(form.args) }];
  });
}

/** `{ A: 1 }` or `["A=1", "B"]`; what comes from the environment is not known. */
function argsOf(value: unknown): Record<string, string> {
  const pairs = Array.isArray(value)
    ? value.map((one) => String(one).split(/=(.*)/s) as [string, string?])
    : Object.entries(asRecord(value)).map(([name, one]) => [name, one === null ? undefined : String(one)] as const);
  return Object.fromEntries(
    pairs.flatMap(([name, one]) => {
      const text = resolved(one);
      return text === undefined ? [] : [[name, text] as const];
    }),
  );
}

/** With the defaults of its variables; undefined when one has none. */
function resolved(text: string | undefined): string | undefined {
  const filled = text?.replace(/\$\{\w+:?-([^}]*)\}/g, "$1");
  return filled === undefined || /\$(\w|\{)/.test(filled.replaceAll("$$", ""))
    ? undefined
    : filled.replaceAll("$$", "$");
}

function orNothing(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return undefined;
  }
}
