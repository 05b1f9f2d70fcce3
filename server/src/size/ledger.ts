import type { Distribution, Facts } from "../facts/types";
import { type PackageChange, packageChanges } from "../model/packages";
import type { rootImage } from "../model/platform";
import type { Run } from "../model/run";
import { ApkLedger } from "./apk-ledger";
import { AptLedger } from "./apt-ledger";
import { unknownCommands } from "./other-commands";
import { type Part, unknownPart } from "./part";

/** What the RUNs of a stage have added so far, and whether they can run at all. */
export class Ledger {
  /** Why the stage cannot be built; undefined while nothing speaks against it. */
  failure: string | undefined;

  private constructor(
    private readonly apt: AptLedger,
    private readonly apk: ApkLedger,
    /** The package manager the image has; undefined when nobody knows. */
    private readonly manager: PackageChange["manager"] | "other" | undefined,
  ) {}

  static of(root: ReturnType<typeof rootImage>, distribution: Distribution | undefined, facts: Facts): Ledger {
    const { image = "", tag = "" } = root ?? {};
    const isAlpine = distribution?.name === "alpine";
    const isDebian = distribution?.name === "debian" || distribution?.name === "ubuntu";
    const release = isAlpine ? distribution.release : undefined;
    return new Ledger(
      new AptLedger(facts, { image, tag, suite: (isDebian ? distribution.release : undefined) ?? "" }),
      new ApkLedger(facts, {
        release: release ?? facts.alpine.newest,
        assumed: release === undefined,
        packages: isAlpine ? facts.images.preinstalled(image, tag) : [],
      }),
      isAlpine ? "apk" : isDebian ? "apt" : distribution && "other",
    );
  }

  copy(): Ledger {
    const copy = new Ledger(this.apt.copy(), this.apk.copy(), this.manager);
    copy.failure = this.failure;
    return copy;
  }

  /** What the RUN adds to its layer; parts of unknown size for what nobody knows. */
  add(run: Run): Part[] {
    const changes = packageChanges(run);
    const isForeign = ({ manager }: PackageChange) => this.manager !== undefined && manager !== this.manager;
    // What stands behind `if` or `||` may be meant for another image.
    const foreign = changes.find((change) => isForeign(change) && !change.call.command.conditional);
    if (foreign) return this.fail(foreign);
    const of = (manager: PackageChange["manager"]) =>
      changes.filter((change) => change.manager === manager && !isForeign(change));
    const apt = of("apt");
    const apk = of("apk");
    return [
      ...(apt.length > 0 ? this.apt.add(run, apt) : []),
      ...(apk.length > 0 ? this.apk.add(run, apk) : []),
      ...unknownCommands(run).map((label) => unknownPart(label, `what ${label} adds is not known`)),
    ];
  }

  /** A RUN for another distribution's package manager. */
  private fail({ call: { name } }: PackageChange): Part[] {
    const why = `${name} is not there in this image`;
    this.failure ??= `the stage cannot be built: ${why}`;
    return [unknownPart(name, why)];
  }
}
