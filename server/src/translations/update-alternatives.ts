import type { Invocation } from "../shell/invocation";
import type { ShellWord } from "../shell/types";
import { replaceCall } from "./outcomes";
import type { Context, Outcome, Translation } from "./translation";
import { plainName } from "./versioned-programs";

/** `update-alternatives --install LINK NAME PATH PRIORITY`, with `--slave LINK NAME PATH` behind it, makes links in the end. */
export const updateAlternatives: Translation = {
  programs: ["update-alternatives", "alternatives"],
  translate(call, context): Outcome {
    const words = call.args.filter(({ value }) => value !== "--force" && value !== "--quiet");
    const [verb, ...rest] = words;
    if (verb?.value === "--remove" || verb?.value === "--remove-all" || verb?.value === "--auto")
      return { remove: true };
    const links = verb?.value === "--install" ? installedLinks(rest) : undefined;
    const [name, path] = rest;
    if (verb?.value === "--set" && name && path && rest.length === 2)
      return (
        ofOwnPackage(call, name, path, context) ??
        linked(call, [{ link: name.value, written: `/usr/bin/${name.text}`, path }], context)
      );
    return links
      ? linked(call, links, context)
      : {
          stop: "Alpine has no alternatives system. Install one version only, or make the symbolic link yourself with `ln -s`.",
        };
  },
};

/** `iptables-legacy` is a program of iptables on Debian, and a package of its own on Alpine; its folder changed with the releases. */
function ofOwnPackage(
  call: Invocation,
  name: ShellWord,
  { value }: ShellWord,
  { facts: { alpine }, release }: Context,
): Outcome | undefined {
  const program = value.slice(value.lastIndexOf("/") + 1);
  const isOwn = alpine.package(program, release) && alpine.resolves(`cmd:${program}`, release);
  const holder = isOwn ? program : alpine.providers(`cmd:${program}`, release).find((one) => one.endsWith("-legacy"));
  if (holder === undefined) return undefined;
  return { ...replaceCall(call, `ln -sf "$(command -v ${program})" /usr/local/bin/${name.text}`), keeps: [holder] };
}

interface Alternative {
  readonly link: string;
  readonly written: string;
  readonly path: ShellWord;
}

function installedLinks(words: readonly ShellWord[]): Alternative[] | undefined {
  const [link, name, path, priority, ...slaves] = words;
  if (!link || !name || !path || !priority || slaves.length % 4 !== 0) return undefined;
  const links = [{ link: link.value, written: link.text, path }];
  for (let at = 0; at < slaves.length; at += 4) {
    const [option, slave, , target] = slaves.slice(at, at + 4);
    if (option?.value !== "--slave" || !slave || !target) return undefined;
    links.push({ link: slave.value, written: slave.text, path: target });
  }
  return links;
}

function linked(call: Invocation, links: readonly Alternative[], context: Context): Outcome {
  const needed = links.filter(({ link, path }) => !namesItsVersion(link, path.value, context));
  const commands = needed.map(
    ({ path, written }) => `ln -sf ${plainName(path.value, context) ?? path.text} ${written}`,
  );
  return commands.length === 0 ? { remove: true } : replaceCall(call, commands.join(" && "));
}

/** `gcc` for `/usr/bin/gcc-12`: Alpine's program has the plain name, and not the one with a version that a link would lead to. */
function namesItsVersion(link: string, path: string, { facts, release }: Context): boolean {
  const [name, target] = [link, path].map((one) => one.slice(one.lastIndexOf("/") + 1));
  if (!name || !target?.startsWith(name) || !/^[-.]?\d[\d.]*$/.test(target.slice(name.length))) return false;
  return facts.alpine.resolves(`cmd:${name}`, release) && !facts.alpine.resolves(`cmd:${target}`, release);
}
