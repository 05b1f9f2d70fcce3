import { asRecord, asText } from "../manifests/values";
import type { BuildDefinition } from "./definition";

interface Target {
  readonly context: string | undefined;
  readonly dockerfile: string | undefined;
  readonly target: string | undefined;
  readonly args: Readonly<Record<string, string>>;
  readonly inherits: readonly string[];
}

/** The targets of `docker-bake.json`. */
export function readBakeJson(text: string, file: string): BuildDefinition[] {
  try {
    const targets = Object.entries(asRecord(asRecord(JSON.parse(text)).target)).map(([name, value]) => {
      const { context, dockerfile, target, args, inherits } = asRecord(value);
      const pairs = Object.entries(asRecord(args)).flatMap(([key, one]) =>
        typeof one === "string" ? [[key, one]] : [],
      );
      const parents = Array.isArray(inherits) ? inherits.map(String) : [];
      const form: Target = {
        context: asText(context),
        dockerfile: asText(dockerfile),
        target: asText(target),
        args: Object.fromEntries(pairs),
        inherits: parents,
      };
      return [name, form] as const;
    });
    return definitions(new Map(targets), file);
  } catch {
    return [];
  }
}

/** The targets of `docker-bake.hcl`, as far as they are written out: strings with variables inside are not known. */
export function readBakeHcl(text: string, file: string): BuildDefinition[] {
  const targets = new Map<string, Target>();
  const clean = text.replace(/("(?:\\.|[^"\\\n])*")|(?:#|\/\/).*|\/\*[\s\S]*?\*\//g, "$1");
  for (const head of clean.matchAll(/\btarget\s+"([^"]+)"\s*\{/g)) {
    const body = blockAt(clean, head.index + head[0].length);
    const args = /\bargs\s*=\s*\{/.exec(body);
    const argsText = args ? blockAt(body, args.index + args[0].length) : "";
    const own = args ? body.replace(argsText, "") : body;
    const value = (name: string) =>
      literal(new RegExp(`(?:^|[\\s{])${name}\\s*=\\s*("(?:\\\\.|[^"\\\\])*")`).exec(own)?.[1]);
    const pairs = [...argsText.matchAll(/"?([\w.-]+)"?\s*=\s*("(?:\\.|[^"\\\n])*")/g)].flatMap(([, name = "", raw]) => {
      const text = literal(raw);
      return text === undefined ? [] : [[name, text] as const];
    });
    const inherits = [...(/\binherits\s*=\s*\[([^\]]*)\]/.exec(own)?.[1] ?? "").matchAll(/"([^"]+)"/g)].map(
      ([, name = ""]) => name,
    );
    targets.set(head[1] ?? "", {
      context: value("context"),
      dockerfile: value("dockerfile"),
      target: value("target"),
      args: Object.fromEntries(pairs),
      inherits,
    });
  }
  return definitions(targets, file);
}

/** What stands between braces, from behind the first one on. */
function blockAt(text: string, start: number): string {
  let depth = 1;
  let isQuoted = false;
  for (let at = start; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === "\\") at++;
    else if (char === '"') isQuoted = !isQuoted;
    else if (!isQuoted && char === "{") depth++;
    else if (!isQuoted && char === "}" && --depth === 0) return text.slice(start, at);
  }
  return text.slice(start);
}

function literal(raw: string | undefined): string | undefined {
  return raw === undefined || raw.includes("${") ? undefined : raw.slice(1, -1).replace(/\\(.)/g, "$1");
}

function definitions(targets: ReadonlyMap<string, Target>, file: string): BuildDefinition[] {
  return [...targets.keys()].flatMap((name): BuildDefinition[] => {
    const { context = ".", dockerfile = "Dockerfile", target, args } = withParents(name, targets, new Set());
    if (/^(https?|git|ssh|docker-image|target):/.test(context)) return [];
    return [{ by: `${file} (target ${name})`, context, dockerfile, target, args }];
  });
}

/** A target goes before those it inherits from, and of these a later one before an earlier one. */
function withParents(name: string, targets: ReadonlyMap<string, Target>, seen: Set<string>): Target {
  const own = targets.get(name);
  const none: Target = { context: undefined, dockerfile: undefined, target: undefined, args: {}, inherits: [] };
  if (!own || seen.has(name)) return none;
  seen.add(name);
  const parents = own.inherits.map((parent) => withParents(parent, targets, new Set(seen)));
  return [...parents, own].reduce(
    (all, one) => ({
      context: one.context ?? all.context,
      dockerfile: one.dockerfile ?? all.dockerfile,
      target: one.target ?? all.target,
      args: { ...all.args, ...one.args },
      inherits: [],
    }),
    none,
  );
}
