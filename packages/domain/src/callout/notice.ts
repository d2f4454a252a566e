/**
 * Names of the partner's webhook events (panic-v2 §8), each caused by exactly this:
 *
 * | notice | caused by |
 * | --- | --- |
 * | NEW_CALLOUT | raised |
 * | RESPONDER_MANUALLY_DISPATCHED | dispatchedByHand |
 * | RESPONDER_ACKNOWLEDGED_CALLOUT | offerAccepted |
 * | RESPONDER_ACKNOWLEDGED_CALLOUT_WITH_ETA | the same; sent to those alone who name it |
 * | RESPONDER_ARRIVED_ON_SCENE | arrived |
 * | RESPONDER_COMPLETED | completed |
 * | RESPONDER_CANCELLED | aborted, stoodDown; not when the callout itself ends, which has a name of its own |
 * | CALLOUT_OWNED | owned |
 * | CALLOUT_SOFT_CANCELLED_BY_CUSTOMER | cancelled, verified |
 * | CALLOUT_NO_LONGER_REQUIRES_RESPONSE | cancelled, plain; dismissed, when not cancelled before |
 * | CALLOUT_CLOSED | closed, dismissed, superseded, autoClose; the last word: nothing follows it |
 * | CALLOUT_EVENTS_CHANGED | what partners can read among the events and no other name tells: raisedAgain, moved, commented, released, verified, cancelled under duress, duressCleared |
 *
 * Offers and alarms are the control room's own affair and cause none. One decision names each notice at most once, also
 * when it is about several responders: the callout goes along, with all of them.
 */
export type Notice =
  | "NEW_CALLOUT"
  | "RESPONDER_MANUALLY_DISPATCHED"
  | "RESPONDER_ACKNOWLEDGED_CALLOUT"
  | "RESPONDER_ACKNOWLEDGED_CALLOUT_WITH_ETA"
  | "RESPONDER_ARRIVED_ON_SCENE"
  | "RESPONDER_COMPLETED"
  | "RESPONDER_CANCELLED"
  | "CALLOUT_OWNED"
  | "CALLOUT_EVENTS_CHANGED"
  | "CALLOUT_SOFT_CANCELLED_BY_CUSTOMER"
  | "CALLOUT_NO_LONGER_REQUIRES_RESPONSE"
  | "CALLOUT_CLOSED";
