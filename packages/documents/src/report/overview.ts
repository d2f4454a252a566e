import { isolate } from "../text/directions.ts";
import { drawLetters, drawLine, drawParagraph, linesOf } from "./draw-text.ts";
import { addElement, decorate, makeRoom, type Paper, type Structure } from "./paper.ts";
import type { ReportData } from "./report-data.ts";
import { drawSection } from "./section.ts";
import { cellLooks, colors, lineHeight, looks } from "./styles.ts";
import { drawTable } from "./table.ts";
import { cell } from "./table-row.ts";
import { classificationText, durationText, localTime, outcomeText, positionText, utcTime } from "./words.ts";

/** The top of the first page: what this is about, and whether it was real. */
export function drawTitle(paper: Paper, root: Structure, report: ReportData): void {
  drawParagraph(paper, root, `Callout ${report.calloutId}`, looks.title, "H1");
  const who = report.site?.name ?? report.customerName;
  const about = [report.responseType, outcomeText(report.outcome), ...(who ? [isolate(who)] : [])];
  drawParagraph(paper, root, about.join(" · "), looks.subtitle);
  const warning = warningText(report);
  if (!warning) return;
  paper.y += 8;
  const height = lineHeight(looks.warning) + 10;
  const top = paper.y;
  decorate(paper, (pdf) => pdf.rect(paper.left, top, paper.width, height).fill(colors.warningBand));
  paper.y = top + 5;
  const element = addElement(paper, root, "P");
  const [line] = linesOf(paper, warning, looks.warning, paper.width - 20);
  if (line) drawLine(paper, element, line, [paper.left + 10, paper.y], looks.warning);
  element.end();
  paper.y = top + height;
}

/** A report must not let a test pass for an emergency. */
function warningText({ classification, internalTest }: ReportData): string | undefined {
  if (internalTest) return "INTERNAL TEST: not an emergency; offered to the test supplier only";
  if (classification === "TEST") return "TEST: not an emergency";
  if (classification === "UNVERIFIED") return "UNVERIFIED: nobody confirmed that this was an emergency";
  return undefined;
}

export function drawSummary(paper: Paper, root: Structure, report: ReportData): void {
  const { site, place } = report;
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    ["Site", site?.name],
    ["Address", site?.address],
    ["Site reference", site?.externalReferenceId],
    ["Position", place ? positionText(place) : "Not known"],
    ["Customer", report.customerName],
    ["Partner", report.customerSourceName],
    ["Response type", report.responseType],
    ["Classification", classificationText(report.classification)],
    ["Outcome", outcomeText(report.outcome)],
  ];
  const rows = facts.flatMap(([label, text]) =>
    text ? [[cell(label, cellLooks.faint), cell(text, cellLooks.given)]] : [],
  );
  drawSection(paper, root, "Summary", 60, (section) =>
    drawTable(paper, section, {
      columns: [
        { head: "", share: 0.22 },
        { head: "", share: 0.78 },
      ],
      rows,
      firstIsHead: true,
    }),
  );
}

export function drawTimes(paper: Paper, root: Structure, report: ReportData): void {
  const { timeZone, createdAt } = report;
  const steps: readonly (readonly [string, Temporal.Instant | null])[] = [
    ["Raised", createdAt],
    ["Dispatched", report.dispatchedAt],
    ["Arrived", report.arrivedAt],
    ["Completed", report.completedAt],
    ["Closed", report.closedAt],
  ];
  const rows = steps.map(([step, at]) => {
    const since = at ? durationText(createdAt.until(at).total("seconds")) : "–";
    return [
      cell(step, cellLooks.strong),
      at ? cell(localTime(at, timeZone)) : cell("Not reached", cellLooks.faint),
      cell(at ? utcTime(at) : "–"),
      cell(step === "Raised" ? "–" : since),
    ];
  });
  const columns = [
    { head: "Step", share: 0.18 },
    { head: `Local time (${timeZone})`, share: 0.34 },
    { head: "UTC", share: 0.26 },
    { head: "After the raise", share: 0.22 },
  ];
  drawSection(paper, root, "Times", 120, (section) => {
    drawDurations(paper, section, report);
    drawTable(paper, section, { columns, rows, firstIsHead: true });
  });
}

/** The three figures that everybody looks for, in large letters side by side. */
function drawDurations(paper: Paper, section: Structure, report: ReportData): void {
  const figures = [
    ["To dispatch", report.secondsToDispatch],
    ["To arrival", report.secondsToArrival],
    ["To resolution", report.secondsToResolution],
  ] as const;
  const height = lineHeight(looks.label) + lineHeight(looks.figure);
  makeRoom(paper, height + 10);
  for (const [index, [label, seconds]] of figures.entries()) {
    const x = paper.left + 4 + (index * paper.width) / figures.length;
    const element = addElement(paper, section, "P");
    const [head] = linesOf(paper, `${label} `, looks.label, paper.width);
    const [figure] = linesOf(
      paper,
      seconds === null ? "–" : durationText(seconds),
      looks.figure,
      paper.width,
    );
    element.add(() => {
      if (head) drawLetters(paper, head, [x, paper.y], looks.label);
      if (figure) drawLetters(paper, figure, [x, paper.y + lineHeight(looks.label)], looks.figure);
    });
    element.end();
  }
  paper.y += height + 8;
}
