import { aptInstalled } from "../model/apt-installed";
import type { Stage } from "../model/build";
import { instructionsOf, runsOf } from "../model/layers";
import { type Invocation, invocation } from "../shell/invocation";
import type { ShellWord } from "../shell/types";
import { layoutsOf } from "./layout";
import { apache, isOld } from "./layout/apache";
import { httpdConf, moduleLoad, servingModule } from "./layout/apache-modules";
import { edited } from "./layout/edited";
import { textOfStage } from "./layout/texts";
import { inPlace } from "./outcomes";
import { standsOnPhpApache } from "./php-image/php-image";
import type { Context, Outcome, Translation } from "./translation";

const folder = "/etc/apache2/";

/** Debian's tools that switch modules, sites and settings on and off. */
export const apacheSwitches: Translation = {
  programs: ["a2enmod", "a2dismod", "a2ensite", "a2dissite", "a2enconf", "a2disconf"],
  translate(call, context): Outcome | undefined {
    if (!hasApache(context.stage)) return undefined;
    const words = call.args.filter(({ value }) => !value.startsWith("-"));
    if (words.length === 0 || words.some(({ value, literal }) => !literal || !/^[\w.-]+$/.test(value)))
      return undefined;
    const names = words.map(({ value }) => value.replace(/\.(load|conf)$/, ""));
    switch (call.name) {
      case "a2enmod":
        return enableModules(names, call, context);
      case "a2dismod":
        return disableModules(names, call, context);
      default:
        return switchFiles(words, call, context);
    }
  },
};

export function hasApache(stage: Stage): boolean {
  return layoutsOf(stage).includes(apache);
}

function enableModules(names: readonly string[], call: Invocation, context: Context): Outcome {
  const { stage, build } = context;
  const installed = aptInstalled(stage);
  const steps: string[] = [];
  const serving = names.map(servingModule).findLast((one) => one !== undefined);
  const lines: string[] = [];
  const packages = new Set<string>();
  for (const name of names.filter((one) => servingModule(one) === undefined)) {
    const load = moduleLoad(name, installed);
    if (!load) {
      return {
        stop: `Alpine's Apache has no module \`${name}\`, or not the settings that Debian's comes with. Leave it out, or load it by a file in /etc/apache2/conf.d.`,
      };
    }
    if (load.line !== undefined) lines.push(load.line);
    if (load.package !== undefined && isFirst(load.package, call, stage)) packages.add(load.package);
    if (load.step !== undefined) steps.push(load.step);
    if (textOfStage(stage).includes(`${folder}mods-available/${name}.conf`))
      steps.push(`ln -sf ../mods-available/${name}.conf ${folder}mods-enabled/${name}.conf`);
  }
  if (packages.size > 0) steps.unshift(`apk add --no-cache ${[...packages].join(" ")}`);
  if (packages.has("apache2-ssl")) steps.push(secureServer(build.file.text));
  const edits = [
    ...(lines.length > 0 ? [`s/#(LoadModule ${oneOf(lines)}_module)/\\1/`] : []),
    // Only one of them may be loaded; Alpine's is prefork.
    ...(serving === undefined || serving === "prefork"
      ? []
      : [`s/^(LoadModule mpm_prefork_module)/#\\1/`, `s/#(LoadModule mpm_${serving}_module)/\\1/`]),
  ];
  if (edits.length > 0) steps.push(edited(httpdConf, edits, "extended"));
  return inPlace(steps, call, packages.has("apache2-ssl") ? certificate : undefined);
}

/** No `a2enmod` before it brings the package. */
function isFirst(name: string, call: Invocation, stage: Stage): boolean {
  const installed = aptInstalled(stage);
  const first = runsOf(stage)
    .flatMap(({ script }) => script.commands)
    .map(invocation)
    .find(
      (one) => one.name === "a2enmod" && one.args.some(({ value }) => moduleLoad(value, installed)?.package === name),
    );
  return first === undefined || first.command === call.command;
}

const certificate =
  "Debian's certificate `ssl-cert-snakeoil` is not on Alpine, where apache2-ssl makes /etc/ssl/apache2/server.pem and server.key. Name these in sites that have no certificate of their own.";

/** Alpine's ssl.conf has a server on port 443, which Debian's site `default-ssl` is; ports.conf of Debian's listens itself. */
function secureServer(text: string): string {
  // A site of the user's with that name takes its place.
  const hasSite = /\ba2ensite\s[^;&|\n]*\bdefault-ssl\b/.test(text) && !text.includes("available/default-ssl");
  const edits = [
    hasSite ? `s|/var/www/localhost/htdocs|/var/www/html|` : "/^<VirtualHost _default_:443>/,/^<\\/VirtualHost>/d",
    ...(/ports\.conf/.test(text) ? ["/^Listen 443/d"] : []),
  ];
  return edited(`${folder}conf.d/ssl.conf`, edits);
}

