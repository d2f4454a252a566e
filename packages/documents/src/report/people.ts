import { drawParagraph } from "./draw-text.ts";
import type { Paper, Structure } from "./paper.ts";
import type { ReportData, ReportResponder } from "./report-data.ts";
import { drawSection } from "./section.ts";
import { cellLooks, looks } from "./styles.ts";
import { drawTable } from "./table.ts";
import { type Cell, cell } from "./table-row.ts";
import { localTime, responderStateText } from "./words.ts";

const columns = [
  { head: "Responder", share: 0.22 },
  { head: "Supplier", share: 0.16 },
  { head: "Assigned", share: 0.165 },
  { head: "Arrived", share: 0.165 },
  { head: "Ended", share: 0.165 },
  { head: "Result", share: 0.125 },
];

/** Everybody who was sent, those too who never arrived. */
export function drawResponders(paper: Paper, root: Structure, { responders, timeZone }: ReportData): void {
  drawSection(paper, root, "Who went", 50, (section) => {
    if (responders.length === 0) {
      drawParagraph(paper, section, "Nobody was sent.", looks.body);
      return;
    }
    const rows = responders.map((responder) => row(responder, timeZone));
    drawTable(paper, section, { columns, rows, firstIsHead: true });
  });
}

function row(responder: ReportResponder, timeZone: string): readonly Cell[] {
  const { name, callSign, vehicle, supplier, byHand, state, assignedAt, arrivedAt, endedAt } = responder;
  const known = [callSign, vehicle].filter((part) => part !== null);
  const time = (instant: Temporal.Instant | null) => cell(instant ? localTime(instant, timeZone) : "–");
  return [
    [...cell(name, cellLooks.given), ...known.flatMap((part) => cell(part, cellLooks.givenFaint))],
    cell(supplier ?? "–", cellLooks.given),
    [...time(assignedAt), ...(byHand ? cell("by hand", cellLooks.faint) : [])],
    time(arrivedAt),
    time(endedAt),
    cell(responderStateText(state), cellLooks.strong),
  ];
}
