import { isolate } from "../text/directions.ts";
import { drawParagraph } from "./draw-text.ts";
import type { Paper, Structure } from "./paper.ts";
import type { ReportData } from "./report-data.ts";
import { drawSection } from "./section.ts";
import { cellLooks, looks } from "./styles.ts";
import { drawTable } from "./table.ts";
import { cell } from "./table-row.ts";
import { localTime } from "./words.ts";

/** Enough of a hash to compare by eye; the last one stands in full at the end. */
const shownHash = 8;

export function drawTimeline(paper: Paper, root: Structure, { timeline, timeZone }: ReportData): void {
  const columns = [
    { head: "No.", share: 0.06 },
    { head: "Local time", share: 0.25 },
    { head: "Who", share: 0.2 },
    { head: "What happened", share: 0.37 },
    { head: "Hash", share: 0.12 },
  ];
  const rows = timeline.map(({ sequence, at, actor, text, quote, hash }) => [
    cell(String(sequence), cellLooks.faint),
    cell(localTime(at, timeZone)),
    cell(actor),
    [...cell(text), ...(quote ? cell(quote, cellLooks.given) : [])],
    cell(hash.slice(0, shownHash), cellLooks.faint),
  ]);
  drawSection(paper, root, "Timeline", 60, (section) =>
    drawTable(paper, section, { columns, rows, firstIsHead: false }),
  );
}

export function drawExceptionReasons(
  paper: Paper,
  root: Structure,
  { exceptionReasons, timeZone }: ReportData,
): void {
  drawSection(paper, root, "Exception reasons", 40, (section) => {
    if (exceptionReasons.length === 0) {
      drawParagraph(paper, section, "None were given.", looks.body);
      return;
    }
    const columns = [
      { head: "Local time", share: 0.25 },
      { head: "Reason", share: 0.31 },
      { head: "Notes", share: 0.44 },
    ];
    const rows = exceptionReasons.map(({ at, reason, notes }) => [
      cell(localTime(at, timeZone)),
      cell(reason),
      cell(notes ?? "–", cellLooks.given),
    ]);
    drawTable(paper, section, { columns, rows, firstIsHead: false });
  });
}

export function drawRating(paper: Paper, root: Structure, { rating }: ReportData): void {
  drawSection(paper, root, "Rating", 30, (section) => {
    if (!rating) {
      drawParagraph(paper, section, "Not rated.", looks.body);
      return;
    }
    drawParagraph(paper, section, `${rating.rating} out of 5`, looks.strongBody);
    if (rating.details) drawParagraph(paper, section, rating.details, looks.givenBody);
    if (rating.items.length > 0)
      drawParagraph(paper, section, rating.items.map(isolate).join(" · "), looks.body);
  });
}

export function drawVerification(paper: Paper, root: Structure, report: ReportData): void {
  const { algorithm, hash } = report.verification;
  const grouped = hash.match(/.{1,8}/g)?.join(" ") ?? "";
  const last = report.timeline.at(-1)?.sequence ?? 0;
  const partial = last > report.timeline.length;
  drawSection(paper, root, "Verification", 70, (section) => {
    drawParagraph(paper, section, verificationText(report.calloutId, partial), looks.body);
    paper.y += 4;
    drawParagraph(paper, section, `${algorithm}: ${grouped}`, looks.strongBody);
  });
}

function verificationText(calloutId: number, partial: boolean): string {
  const chain = "Each entry of the timeline carries a hash over itself and the entry before.";
  const missing =
    " Entries that concern the control room alone are not shown here; their numbers are missing.";
  const check = ` Whoever runs the system checks with “tocsin verify ${calloutId}” that no entry was changed, added or left out since: it must find this last hash.`;
  return `${chain}${partial ? missing : ""}${check}`;
}
