import type { ShellWord } from "../shell/types";
import { replaceCall } from "./outcomes";
import type { Outcome, Translation } from "./translation";

/** An option of useradd or groupadd, by its short name; undefined: the words hold something else. */
interface Options {
  readonly values: ReadonlyMap<string, string>;
  readonly operands: readonly ShellWord[];
}

const long: ReadonlyMap<string, string> = new Map([
  ["--system", "r"],
  ["--create-home", "m"],
  ["--no-create-home", "M"],
  ["--user-group", "U"],
  ["--no-user-group", "N"],
  ["--non-unique", "o"],
  ["--force", "f"],
  ["--no-log-init", "l"],
  ["--home-dir", "d"],
  ["--home", "d"],
  ["--shell", "s"],
  ["--uid", "u"],
  ["--gid", "g"],
  ["--groups", "G"],
  ["--comment", "c"],
]);

const needsShadow = { needs: ["shadow"] } as const satisfies Outcome;

/** Reads short options in all their forms (`-ms /bin/sh`, `-u1000`) and long ones (`--uid=1000`, `--uid 1000`). */
function readOptions(args: readonly ShellWord[], valued: string): Options | undefined {
  const values = new Map<string, string>();
  const operands: ShellWord[] = [];
  for (let at = 0; at < args.length; at++) {
    const word = args[at] as ShellWord;
    const [name = "", inline] = splitOnce(word.value, "=");
    const short = name.startsWith("--") ? long.get(name) : undefined;
    if (name.startsWith("--") && short === undefined) return undefined;
    if (short !== undefined) {
      const value = valued.includes(short)
        ? inline === undefined
          ? args[++at]?.text
          : word.text.slice(word.text.indexOf("=") + 1)
        : "";
      if (value === undefined) return undefined;
      values.set(short, value);
    } else if (/^-[a-zA-Z]/.test(word.value)) {
      for (let letter = 1; letter < word.text.length; letter++) {
        const key = word.text[letter] as string;
        if (!valued.includes(key)) {
          values.set(key, "");
          continue;
        }
        const rest = word.text.slice(letter + 1);
        const value = rest === "" ? args[++at]?.text : rest;
        if (value === undefined) return undefined;
        values.set(key, value);
        break;
      }
    } else operands.push(word);
  }
  return { values, operands };
}

