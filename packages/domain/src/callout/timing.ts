/**
 * How long each step may take before the next one or before somebody is told: control-and-responder-v1, "Timing", and
 * what it leaves open. All in seconds.
 */
export interface Timing {
  /** A responder may think about an offer for this long. */
  readonly offerSeconds: number;
  /** Nobody fit could be asked: look again after this. */
  readonly retryLookSeconds: number;
  /** Everybody fit was asked and nobody goes: a pause before the list starts over. */
  readonly roundPauseSeconds: number;
  /** A position older than this is not ranked. */
  readonly freshPositionSeconds: number;
  /** Whoever needs longer than this to the place is too far and is not asked. */
  readonly reachSeconds: number;
  /** Nobody fit or taken for this long: the control room is alarmed. Counts from the raise, or from when the last responder left. */
  readonly alarmAfterSeconds: number;
  /** The alarm repeats at this interval until somebody goes. */
  readonly alarmRepeatSeconds: number;
  /** Responders on their way are looked at this often. */
  readonly progressCheckSeconds: number;
  /** Assigned but not moving towards the place for this long: alarm, and again at this interval. */
  readonly noProgressSeconds: number;
  /** On the way, and the last position is older than this: alarm. */
  readonly silentPositionSeconds: number;
  /** Arrived but not completed after this long: alarm, and again at this interval. */
  readonly onSceneAlarmSeconds: number;
  /** Completed → closed by itself. */
  readonly closeCompletedSeconds: number;
  /** Cancelled → closed by itself. */
  readonly closeCancelledSeconds: number;
}

/** What a tenant sets: for all its callouts, and what differs for those of some response types. */
export interface TimingPolicy extends Timing {
  /** By response type id; what a type leaves out is as for all. */
  readonly byResponseType?: Readonly<Record<number, Partial<Timing>>>;
}

/** The clockwork that a callout of this response type runs by. */
export function timingFor({ byResponseType, ...forAll }: TimingPolicy, responseTypeId: number): Timing {
  return { ...forAll, ...byResponseType?.[responseTypeId] };
}

export const defaultTiming: Timing = {
  offerSeconds: 20,
  retryLookSeconds: 5,
  roundPauseSeconds: 10,
  freshPositionSeconds: 120,
  reachSeconds: 7200,
  alarmAfterSeconds: 60,
  alarmRepeatSeconds: 30,
  progressCheckSeconds: 15,
  noProgressSeconds: 120,
  silentPositionSeconds: 60,
  onSceneAlarmSeconds: 2700,
  closeCompletedSeconds: 600,
  closeCancelledSeconds: 120,
};

/** When an event happens and by which clockwork. */
export interface Moment {
  readonly now: Temporal.Instant;
  readonly timing: Timing;
}
