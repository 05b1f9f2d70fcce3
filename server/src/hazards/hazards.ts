import type { Stage } from "../model/build";
import type { Hazard, HazardSeverity, Hit, Place } from "./hazard";

/** A hit, with where it was found. */
export interface StageHit extends Hit {
  readonly hazard: Hazard;
  readonly severity: HazardSeverity;
  readonly stage: Stage;
  readonly onAlpine: boolean;
}

/** The hazards of a Dockerfile, each looked for once, when it is first asked for. */
export class Hazards {
  readonly #found = new Map<Hazard, readonly StageHit[]>();
  readonly #failed = new Map<Hazard, unknown>();
  #places: readonly Place[] | undefined;

  /**
   * @param placesOf the stages on Alpine, and those that could be converted.
   * @param isIgnored says what the user does not want to hear of; it stops no conversion either.
   */
  constructor(
    private readonly hazards: readonly Hazard[],
    private readonly placesOf: () => readonly Place[],
    private readonly isIgnored: (hazard: Hazard, hit: Hit) => boolean,
  ) {}

  /** @throws what the hazard threw, so that it is reported once, as a failed rule. */
  of(hazard: Hazard): readonly StageHit[] {
    const known = this.#find(hazard);
    if (this.#failed.has(hazard)) throw this.#failed.get(hazard);
    return known;
  }

  /** What is known to go wrong in a stage. */
  in(stage: Stage): readonly StageHit[] {
    return this.hazards
      .flatMap((hazard) => this.#find(hazard))
      .filter((hit) => hit.stage === stage)
      .sort((a, b) => a.span.start - b.span.start);
  }

  /** Why a stage cannot stand on Alpine. */
  blocks(stage: Stage): readonly StageHit[] {
    return this.in(stage).filter(({ severity }) => severity === "block");
  }

  #find(hazard: Hazard): readonly StageHit[] {
    const known = this.#found.get(hazard);
    if (known) return known;
    let hits: readonly StageHit[] = [];
    try {
      this.#places ??= this.placesOf();
      hits = this.#places.flatMap((place) =>
        [...hazard.find(place)]
          .filter((hit) => !this.isIgnored(hazard, hit))
          .map((hit) => {
            const { stage, onAlpine } = place;
            return { ...hit, hazard, severity: hit.severity ?? hazard.severity, stage, onAlpine };
          }),
      );
    } catch (error) {
      this.#failed.set(hazard, error);
    }
    this.#found.set(hazard, hits);
    return hits;
  }
}