function disableModules(names: readonly string[], call: Invocation, { stage }: Context): Outcome {
  const other = names.find((name) => servingModule(name) === undefined && moduleLoad(name, [])?.line === undefined);
  if (other !== undefined) {
    return {
      stop: `\`a2dismod ${other}\` takes away what a package of its own brings on Alpine. Leave the package out instead.`,
    };
  }
  // How requests are served is settled where one is enabled.
  const lines = names.filter((name) => servingModule(name) === undefined);
  const isLeft = names.includes("mpm_prefork") && !/\ba2enmod\s[^;&|\n]*mpm_(event|worker)/.test(textOfStage(stage));
  if (isLeft) return { stop: "Apache needs one of its modules mpm_*. Enable another one in its place." };
  return inPlace(
    lines.length > 0 ? [edited(httpdConf, [`s/^(LoadModule ${oneOf(lines)}_module)/#\\1/`], "extended")] : [],
    call,
  );
}

/** Debian's own, that no Alpine has: without them the server does the same, or says less of itself. */
const ownConfs = /^(charset|localized-error-pages|other-vhosts-access-log|security|serve-cgi-bin)(\.conf)?$/;

function switchFiles(words: readonly ShellWord[], call: Invocation, context: Context): Outcome {
  const { stage } = context;
  const kind = /site$/.test(call.name) ? "sites" : "conf";
  const enables = call.name.startsWith("a2en");
  const old = isOld(context) && kind === "sites";
  const steps: string[] = [];
  for (const { value } of words) {
    const name = value.replace(/\.conf$/, "");
    const file = old ? value : `${name}.conf`;
    const isDefault = kind === "sites" && /^(000-)?default$/.test(name);
    const link = old && isDefault ? "000-default" : file;
    if (enables) {
      if (kind === "sites" && name === "default-ssl" && !textOfStage(stage).includes("available/default-ssl")) continue;
      // Debian has them enabled already.
      if (kind === "conf" && ownConfs.test(value) && !isBrought(file, kind, stage)) continue;
      if (!isDefault && !isBrought(file, kind, stage)) {
        return {
          stop: `Nothing here makes ${folder}${kind}-available/${file}, so it is Debian's own, which Alpine's Apache lacks. Write what it should say into a file in /etc/apache2/conf.d.`,
        };
      }
      steps.push(`ln -sf ../${kind}-available/${old && isDefault ? "default" : file} ${folder}${kind}-enabled/${link}`);
    } else if (!(kind === "conf" && ownConfs.test(value))) steps.push(`rm -f ${folder}${kind}-enabled/${link}`);
  }
  return inPlace(steps, call);
}

/** A file of that name, or a whole folder, comes to where Debian's tools look for it. */
function isBrought(file: string, kind: string, stage: Stage): boolean {
  const texts = textOfStage(stage);
  const place = `${folder}${kind}-available`;
  if (texts.includes(`${place}/${file}`)) return true;
  const copies = new RegExp(`^(COPY|ADD)\\s[^\\n]*${place}/?(["'\\s\\]]|$)|\\s${place}/?\\s*($|[;&|])`, "m");
  const whole = new RegExp(`^(COPY|ADD)\\s[^\\n]*\\s["']?${folder}?["']?\\s*\\]?$`, "m");
  return copies.test(texts) || whole.test(texts) || /\bWORKDIR\s+\/etc\/apache2\/(sites|conf)-available/.test(texts);
}

function oneOf(names: readonly string[]): string {
  const all = [...new Set(names)];
  return all.length === 1 ? (all[0] ?? "") : `(${all.join("|")})`;
}

const verbs = /^(start|stop|restart|graceful|graceful-stop)$/;

/** Apache's own program, which Debian calls by other names. */
export const apacheProgram: Translation = {
  programs: ["apache2", "apache2ctl", "apachectl"],
  translate(call, { stage }): Outcome | undefined {
    const { args, nameSpan, program } = call;
    if (!hasApache(stage)) return undefined;
    const [verb] = args;
    const newText = program.includes("/") ? "/usr/sbin/httpd" : "httpd";
    const isOption = verb?.value.startsWith("-") ?? call.name === "apache2";
    if (isOption) return { edits: [{ span: nameSpan, newText }] };
    const option = verb?.value === "configtest" ? "-t" : verbs.test(verb?.value ?? "") ? `-k ${verb?.text}` : undefined;
    if (!verb || option === undefined) return undefined;
    return {
      edits: [
        { span: nameSpan, newText },
        { span: verb.span, newText: option },
      ],
    };
  },
};

/** Debian's main files, as far as httpd.conf says the same in the same words. */
export function apacheFiles(call: Invocation, context: Context): Outcome | undefined {
  const { command, args } = call;
  const targets = command.redirects.flatMap(({ target }) => target ?? []);
  const words = [...args, ...targets].filter(({ value }) => value.includes(folder));
  if (words.length === 0 || !hasApache(context.stage)) return undefined;
  const main = words.filter(({ value }) => value === `${folder}apache2.conf`);
  if (main.length > 0) return mainFile(main, call, context);
  const [name] = words.flatMap(
    ({ value }) => /\/etc\/apache2\/(envvars|mods-(?:available|enabled))\b/.exec(value) ?? [],
  );
  if (name === undefined) return ofDebian(words, context);
  if (/envvars$/.test(name)) return /^(\.|source)$/.test(call.name) ? undefined : { stop: envvars };
  return linkedModule(call, context) ?? (isOwnFile(words, context) ? undefined : { stop: modules });
}

