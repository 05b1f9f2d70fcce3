import type { SizeLine, StageSizes } from "../alpinize";
import { formatSize, formatSource } from "../size/format";
import { blocks, code, plain, table } from "./markdown";

const most = 12;

/** What a RUN adds, package by package. */
export function layerMarkdown({ disk, download, items }: SizeLine): string {
  const rest = items.slice(most);
  const more = rest.reduce((total, item) => total + (item.disk.bytes ?? 0), 0);
  const rows = items.slice(0, most).map((item) => [code(item.name), formatSize(item.disk)]);
  if (rest.length > 0) rows.push([`and ${rest.length} more`, formatSize({ bytes: more, basis: "derived" })]);
  return blocks(
    disk.basis === "unknown"
      ? `**What this RUN adds is not known**`
      : `**This RUN adds ${formatSize(disk)}**, ${formatSize(download)} to download`,
    table([{ title: "" }, { title: "on disk", isFigure: true }], rows),
    disk.basis === "unknown" ? disk.why && `${capital(plain(disk.why))}.` : figures(disk),
  );
}

/** What the stages FROM another one start with. */
export function stageMarkdown({ stage, disk, download }: StageSizes): string {
  return blocks(
    `**Stage ${plain(stage)}**: ${formatSize(disk)} on disk, ${formatSize(download)} to download`,
    disk.basis === "unknown" ? disk.why && `${capital(plain(disk.why))}.` : figures(disk),
  );
}

function figures(size: SizeLine["disk"]): string | undefined {
  const source = formatSource(size);
  return source === "" ? undefined : `Figures: ${plain(source)}.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
