import { buffer } from "node:stream/consumers";
import { openFonts } from "../text/fonts.ts";
import { drawSummary, drawTimes, drawTitle } from "./overview.ts";
import { drawPageEdges } from "./page-edges.ts";
import { openPaper } from "./paper.ts";
import { drawResponders } from "./people.ts";
import { drawExceptionReasons, drawRating, drawTimeline, drawVerification } from "./record.ts";
import type { ReportData } from "./report-data.ts";
import { drawTrack } from "./track.ts";

/**
 * The resolution report of a closed callout as a PDF to be filed: tagged for screen readers, its fonts in it, the
 * track drawn as lines. The same data gives the same bytes.
 * @throws RangeError for a time zone nobody knows or a position that is nowhere on earth
 */
export async function reportPdf(report: ReportData): Promise<Buffer> {
  const fonts = await openFonts(everyText(report));
  const facts = {
    title: `Report of callout ${report.calloutId}`,
    subject: `Resolution report of callout ${report.calloutId}`,
    issuedAt: report.issuedAt,
  };
  const paper = openPaper(facts, fonts);
  const root = paper.pdf.struct("Document");
  paper.pdf.addStructure(root);

  drawTitle(paper, root, report);
  drawSummary(paper, root, report);
  drawTimes(paper, root, report);
  drawResponders(paper, root, report);
  drawExceptionReasons(paper, root, report);
  drawRating(paper, root, report);
  drawTrack(paper, root, report);
  drawTimeline(paper, root, report);
  drawVerification(paper, root, report);

  root.end();
  drawPageEdges(paper, report);
  paper.pdf.end();
  return buffer(paper.pdf);
}

/** All that may have to be written; of the thousands of positions of a track there is nothing to write. */
function everyText(report: ReportData): string {
  return JSON.stringify(report, (_, value: unknown) => (typeof value === "number" ? undefined : value));
}
