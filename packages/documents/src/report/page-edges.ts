import { drawLetters, linesOf } from "./draw-text.ts";
import { decorate, type Paper } from "./paper.ts";
import type { ReportData } from "./report-data.ts";
import { colors, looks } from "./styles.ts";
import { localTime } from "./words.ts";

/** Head and foot of every page, drawn last: only then is it known how many there are. */
export function drawPageEdges(paper: Paper, report: ReportData): void {
  const { pdf } = paper;
  const { calloutId, customerSourceName, issuedAt, timeZone } = report;
  const { start, count } = pdf.bufferedPageRange();
  const [headTop, footTop] = [34, pdf.page.height - 40];
  for (let page = 0; page < count; page++) {
    pdf.switchToPage(start + page);
    decorate(
      paper,
      () => {
        for (const y of [headTop + 16, footTop - 5]) {
          pdf.moveTo(paper.left, y).lineTo(paper.left + paper.width, y);
        }
        pdf.lineWidth(0.5).strokeColor(colors.rule).stroke();
        drawEdge(paper, headTop, `Callout ${calloutId}`, customerSourceName);
        drawEdge(paper, footTop, `Issued ${localTime(issuedAt, timeZone)}`, `Page ${page + 1} of ${count}`);
      },
      "Pagination",
    );
  }
}

/** One line: a text to the left, one to the right, neither more than half of it. */
function drawEdge(paper: Paper, y: number, left: string, right: string): void {
  const half = paper.width / 2;
  const [first] = linesOf(paper, left, looks.small, half);
  const [second] = linesOf(paper, right, looks.givenSmall, half);
  if (first) drawLetters(paper, first, [paper.left, y], looks.small);
  if (second)
    drawLetters(paper, second, [paper.left + paper.width - second.width * looks.small.size, y], looks.small);
}
