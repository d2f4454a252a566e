import type { ResolutionReport } from "@tocsin/wire";
import type { Report } from "../../../../reports/index.ts";
import { presentInstant, presentInstantOrNull } from "../present-instant.ts";
import { presentSending } from "../present-sending.ts";

export function presentReport(report: Report): ResolutionReport {
  const { rating } = report;
  return {
    message: "Report found.",
    calloutId: report.calloutId,
    outcome: report.outcome,
    createdAt: presentInstant(report.createdAt),
    dispatchedAt: presentInstantOrNull(report.dispatchedAt),
    arrivedAt: presentInstantOrNull(report.arrivedAt),
    completedAt: presentInstantOrNull(report.completedAt),
    closedAt: presentInstant(report.closedAt),
    secondsToDispatch: report.secondsToDispatch,
    secondsToArrival: report.secondsToArrival,
    secondsToResolution: report.secondsToResolution,
    responders: report.responders.map(presentResponder),
    timeline: report.timeline.map(({ sequence, at, actor, text, quote, hash }) => {
      const message = quote === null ? text : `${text} ${quote}`;
      return { sequence, createdAt: presentInstant(at), createdBy: actor, message, hash };
    }),
    exceptionReasons: report.exceptionReasons.map(({ at, ...reason }) => ({
      ...reason,
      createdAt: presentInstant(at),
    })),
    rating: rating && {
      id: rating.id,
      rating: rating.rating,
      additionalDetails: rating.details,
      customerAllowedToBeContacted: rating.mayBeContacted,
      ratingItems: [...rating.items],
    },
    verification: report.verification,
  };
}

function presentResponder(sent: Report["responders"][number]): ResolutionReport["responders"][number] {
  return {
    id: sent.responderId,
    name: sent.name,
    callSign: sent.callSign,
    vehicle: sent.vehicle,
    supplier: { id: sent.supplierId, name: sent.supplier ?? "" },
    ...presentSending(sent),
  };
}
