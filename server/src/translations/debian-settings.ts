import type { Invocation } from "../shell/invocation";
import type { Outcome, Translation } from "./translation";

const places: readonly { readonly path: RegExp; readonly why: string }[] = [
  {
    path: /^\/etc\/default\//,
    why: "on Alpine nothing reads /etc/default. Set it where the program itself looks for it",
  },
  { path: /^\/etc\/pam\.d\//, why: "Alpine's programs are built without PAM. Check that nothing of it is needed" },
];

/** Changes to settings that only Debian's init scripts and PAM read; on Alpine the files are not there, so that `sed` fails. */
export const debianSettings: Translation = {
  programs: ["sed", "echo", "printf"],
  translate(call, { run }): Outcome | undefined {
    const files = filesOf(call);
    const place = places.find(({ path }) => files.length > 0 && files.every((file) => path.test(file)));
    if (!place || run.command.name !== "RUN") return undefined;
    return { remove: true, check: `A change to ${files.join(" and ")} was removed: ${place.why}.` };
  },
};

function filesOf({ name, args, command }: Invocation): string[] {
  if (name !== "sed") {
    const [target] = command.redirects.flatMap(({ operator, target }) =>
      /^>>?$/.test(operator) && target ? [target] : [],
    );
    return target ? [target.value] : [];
  }
  if (!args.some(({ value }) => /^-[a-zA-Z]*i|^--in-place/.test(value))) return [];
  return args.filter(({ value }) => /^\//.test(value) && !/[|,].*[|,]/.test(value)).map(({ value }) => value);
}
