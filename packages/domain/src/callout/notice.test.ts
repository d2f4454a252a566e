import fc from "fast-check";
import { expect, test } from "vitest";
import type { CalloutEventType } from "./events.ts";
import type { Notice } from "./notice.ts";
import { anything } from "./testing/arbitrary-events.ts";
import { raised } from "./testing/people.ts";
import { World } from "./testing/world.ts";

/** The table of {@link Notice}, the other way round: all that each event may tell. */
const table: Readonly<Record<CalloutEventType, readonly string[]>> = {
  raised: ["NEW_CALLOUT"],
  raisedAgain: ["CALLOUT_EVENTS_CHANGED"],
  superseded: ["CALLOUT_CLOSED"],
  dispatchLooked: [""],
  offerAccepted: ["RESPONDER_ACKNOWLEDGED_CALLOUT RESPONDER_ACKNOWLEDGED_CALLOUT_WITH_ETA"],
  offerDeclined: [""],
  dispatchedByHand: ["RESPONDER_MANUALLY_DISPATCHED"],
  arrived: ["RESPONDER_ARRIVED_ON_SCENE"],
  completed: ["RESPONDER_COMPLETED"],
  aborted: ["RESPONDER_CANCELLED"],
  stoodDown: ["RESPONDER_CANCELLED"],
  moved: ["CALLOUT_EVENTS_CHANGED"],
  commented: ["CALLOUT_EVENTS_CHANGED", ""],
  owned: ["CALLOUT_OWNED"],
  released: ["CALLOUT_EVENTS_CHANGED"],
  verified: ["CALLOUT_EVENTS_CHANGED"],
  duressCleared: ["CALLOUT_EVENTS_CHANGED"],
  cancelled: [
    "CALLOUT_NO_LONGER_REQUIRES_RESPONSE",
    "CALLOUT_SOFT_CANCELLED_BY_CUSTOMER",
    "CALLOUT_EVENTS_CHANGED",
  ],
  dismissed: ["CALLOUT_NO_LONGER_REQUIRES_RESPONSE CALLOUT_CLOSED", "CALLOUT_CLOSED"],
  closed: ["CALLOUT_CLOSED"],
  progressLooked: [""],
  deadlineDue: ["", "CALLOUT_CLOSED"],
};

test("each event tells exactly what the table says, and every line of it happens", () => {
  const seen = new Map<CalloutEventType, Set<string>>([["raised", new Set(["NEW_CALLOUT"])]]);
  fc.assert(
    fc.property(fc.array(anything, { minLength: 20, maxLength: 60, size: "max" }), (happenings) => {
      const world = new World();
      world.apply(raised);
      for (const happening of happenings) {
        world.pass(7);
        const event = happening(world);
        const decision = world.apply(event);
        if (!decision.ok) continue;
        const notices: readonly Notice[] = decision.notices;
        expect(table[event.type]).toContain(notices.join(" "));
        seen.set(event.type, (seen.get(event.type) ?? new Set()).add(notices.join(" ")));
      }
    }),
    { numRuns: 500 },
  );
  const seenTable = Object.fromEntries([...seen].map(([type, told]) => [type, [...told].toSorted()]));
  const wholeTable = Object.fromEntries(
    Object.entries(table).map(([type, told]) => [type, [...told].toSorted()]),
  );
  expect(seenTable).toEqual(wholeTable);
});
