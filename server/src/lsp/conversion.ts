import type { CancellationToken } from "vscode-languageserver/node";
import { levels, type Size, type StageSizes } from "../alpinize";
import { levelTexts } from "../levels";
import { toRange, toTextEdits } from "../lsp";
import type { ConvertParams, ConvertResult, Figure, LevelOffer, LevelsResult, StageTotal } from "../protocol";
import { formatSize } from "../size/format";
import { refuse } from "./refusals";
import type { Snapshot } from "./snapshot";

/** @throws ResponseError for a level that does not exist. */
export function convert(snapshot: Snapshot, { level, partial, cacheMounts }: ConvertParams): ConvertResult {
  if (!levels.includes(level)) throw refuse.unknownLevel(level, levels);
  const { lines, version } = snapshot;
  const { text, edits, complete, stages, remarks } = snapshot.convert(level, { partial, cacheMounts });
  return {
    version,
    text,
    edits: toTextEdits(edits, lines),
    complete,
    stages: stages.map(({ span, ...stage }) => ({ ...stage, range: toRange(span, lines) })),
    remarks: remarks.map(({ span, ...remark }) => ({ ...remark, range: toRange(span, lines) })),
    sizes: { before: totals(snapshot.sizes()), after: totals(snapshot.sizesAfter(level, { partial, cacheMounts })) },
  };
}

/** Takes a turn of the event loop per level, so that it can be cancelled in between. */
export async function offerLevels(snapshot: Snapshot, token: CancellationToken): Promise<LevelsResult> {
  const offers: LevelOffer[] = [];
  for (const level of levels) {
    await new Promise(setImmediate);
    if (token.isCancellationRequested) throw refuse.cancelled();
    const { edits, complete } = snapshot.convert(level);
    const sizes = { before: totals(snapshot.sizes()), after: totals(snapshot.sizesAfter(level)) };
    offers.push({ level, ...levelTexts[level], changes: edits.length > 0, complete, sizes });
  }
  return { version: snapshot.version, levels: offers };
}

function totals(stages: readonly StageSizes[]): StageTotal[] {
  return stages.map(({ stage, disk, download }) => ({ stage, disk: figure(disk), download: figure(download) }));
}

function figure(size: Size): Figure {
  return { bytes: size.bytes ?? null, basis: size.basis, text: formatSize(size) };
}