function splitOnce(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

/** `groupadd -r -g 999 app` is busybox's `addgroup -S -g 999 app`. */
export const groupadd: Translation = {
  programs: ["groupadd"],
  translate(call): Outcome {
    const { args } = call;
    const options = readOptions(args, "gKpR");
    const [name] = options?.operands ?? [];
    if (!options || !name || options.operands.length > 1) return needsShadow;
    const { values } = options;
    if ([...values.keys()].some((key) => !"rgf".includes(key))) return needsShadow;
    const words = ["addgroup"];
    if (values.has("r")) words.push("-S");
    const id = values.get("g");
    if (id !== undefined) words.push("-g", id);
    return replaceCall(call, [...words, name.text].join(" "));
  },
};

/** `useradd -m -s /bin/bash -u 1000 -g app app` is busybox's `adduser -D -s ... -u 1000 -G app app`. */
export const useradd: Translation = {
  programs: ["useradd"],
  translate(call): Outcome {
    const { args } = call;
    const options = readOptions(args, "bcdefgGkKpRsuZ");
    const [name] = options?.operands ?? [];
    if (!options || !name || options.operands.length > 1) return needsShadow;
    const { values } = options;
    if ([...values.keys()].some((key) => !"rmMUNldsugGc".includes(key))) return needsShadow;
    const groups = values.get("G");
    // busybox makes a group of the user's name unless it is given one; several groups take several calls.
    if (values.has("N") && !values.has("g")) return needsShadow;
    if (values.get("g")?.match(/^["']?\d+["']?$/)) return needsShadow;
    const words = ["adduser", "-D"];
    if (values.has("r")) words.push("-S");
    if (values.has("M") || (values.has("r") && !values.has("m"))) words.push("-H");
    for (const [key, option] of [
      ["u", "-u"],
      ["d", "-h"],
      ["s", "-s"],
      ["g", "-G"],
      ["c", "-g"],
    ] as const) {
      const value = values.get(key);
      if (value !== undefined) words.push(option, value);
    }
    const more = groups?.split(",").filter((group) => group !== "") ?? [];
    // A system user of busybox gets no group of its own, Debian's does.
    const own = values.has("r") && !values.has("g") ? [`addgroup -S ${name.text}`] : [];
    if (own.length > 0) words.push("-G", name.text);
    const calls = [...own, [...words, name.text].join(" "), ...more.map((group) => `addgroup ${name.text} ${group}`)];
    const text = calls.join(" && ");
    return replaceCall(call, calls.length > 1 ? `{ ${text}; }` : text);
  },
};

/** Debian's own `adduser` and `addgroup` share their names with busybox's, not their options. */
export const debianAdduser: Translation = {
  programs: ["adduser"],
  translate(call): Outcome | undefined {
    const { args } = call;
    const has = (name: string) => args.some(({ value }) => value === name || value.startsWith(`${name}=`));
    const plain = args.filter(({ value }) => !value.startsWith("-"));
    if (args.length === 2 && plain.length === 2)
      return replaceCall(call, `addgroup ${plain[0]?.text} ${plain[1]?.text}`);
    if (has("-D") || has("-S")) return undefined;
    const words = ["adduser", "-D"];
    for (let at = 0; at < args.length; at++) {
      const word = args[at] as ShellWord;
      const [name, inline] = splitOnce(word.value, "=");
      const value = () => (inline === undefined ? args[++at]?.text : word.text.slice(word.text.indexOf("=") + 1));
      if (name === "--disabled-password" || name === "--disabled-login" || name === "--quiet" || name === "-q")
        continue;
      if (name === "--system") words.push("-S");
      else if (name === "--no-create-home") words.push("-H");
      else if (name === "--gecos" || name === "--comment") words.push("-g", value() ?? '""');
      else if (name === "--uid" || name === "-u") words.push("-u", value() ?? "");
      else if (name === "--home") words.push("-h", value() ?? "");
      else if (name === "--shell") words.push("-s", value() ?? "");
      else if (name === "--ingroup") words.push("-G", value() ?? "");
      else if (name?.startsWith("-"))
        return {
          stop: `\`adduser ${name}\` is unknown to Alpine's adduser. Say it with its options (\`adduser --help\`), or install \`shadow\` and use \`useradd\`.`,
        };
      else words.push(word.text);
    }
    const user = plain.at(-1)?.text ?? "";
    if (has("--system") && has("--group") && !has("--ingroup")) return undefined;
    return user === "" ? undefined : replaceCall(call, words.join(" "));
  },
};

export const debianAddgroup: Translation = {
  programs: ["addgroup"],
  translate(call): Outcome | undefined {
    const { args } = call;
    if (!args.some(({ value }) => value.startsWith("--"))) return undefined;
    const text = args
      .map((word) =>
        word.text
          .replace(/^--system$/, "-S")
          .replace(/^--gid(?:=|$)/, "-g ")
          .trim(),
      )
      .join(" ");
    return /(^| )--/.test(text) ? needsShadow : replaceCall(call, `addgroup ${text}`);
  },
};

/** `usermod -aG docker app`; everything else of usermod is left to shadow. */
export const usermod: Translation = {
  programs: ["usermod", "groupmod", "gpasswd", "chpasswd"],
  translate(call): Outcome | undefined {
    const { name: program, args } = call;
    // busybox has a chpasswd of its own.
    if (program === "chpasswd") return args.length === 0 ? undefined : needsShadow;
    const [first, groups, user, ...rest] = args;
    const adds = program === "usermod" && (first?.value === "-aG" || first?.value === "-Ga");
    if (!adds || !groups || !user || rest.length > 0 || !groups.literal) return needsShadow;
    return replaceCall(
      call,
      groups.value
        .split(",")
        .map((group) => `addgroup ${user.text} ${group}`)
        .join(" && "),
    );
  },
};
