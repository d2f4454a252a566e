import { type Actor, system } from "./actor.ts";
import { activeAssignments } from "./phase.ts";
import { type Released, releaseAll } from "./release.ts";
import { change, endedReason, type Rule, refuse, unchanged } from "./rule.ts";
import type { CalloutState, CancelKind, ClosedOutcome } from "./state.ts";
import type { Moment } from "./timing.ts";

/**
 * One call, three meanings (panic-v2 §5). Under duress the customer's own side is told that it is cancelled, and
 * whatever it says from then on changes nothing; the partner's server and the control room may still cancel.
 */
export const cancelled: Rule<"cancelled"> = (state, { kind, reason, by }, { now }) => {
  const ended = endedReason(state);
  if (ended) return refuse(ended);
  if (state.duress && (kind === "duress" || by.kind === "customer")) return refuse("underDuress");
  if (kind === "duress") {
    return change({ ...state, duress: true }, [{ kind: "duress", actor: by, body: {} }], {
      notices: ["CALLOUT_EVENTS_CHANGED"],
      alarms: [
        {
          kind: "duress",
          text: "The cancel code was wrong: the person may be forced to cancel.",
          responderId: null,
        },
      ],
    });
  }
  const end = cancel(state, { kind, reason, by }, now);
  const notice =
    kind === "verified" ? "CALLOUT_SOFT_CANCELLED_BY_CUSTOMER" : "CALLOUT_NO_LONGER_REQUIRES_RESPONSE";
  return change(end.state, end.entries, { notices: [notice] });
};

/** Cancelled and closed in one step; one that is cancelled already is closed. */
export const dismissed: Rule<"dismissed"> = (state, { by }, { now }) => {
  if (state.phase === "closed") return refuse("alreadyClosed");
  const closing = { outcome: "cancelled", notes: null, by } as const;
  if (state.phase === "cancelled") {
    const end = close(state, closing, now);
    return change(end.state, end.entries, { notices: ["CALLOUT_CLOSED"] });
  }
  const first = cancel(state, { kind: "plain", reason: null, by }, now);
  const end = close(first.state, closing, now);
  return change(end.state, [...first.entries, ...end.entries], {
    notices: ["CALLOUT_NO_LONGER_REQUIRES_RESPONSE", "CALLOUT_CLOSED"],
  });
};

/**
 * By a controller: once it is completed or cancelled, or when it can be settled without anybody going. Not over the
 * head of a responder at work: complete, stand down or cancel first.
 */
export const closed: Rule<"closed"> = (state, event, { now }) => {
  if (state.phase === "closed") return refuse("alreadyClosed");
  if (state.phase === "assigned" || state.phase === "onScene") return refuse("responderActive");
  const end = close(state, event, now);
  return change(end.state, end.entries, { notices: ["CALLOUT_CLOSED"] });
};

export const superseded: Rule<"superseded"> = (state, _, { now }) => {
  if (state.phase !== "completed") return refuse("notCompleted");
  const end = close(state, { outcome: "attended", notes: "The incident was raised anew.", by: system }, now);
  return change(end.state, end.entries, { notices: ["CALLOUT_CLOSED"] });
};

/** The deadline `autoClose` was due. */
export function closeByItself(state: CalloutState, { now }: Moment): ReturnType<Rule<"deadlineDue">> {
  const isDone = state.phase === "completed" && activeAssignments(state).length === 0;
  if (!isDone && state.phase !== "cancelled") return unchanged(state);
  const outcome = isDone ? "attended" : "cancelled";
  const end = close(state, { outcome, notes: null, by: system }, now);
  return change(end.state, end.entries, { notices: ["CALLOUT_CLOSED"] });
}

function cancel(
  state: CalloutState,
  { kind, reason, by }: { readonly kind: CancelKind; readonly reason: string | null; readonly by: Actor },
  now: Temporal.Instant,
): Released {
  const rest = releaseAll(state, by, "The callout was cancelled.", now);
  return {
    state: { ...rest.state, cancelledAt: now, cancelKind: kind },
    entries: [{ kind: "cancelled", actor: by, body: { kind, reason } }, ...rest.entries],
  };
}

function close(
  state: CalloutState,
  {
    outcome,
    notes,
    by,
  }: { readonly outcome: ClosedOutcome; readonly notes: string | null; readonly by: Actor },
  now: Temporal.Instant,
): Released {
  const rest = releaseAll(state, by, "The callout was closed.", now);
  return {
    state: { ...rest.state, closedAt: now, closedOutcome: outcome },
    entries: [...rest.entries, { kind: "closed", actor: by, body: { outcome, notes } }],
  };
}
