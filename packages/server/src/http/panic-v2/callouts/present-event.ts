import { type CalloutEventLine, type CalloutEventTypeName, calloutEventTypes, tagsOf } from "@tocsin/wire";
import { describeForPartner, nameForPartner, type TimelineLine } from "../../../callouts/index.ts";
import { presentInstant } from "./present-instant.ts";

/** Kind of a line → legacy type. The control room's own kinds have one too: whether partners read a line is decided elsewhere. */
const typeOf: { readonly [Kind in TimelineLine["kind"]]: CalloutEventTypeName } = {
  raised: "STATUS",
  raisedAgain: "STATUS",
  offered: "DISPATCH",
  offerAccepted: "DISPATCH",
  offerDeclined: "DISPATCH",
  offerExpired: "DISPATCH",
  offerWithdrawn: "DISPATCH",
  listExhausted: "DISPATCH",
  dispatchedByHand: "DISPATCH",
  arrived: "STATUS",
  completed: "STATUS",
  aborted: "DISPATCH",
  stoodDown: "DISPATCH",
  moved: "LOCATION",
  commented: "COMMENT",
  owned: "SYSTEM",
  released: "SYSTEM",
  verified: "SYSTEM",
  duress: "SYSTEM",
  duressCleared: "SYSTEM",
  cancelled: "STATUS",
  closed: "STATUS",
  unattendedAlarm: "SYSTEM",
  responderSilentAlarm: "SYSTEM",
  responderStalledAlarm: "SYSTEM",
  responderMovingAgain: "SYSTEM",
  onSceneAlarm: "SYSTEM",
};

/** A line of the timeline as a partner reads it (panic-v2 §5, events). */
export function presentEvent(calloutId: number, line: TimelineLine): CalloutEventLine {
  const { id, kind, actor } = line;
  const value = typeOf[kind];
  const typeId = calloutEventTypes[value];
  const message = messageOf(line);
  const at = presentInstant(line.at);
  const user =
    actor.kind === "integrator" && actor.id !== null ? { id: actor.id, name: actor.name ?? "" } : null;
  return {
    id,
    calloutId,
    calloutEventTypeId: typeId,
    event: presentFacts(line),
    message,
    createdBy: nameForPartner(actor),
    integrationUserId: user?.id ?? null,
    createdAt: at,
    updatedAt: at,
    calloutEventType: { id: typeId, value },
    calloutEventTags: kind === "commented" ? tagsOf(message) : [],
    integrationUser: user,
  };
}

/** The words alone of a comment; of anything else what happened, and what was written about it. */
function messageOf(line: TimelineLine): string {
  const { text, quote } = describeForPartner(line);
  if (line.kind === "commented" && quote !== null) return quote;
  return quote === null ? text : `${text} ${quote}`;
}

function presentFacts({ kind, body, responderName }: TimelineLine): CalloutEventLine["event"] {
  const text = (value: unknown): string | null => (typeof value === "string" ? value : null);
  const number = (value: unknown): number | null => (typeof value === "number" ? value : null);
  const etaSeconds = number(body.etaSeconds);
  return {
    kind,
    source: text(body.source),
    message: text(body.message),
    responderId: number(body.responderId),
    responderName,
    etaSeconds: etaSeconds === null ? null : Math.round(etaSeconds),
    latitude: number(body.latitude),
    longitude: number(body.longitude),
    accuracy: number(body.accuracy),
    responseTypeId: number(body.responseTypeId),
    calloutClassificationId: number(body.classificationId),
    outcome: text(body.outcome),
  };
}
