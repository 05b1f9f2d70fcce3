import { editDistance } from "../facts/nearest";

/** The known word that a mistyped one most likely stands for; undefined when none is near. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const near = known
    .map((candidate) => ({ candidate, limit: Math.max(1, Math.floor(candidate.length / 3)) }))
    .map(({ candidate, limit }) => ({ candidate, limit, distance: editDistance(word, candidate, limit) }))
    .filter(({ limit, distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance)[0]?.candidate;
  return near ?? (word.length >= 3 ? known.find((candidate) => candidate.startsWith(word)) : undefined);
}

/** ` Did you mean python?`, or nothing. */
export function didYouMean(candidates: readonly string[]): string {
  const last = candidates.at(-1);
  if (last === undefined) return "";
  const others = candidates.slice(0, -1).join(", ");
  return ` Did you mean ${others ? `${others} or ${last}` : last}?`;
}
