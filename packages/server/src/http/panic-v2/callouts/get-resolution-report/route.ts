import { calloutParams, resolutionReport } from "@tocsin/wire";
import { notFound } from "../../../../errors.ts";
import { loadReport } from "../../../../reports/index.ts";
import { operation } from "../../../route.ts";
import { prefersPdf } from "./prefers-pdf.ts";
import { presentReport } from "./present-report.ts";

export const getResolutionReport = operation({
  method: "GET",
  path: "/panic-api/v2/callouts/:calloutId/resolutionReport",
  operationId: "get-resolution-report",
  summary: "Read the report of a callout that is over",
  description:
    "Once the callout is closed: times, who went, what happened, and the hash that the timeline can be checked by. With " +
    "`Accept: application/pdf` the same as a PDF.",
  tag: "Callouts",
  access: "server",
  params: calloutParams,
  answers: { 200: resolutionReport },
  files: ["application/pdf"],
  answerHeaders: { Vary: "`Accept`: the same address answers JSON and PDF." },
  errors: ["not-found", "callout-state"],
  async handle({ context, caller, params: { calloutId }, headers, db }) {
    const report = await loadReport({ ...context, db }, caller.partner, calloutId);
    if (!report) throw notFound(`Callout ${calloutId}`);
    const vary = { vary: "Accept" };
    if (!prefersPdf(headers.accept)) return { status: 200, body: presentReport(report), headers: vary };
    const disposition = `attachment; filename="callout-${calloutId}.pdf"`;
    const pdfHeaders = { "content-type": "application/pdf", "content-disposition": disposition };
    return {
      status: 200,
      body: await context.draughtsman.draw("pdf", report),
      headers: { ...vary, ...pdfHeaders },
    };
  },
});
