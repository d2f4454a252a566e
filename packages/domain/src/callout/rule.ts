import type { DeadlineKind } from "./deadline.ts";
import type { Alarm, Refusal } from "./decision.ts";
import type { CalloutEvent, CalloutEventType } from "./events.ts";
import type { Notice } from "./notice.ts";
import { phaseOf, wantsHelp } from "./phase.ts";
import type { CalloutState } from "./state.ts";
import type { TimelineEntry } from "./timeline.ts";
import type { Moment } from "./timing.ts";

/** Decides one type of event. Phase, deadlines and effects follow from the state and are no business of a rule. */
export type Rule<Type extends CalloutEventType> = (
  state: CalloutState,
  event: CalloutEvent<Type>,
  moment: Moment,
) => Change | { readonly ok: false; readonly reason: Refusal };

export interface Change {
  readonly ok: true;
  readonly state: CalloutState;
  readonly entries: readonly TimelineEntry[];
  readonly notices: readonly Notice[];
  readonly alarms: readonly Alarm[];
  /** Deadlines to run from now for so many seconds, where that differs from what the state says by itself. */
  readonly rearm: Readonly<Partial<Record<DeadlineKind, number>>>;
}

/** @param facts the state after the event; its phase is worked out here */
export function change(
  facts: CalloutState,
  entries: readonly TimelineEntry[],
  { notices = [], alarms = [], rearm = {} }: Partial<Pick<Change, "notices" | "alarms" | "rearm">> = {},
): Change {
  const phase = phaseOf(facts);
  const unattendedAt = wantsHelp({ phase }) ? facts.unattendedAt : null;
  return { ok: true, state: { ...facts, phase, unattendedAt }, entries, notices, alarms, rearm };
}

/** A timer looked and there was nothing to do. */
export function unchanged(state: CalloutState, rearm: Change["rearm"] = {}): Change {
  return { ok: true, state, entries: [], notices: [], alarms: [], rearm };
}

export function refuse(reason: Refusal): { readonly ok: false; readonly reason: Refusal } {
  return { ok: false, reason };
}

/** Why nothing can happen to a callout that has ended; null while it is active. */
export function endedReason({ phase }: CalloutState): Refusal | null {
  if (phase === "closed") return "alreadyClosed";
  return phase === "cancelled" ? "alreadyCancelled" : null;
}
