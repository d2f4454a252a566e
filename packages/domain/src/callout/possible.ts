import type { CalloutEventType } from "./events.ts";
import { activeAssignments, isFoldable, liveOffers } from "./phase.ts";
import { type CalloutState, isActive } from "./state.ts";

/** What somebody can wish for, and when it can be: what a refusal tells is possible instead. */
const wishes: { readonly [Type in CalloutEventType]?: (state: CalloutState) => boolean } = {
  raisedAgain: isFoldable,
  offerAccepted: (state) => liveOffers(state).length > 0,
  offerDeclined: (state) => liveOffers(state).length > 0,
  dispatchedByHand: ({ phase }) => isActive(phase) && phase !== "completed",
  arrived: ({ assignments }) => assignments.some(({ state }) => state === "assigned"),
  completed: (state) => activeAssignments(state).length > 0,
  aborted: (state) => activeAssignments(state).length > 0,
  stoodDown: (state) => activeAssignments(state).length > 0,
  moved: isOpen,
  commented: () => true,
  owned: isOpen,
  released: (state) => isOpen(state) && state.owner !== null,
  verified: isOpen,
  duressCleared: ({ phase, duress }) => isActive(phase) && duress,
  cancelled: ({ phase }) => isActive(phase),
  dismissed: isOpen,
  closed: ({ phase }) => phase !== "closed" && phase !== "assigned" && phase !== "onScene",
};

const wishTypes = Object.keys(wishes) as CalloutEventType[];

/** The events that somebody could cause now. */
export function possibleNow(state: CalloutState | null): readonly CalloutEventType[] {
  if (state === null) return ["raised"];
  return wishTypes.filter((type) => wishes[type]?.(state));
}

function isOpen({ phase }: CalloutState): boolean {
  return phase !== "closed";
}
