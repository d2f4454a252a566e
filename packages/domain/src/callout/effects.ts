import type { Effects } from "./decision.ts";
import type { CalloutState } from "./state.ts";

/** What differs is what has to be written; rules replace the rows they change and leave the others alone. */
export function effectsOf(before: CalloutState | null, after: CalloutState): Effects {
  if (!before) return { offers: after.offers, assignments: after.assignments };
  return {
    offers: after.offers.filter((offer) => !before.offers.includes(offer)),
    assignments: after.assignments.filter((assignment) => !before.assignments.includes(assignment)),
  };
}