const envvars =
  "Alpine's Apache reads no /etc/apache2/envvars. Write what it should say into a file in /etc/apache2/conf.d, as `Define NAME VALUE`, or as User and Group.";
const modules =
  "Alpine's Apache has a LoadModule line in /etc/apache2/httpd.conf for each module, and no folders mods-available and mods-enabled. Change the lines there, or write a file in /etc/apache2/conf.d.";
const mainLines =
  "Alpine's /etc/apache2/httpd.conf takes the place of apache2.conf, and has other lines. Put what should be different into a file in /etc/apache2/conf.d.";

/** `ln -s /etc/apache2/mods-available/rewrite.load /etc/apache2/mods-enabled/` */
function linkedModule(call: Invocation, context: Context): Outcome | undefined {
  if (call.name !== "ln" && call.name !== "cp") return undefined;
  const names = call.args
    .filter(({ value }) => !value.startsWith("-"))
    .slice(0, -1)
    .map(({ value }) => /^(?:\/etc\/apache2|\.\.)\/mods-available\/([\w-]+)\.load$/.exec(value)?.[1]);
  const known = names.flatMap((name) => name ?? []);
  return known.length > 0 && known.length === names.length ? enableModules(known, call, context) : undefined;
}

/** Settings of modules that COPY brings; Debian's own are not there. */
function isOwnFile(words: readonly ShellWord[], { stage }: Context): boolean {
  const copied = instructionsOf(stage).filter(({ name }) => name === "COPY" || name === "ADD");
  return words.every(({ value }) => value.endsWith(".conf") && copied.some(({ args }) => args.text.includes(value)));
}

/** Files of Debian's in conf-available and sites-available that nothing brings. */
function ofDebian(words: readonly ShellWord[], { stage }: Context): Outcome | undefined {
  const copied = instructionsOf(stage).filter(({ name }) => name === "COPY" || name === "ADD");
  const own = words.find(
    ({ value }) =>
      /\/(conf-\w+\/(charset|localized-error-pages|other-vhosts-access-log|serve-cgi-bin)|sites-\w+\/(\d+-)?default-ssl)\b/.test(
        value,
      ) && !copied.some(({ args }) => args.text.includes(value)),
  );
  return (
    own && {
      stop: `${own.value} is Debian's own, which Alpine's Apache lacks. Write what it should say into a file in /etc/apache2/conf.d.`,
    }
  );
}

/** Scripts of sed about lines that both have: what is allowed to `.htaccess` files, in one folder or in all. */
const allowance =
  /^(?:\\?[/|#,]<Directory \\?\/var\\?\/www\\?\/?>[/|#,],[/|#,]<\\?\/Directory>[/|#,]\s*)?\{?\s*s(.)\s*AllowOverride None\1\s*AllowOverride \w+\1[gI]*;?\s*\}?$/i;

/** The folder that is served, by the one line about it that both have; the image's apache2.conf names no other. */
const servedFolder = /^s(.)(?:<Directory )?\\?\/var\\?\/www(?:\\?\/)?>?\1[^\n]*\1g?;?$/;
const servedByImage = /^s(.)(?:<Directory |DocumentRoot )?\\?\/var\\?\/www(?:\\?\/html)?(?:\\?\/)?>?\1[^\n]*\1g?;?$/;

function mainFile(main: readonly ShellWord[], call: Invocation, { run, stage }: Context): Outcome {
  const { command, args, name } = call;
  const edits = main.map(({ span }) => ({ span, newText: httpdConf }));
  const [redirect] = command.redirects.filter(({ target }) => target && main.includes(target));
  if (redirect) {
    const text = run.script.text.slice(command.span.start, redirect.span.start);
    const includes = /\bInclude(Optional)?\s+["']?(?![/"'\s])(?!(conf|sites)-enabled)/i.test(text);
    return redirect.operator === ">>" && /^(echo|printf|cat)$/.test(name) && !includes
      ? { edits }
      : { stop: mainLines };
  }
  if (name === "tee" && args.some(({ value }) => /^-a$|^--append$/.test(value))) return { edits };
  if (name === "grep" || name !== "sed") return { stop: mainLines };
  const scripts = args.filter(
    ({ value }) => !/^(-|\/etc\/apache2\/conf-)/.test(value) && !main.some((one) => one.value === value),
  );
  const served = standsOnPhpApache(stage) ? servedByImage : servedFolder;
  const isInPlace = args.some(({ value }) => /^-[a-zA-Z]*i|^--in-place/.test(value));
  return isInPlace && scripts.length === 1 && scripts.every(({ value }) => allowance.test(value) || served.test(value))
    ? { edits }
    : { stop: mainLines };
}
