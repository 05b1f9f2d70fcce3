import type { Release } from "../facts/types";
import type { Stage } from "../model/build";

/** Plans that many places ask for: each is made once for a stage and the release it will stand on. */
export class PlansOfStages<Plan> {
  readonly #plans = new WeakMap<Stage, Map<Release, Plan>>();

  get(stage: Stage, release: Release, make: () => Plan): Plan {
    const known = this.#plans.get(stage) ?? new Map<Release, Plan>();
    this.#plans.set(stage, known);
    const plan = known.get(release) ?? make();
    known.set(release, plan);
    return plan;
  }
}
