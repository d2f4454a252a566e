import {
  type Actor,
  calloutClassifications,
  findRow,
  responseTypes,
  type TimelineBody,
  type TimelineKind,
} from "@tocsin/domain";
import type { Queryable } from "../db/index.ts";
import { listTimeline, type TimelineLine } from "./timeline-store.ts";

/** What a line says to the partner, in words. */
type Words = (line: Pick<TimelineLine, "body" | "responderName">) => string;

/**
 * What partners read of a timeline, and how. Null: the control room's own affair. That is the search for a responder
 * (who was asked, who declined) and the alarms; of the lines that partners read, the reasons and notes which the control
 * room and responders write for each other stay inside, while what a responder says of the work done goes out.
 */
const wordsOf: { readonly [Kind in TimelineKind]: Words | null } = {
  raised: ({ body }) => `Raised: ${describeRaise(body)}.`,
  raisedAgain: ({ body }) => `Raised again: ${describeRaise(body)}.`,
  offered: null,
  offerAccepted: ({ body, responderName }) => `${who(responderName)} accepted${describeEta(body)}.`,
  offerDeclined: null,
  offerExpired: null,
  offerWithdrawn: null,
  listExhausted: null,
  dispatchedByHand: ({ body, responderName }) =>
    `${who(responderName)} was sent by the control room${describeEta(body)}.`,
  arrived: ({ responderName }) => `${who(responderName)} arrived.`,
  completed: ({ body, responderName }) =>
    `${who(responderName)} completed the work${body.outcome === null ? "" : `: ${body.outcome}`}.`,
  aborted: ({ responderName }) => `${who(responderName)} can't go on.`,
  stoodDown: ({ responderName }) => `${who(responderName)} was stood down.`,
  moved: ({ body }) => `The position is now ${body.latitude}, ${body.longitude}.`,
  commented: ({ body }) => (body.source === null ? "Comment." : `Comment (${body.source}).`),
  owned: () => "The control room took the callout in hand.",
  released: () => "The control room gave the callout back to the queue.",
  verified: ({ body }) => `The control room verified it as ${classification(body)}.`,
  duress: () =>
    "Cancelled with a code that is not the right one: the person may be under duress. Help goes on.",
  duressCleared: () => "The control room no longer takes the person to be under duress.",
  cancelled: ({ body }) => (body.kind === "verified" ? "Cancelled with the safe code." : "Cancelled."),
  closed: ({ body }) => `Closed: ${body.outcome}.`,
  unattendedAlarm: null,
  responderSilentAlarm: null,
  responderStalledAlarm: null,
  responderMovingAgain: null,
  onSceneAlarm: null,
};

const kindsForPartners = (Object.keys(wordsOf) as TimelineKind[]).filter((kind) => wordsOf[kind] !== null);

/** The lines of a timeline that its partner reads, oldest first; empty only when the tenant has no such callout. */
export function listPartnerTimeline(
  db: Queryable,
  customerSourceId: number,
  calloutId: number,
): Promise<TimelineLine[]> {
  return listTimeline(db, customerSourceId, calloutId, kindsForPartners);
}

/** What a line says. */
export interface LineText {
  /** An English sentence of ours. */
  readonly text: string;
  /** What somebody wrote, in whatever language; null when nobody did. */
  readonly quote: string | null;
}

/**
 * What such a line says to its partner.
 * @throws Error for a line that is not the partner's to read
 */
export function describeForPartner(line: TimelineLine): LineText {
  const words = wordsOf[line.kind];
  if (!words) throw new Error(`A partner was about to read a line of the kind ${line.kind}`);
  return { text: words(line), quote: quoteOf(line) };
}

function quoteOf({ kind, body }: TimelineLine): string | null {
  const quote = kind === "commented" ? body.message : kind === "completed" ? body.notes : null;
  return typeof quote === "string" ? quote : null;
}

/** Who caused it, as a partner knows them: controllers are the control room, whoever of them it was. */
export function nameForPartner({ kind, name }: Actor): string {
  if (kind === "controller") return "Control room";
  if (kind === "system") return "System";
  return name ?? (kind === "customer" ? "Customer" : "Responder");
}

function describeRaise(body: TimelineBody): string {
  const type = findRow(responseTypes, Number(body.responseTypeId))?.description ?? "response";
  return `${type}, ${classification(body)}${body.internalTest === true ? ", an internal test" : ""}`;
}

function classification({ classificationId }: TimelineBody): string {
  return findRow(calloutClassifications, Number(classificationId))?.value ?? "UNVERIFIED";
}

function describeEta({ etaSeconds }: TimelineBody): string {
  if (typeof etaSeconds !== "number") return "";
  return `, about ${Math.max(1, Math.round(etaSeconds / 60))} min away`;
}

function who(responderName: string | null): string {
  return responderName ?? "A responder";
}
