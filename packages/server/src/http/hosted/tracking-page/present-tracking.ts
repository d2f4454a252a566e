import { statusText } from "@tocsin/wire";
import { type CalloutView, describeCallout, type SentResponder } from "../../../callouts/index.ts";
import type { TrackedResponder, TrackingView } from "./page.ts";

/** What the tracking page tells of a callout; of responders, only those at work. */
export function presentTracking(callout: CalloutView, timeZone: string): TrackingView {
  const atWork = callout.sent.filter(({ state }) => state === "assigned" || state === "onScene");
  return {
    calloutId: callout.id,
    status: statusText[callout.phase],
    responseType: describeCallout(callout).responseType.description,
    place: callout.siteName ?? "The position that was sent",
    address: callout.siteAddress,
    raisedAt: callout.raisedAt,
    responders: atWork.map(presentResponder).toSorted((one, other) => soonness(one) - soonness(other)),
    timeZone,
  };
}

function presentResponder(sent: SentResponder): TrackedResponder {
  const { name, callSign, vehicle, supplier, etaSeconds, assignedAt, arrivedAt } = sent;
  const expectedAt = etaSeconds === null ? null : assignedAt.add({ seconds: Math.round(etaSeconds) });
  return { name, callSign, vehicle, supplier: supplier.name, expectedAt, arrivedAt };
}

function soonness({ arrivedAt, expectedAt }: TrackedResponder): number {
  return (arrivedAt ?? expectedAt)?.epochMilliseconds ?? Number.POSITIVE_INFINITY;
}
