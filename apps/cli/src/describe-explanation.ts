import { findRow, responseTypes, type UnfitReason } from "@tocsin/domain";
import type { Operator } from "@tocsin/server/operator";

type Explanation = Awaited<ReturnType<Operator["explainCallout"]>>[number];
type Decision = Explanation["decisions"][number];
type Candidate = Decision["ranking"][number];

/** Why dispatch did what it did, in words: one paragraph for each decision. */
export function describeExplanation(explanation: Explanation): string[] {
  const { calloutId, clientId, phase, responseTypeId, raisedAt, decisions } = explanation;
  const responseType = findRow(responseTypes, responseTypeId)?.value ?? String(responseTypeId);
  return [
    `Callout ${calloutId} of ${clientId}: ${responseType}, raised ${raisedAt.toString()}, now ${phase}`,
    ...(decisions.length === 0 ? ["", "No look has found anybody to ask."] : []),
    ...decisions.flatMap((decision) => ["", ...describeDecision(decision)]),
  ];
}

function describeDecision(decision: Decision): string[] {
  const { sequence, at, inputs, ranking, replay } = decision;
  const names = new Map(ranking.map((candidate) => [candidate.responderId, nameOf(candidate)]));
  return [
    `${at.toString()}, entry ${sequence}: ${describeOutcome(decision, names)}`,
    ...ranking.map((candidate, index) => `  ${index + 1}. ${describeCandidate(candidate, inputs.query)}`),
    ...describeReplay(replay),
  ];
}

/** What became of it, from the entries written with it. */
function describeOutcome({ entries }: Decision, names: ReadonlyMap<number, string>): string {
  const told = entries.flatMap(({ kind, body }) => {
    const who = names.get(Number(body.responderId)) ?? `responder ${body.responderId}`;
    if (kind === "offered") return [`offered to ${who} until ${body.expiresAt}`];
    if (kind === "dispatchedByHand") return [`${who} was sent by hand`];
    if (kind === "unattendedAlarm") return ["nobody is near enough; the control room was alarmed"];
    return kind === "listExhausted" ? ["everybody was asked; the list starts over"] : [];
  });
  return told.join("; ") || "nobody was asked";
}

function describeCandidate(candidate: Candidate, { reachSeconds }: Decision["inputs"]["query"]): string {
  const { etaSeconds, etaMethod, distanceMetres, positionAgeSeconds, unfit } = candidate;
  const facts = [
    unfit.length === 0
      ? "fit"
      : `not fit: ${unfit.map((reason) => reasons[reason] + limitOf(reason, reachSeconds)).join(", ")}`,
    ...(etaSeconds === null ? [] : [`ETA ${etaSeconds} s (${etaMethod})`]),
    ...(distanceMetres === null ? [] : [`${Math.round(distanceMetres)} m away`]),
    ...(positionAgeSeconds === null ? [] : [`position ${Math.round(positionAgeSeconds)} s old`]),
  ];
  return `${nameOf(candidate)}: ${facts.join("; ")}`;
}

const reasons: Readonly<Record<UnfitReason, string>> = {
  placeUnknown: "nobody knows where the callout is",
  wrongResponseType: "does not serve this response type",
  supplierNotAllowed: "the supplier does not serve this place or this kind of callout",
  offDuty: "off duty",
  holdsAnOffer: "is being asked by a callout",
  assigned: "has a callout",
  positionUnknown: "never sent a position",
  positionStale: "the position is too old",
  tooFar: "too far",
};

function limitOf(reason: UnfitReason, reachSeconds: number | undefined): string {
  return reason === "tooFar" ? ` (needs longer than ${reachSeconds} s)` : "";
}

function describeReplay(replay: Decision["replay"]): string[] {
  if (replay.kind === "same") return ["  Ranked again from what is stored: the same."];
  if (replay.kind === "impossible") return [`  It can't be ranked again: ${replay.reason}`];
  const again = replay.ranking.map(
    ({ responderId, etaSeconds, unfit }) =>
      `${responderId} (${[`ETA ${etaSeconds ?? "unknown"}`, ...unfit].join(", ")})`,
  );
  return [`  RANKED AGAIN FROM WHAT IS STORED IT DIFFERS: ${again.join(", ") || "nobody"}`];
}

function nameOf({ responderId, name }: Candidate): string {
  return name === null ? `responder ${responderId}` : `${name}, ${responderId}`;
}
