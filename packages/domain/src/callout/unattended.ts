import { estimateMethod } from "../geo/eta.ts";
import { system } from "./actor.ts";
import type { TooFarCandidate } from "./events.ts";
import { liveOffers } from "./phase.ts";
import { type Change, change } from "./rule.ts";
import type { CalloutState } from "./state.ts";
import type { TimelineBody } from "./timeline.ts";
import type { Moment } from "./timing.ts";

/** Tells the control room that nobody goes, and again at the interval. */
export function sayUnattended(
  state: CalloutState,
  text: string,
  { now, timing }: Moment,
  more: TimelineBody = {},
): Change {
  const body = {
    secondsSinceRaise: secondsSince(state.raisedAt, now),
    openOffers: liveOffers(state).length,
    endedOffers: state.endedOffers,
    ...more,
  };
  return change({ ...state, unattendedAt: now }, [{ kind: "unattendedAlarm", actor: system, body }], {
    alarms: [{ kind: "unattended", text, responderId: null }],
    rearm: { unattended: timing.alarmRepeatSeconds },
  });
}

/**
 * There are people for it, and all of them are too far: waiting brings none of them nearer, so the control room is told at
 * once and may send one all the same.
 */
export function sayTooFar(
  state: CalloutState,
  { responderId, etaSeconds, etaMethod = estimateMethod, distanceMetres }: TooFarCandidate,
  moment: Moment,
): Change {
  const text = `Nobody is near enough: the nearest needs ${Math.round(etaSeconds / 60)} min.`;
  const nearest = {
    nearestResponderId: responderId,
    nearestEtaSeconds: etaSeconds,
    nearestEtaMethod: etaMethod,
    nearestDistanceMetres: distanceMetres,
    reachSeconds: moment.timing.reachSeconds,
  };
  const told = sayUnattended(state, text, moment, nearest);
  return { ...told, rearm: { ...told.rearm, dispatch: moment.timing.retryLookSeconds } };
}

export function secondsSince(instant: Temporal.Instant, now: Temporal.Instant): number {
  return Math.max(0, Math.round((now.epochMilliseconds - instant.epochMilliseconds) / 1000));
}
