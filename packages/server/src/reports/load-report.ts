import {
  type CalloutView,
  describeCallout,
  describeForPartner,
  findCalloutView,
  listExceptionReasons,
  listPartnerTimeline,
  nameForPartner,
  sameToken,
  type TimelineLine,
} from "../callouts/index.ts";
import type { Clock } from "../capabilities.ts";
import type { Queryable } from "../db/index.ts";
import { AppError } from "../errors.ts";
import type { Partner } from "../partners/index.ts";
import { findRating, listRatingItems, type RatingItem } from "../ratings/index.ts";
import { type MapAddress, mapPath } from "./map-address.ts";
import { findReportSubject, findTracks, type ReportSubject } from "./report-store.ts";
import type { RatingInReport, Report } from "./types.ts";

/** What `verification.hash` is: docs/integrate/reports.md tells how to check it. */
const chainAlgorithm = "SHA-256";

type PartnerFacts = Pick<Partner, "customerSourceId" | "name" | "policies">;

/**
 * Everything that is told of a callout when it is over.
 * @returns undefined when the tenant has no such callout
 * @throws AppError 409 `callout-state` before its close
 */
export async function loadReport(
  { db, clock }: { readonly db: Queryable; readonly clock: Clock },
  partner: PartnerFacts,
  calloutId: number,
): Promise<Report | undefined> {
  const { customerSourceId } = partner;
  const view = await findCalloutView(db, customerSourceId, calloutId, "partner");
  const subject = view && (await findReportSubject(db, customerSourceId, calloutId));
  if (!subject) return undefined;
  const { closedAt, closedOutcome } = view;
  if (!closedAt || !closedOutcome) throw notClosed(view);
  const tracks = await findTracks(db, customerSourceId, calloutId, closedAt);
  const lines = await listPartnerTimeline(db, customerSourceId, calloutId);
  const reasons = await listExceptionReasons(db, customerSourceId, calloutId);
  const { responseType, classification } = describeCallout(view);
  return {
    calloutId,
    mapPath: mapPath({ customerSourceId, calloutId, token: subject.mapToken }),
    outcome: closedOutcome,
    customerSourceName: partner.name,
    customerName: subject.customerName,
    site: siteOf(view),
    responseType: responseType.description,
    classification: classification.value,
    internalTest: view.internalTest,
    timeZone: partner.policies.timeZone,
    createdAt: view.raisedAt,
    closedAt,
    issuedAt: clock.now(),
    ...milestones(view.raisedAt, closedAt, lines),
    place: view.position,
    earlierPlaces: earlierPlaces(subject, lines),
    responders: view.sent.map(({ supplier, ...sent }) => ({
      ...sent,
      supplier: supplier.name,
      supplierId: supplier.id,
      track: tracks.get(sent.responderId) ?? [],
    })),
    timeline: lines.map(reportLine),
    exceptionReasons: reasons.map(({ id, reasonId, reason, notes, createdAt }) => {
      return { id, exceptionReasonId: reasonId, reason, notes, at: createdAt };
    }),
    rating: await loadRating(db, customerSourceId, calloutId),
    verification: { algorithm: chainAlgorithm, hash: view.lastHash.toString("hex") },
  };
}

/**
 * The report behind a map's address, for whoever has all of it.
 * @param partner the tenant that the address names
 * @returns undefined when the address is not right, or the callout not closed
 */
export async function loadMappedReport(
  capabilities: { readonly db: Queryable; readonly clock: Clock },
  partner: PartnerFacts,
  { customerSourceId, calloutId, token }: MapAddress,
): Promise<Report | undefined> {
  const subject = await findReportSubject(capabilities.db, customerSourceId, calloutId);
  const isRight = subject?.isClosed && sameToken(subject.mapToken, token);
  return isRight ? loadReport(capabilities, partner, calloutId) : undefined;
}

function notClosed({ id, phase }: CalloutView): AppError {
  return new AppError(
    "callout-state",
    `Callout ${id} is ${phase}. There is a report of it once it is closed.`,
  );
}

function siteOf({ siteName, siteAddress, externalReferenceId }: CalloutView): Report["site"] {
  if (siteName === null || externalReferenceId === null) return null;
  return { name: siteName, address: siteAddress, externalReferenceId };
}

type Milestones = Pick<
  Report,
  | "dispatchedAt"
  | "arrivedAt"
  | "completedAt"
  | "secondsToDispatch"
  | "secondsToArrival"
  | "secondsToResolution"
>;

/** The first of each kind counts; where nobody had to complete anything the matter was settled by the close. */
function milestones(
  raisedAt: Temporal.Instant,
  closedAt: Temporal.Instant,
  lines: readonly TimelineLine[],
): Milestones {
  const first = (...kinds: TimelineLine["kind"][]): Temporal.Instant | null =>
    lines.find(({ kind }) => kinds.includes(kind))?.at ?? null;
  const dispatchedAt = first("offerAccepted", "dispatchedByHand");
  const arrivedAt = first("arrived");
  const completedAt = first("completed");
  const secondsTo = (instant: Temporal.Instant): number =>
    Math.round(instant.since(raisedAt).total("seconds"));
  return {
    dispatchedAt,
    arrivedAt,
    completedAt,
    secondsToDispatch: dispatchedAt && secondsTo(dispatchedAt),
    secondsToArrival: arrivedAt && secondsTo(arrivedAt),
    secondsToResolution: secondsTo(completedAt ?? closedAt),
  };
}

/** Where help was wanted before it was wanted elsewhere: as it was raised, then each move but the last. */
function earlierPlaces(
  { sitePosition }: ReportSubject,
  lines: readonly TimelineLine[],
): Report["earlierPlaces"] {
  const told = lines.flatMap(({ kind, body: { latitude, longitude } }) => {
    const isPlace = kind === "raised" || kind === "raisedAgain" || kind === "moved";
    return isPlace && typeof latitude === "number" && typeof longitude === "number"
      ? [{ kind, latitude, longitude }]
      : [];
  });
  const isRaisedElsewhere = told[0]?.kind === "raised";
  const places = [...(sitePosition && !isRaisedElsewhere ? [sitePosition] : []), ...told];
  return places.slice(0, -1).map(({ latitude, longitude }) => ({ latitude, longitude }));
}

function reportLine(line: TimelineLine): Report["timeline"][number] {
  const { sequence, at, actor, hash } = line;
  return {
    sequence,
    at,
    actor: nameForPartner(actor),
    ...describeForPartner(line),
    hash: hash.toString("hex"),
  };
}

async function loadRating(
  db: Queryable,
  customerSourceId: number,
  calloutId: number,
): Promise<RatingInReport | null> {
  const rating = await findRating(db, customerSourceId, calloutId);
  if (!rating) return null;
  const items = await listRatingItems(db, customerSourceId, rating.id);
  const { id, details, mayBeContacted } = rating;
  return { id, rating: rating.rating, details, mayBeContacted, items: items.map(describeItem) };
}

function describeItem({ description, sentiment, score }: RatingItem): string {
  const remarks = [sentiment, score === null ? null : `score ${score}`].filter((remark) => remark !== null);
  return remarks.length > 0 ? `${description} (${remarks.join(", ")})` : description;
}
