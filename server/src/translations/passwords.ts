import { CallRewrite } from "./call-rewrite";
import { OptionTable, readOptions } from "./options";
import type { Outcome, Translation } from "./translation";

const passwdOptions = new OptionTable(
  "a,all d,delete e,expire h,help k,keep-tokens i,inactive= l,lock n,mindays= q,quiet r,repository= R,root= S,status u,unlock w,warndays= x,maxdays= stdin",
);
const chpasswdOptions = new OptionTable("c,crypt-method= e,encrypted h,help m,md5 R,root= s,sha-rounds=");

/** `passwd -d root`, `passwd -l app`; the options that keep times are shadow's. */
export const passwd: Translation = {
  programs: ["passwd"],
  translate(call, { run }): Outcome | undefined {
    const options = readOptions(call.args, passwdOptions);
    const plain = options.options.every(({ name }) => "dluq".includes(name));
    if (!plain || options.unknown.length > 0) return { needs: ["shadow"] };
    const rewrite = new CallRewrite(call, run.script.text);
    rewrite.options(options.options, ({ name, written }) => {
      if (name === "q") return "drop";
      return written === `-${name}` ? "keep" : { name: `-${name}` };
    });
    const outcome = rewrite.outcome();
    return outcome.edits ? outcome : undefined;
  },
};

export const chpasswd: Translation = {
  programs: ["chpasswd"],
  translate(call, { run }): Outcome | undefined {
    const options = readOptions(call.args, chpasswdOptions);
    if (options.has("s") || options.unknown.length > 0) return { needs: ["shadow"] };
    const rewrite = new CallRewrite(call, run.script.text);
    rewrite.options(options.options, (option) => {
      if (option.name === "c") {
        return { name: "-c", value: option.value?.text.toLowerCase() };
      }
      return option.written === `-${option.name}` ? "keep" : { name: `-${option.name}` };
    });
    const outcome = rewrite.outcome();
    return outcome.edits ? outcome : undefined;
  },
};
