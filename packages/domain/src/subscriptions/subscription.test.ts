import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { entitles, type SubscriptionState, subscriptionStatus } from "./subscription.ts";

const at = (second: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(second * 1000);

function subscription(changes: Partial<SubscriptionState> = {}): SubscriptionState {
  return {
    customerId: 1,
    subscriptionTypeId: 2,
    validFrom: at(10),
    validTo: at(20),
    cancelledAt: null,
    dependantCustomerIds: [2, 3],
    ...changes,
  };
}

describe("subscriptionStatus", () => {
  test.each([
    ["before it begins", 9, "pending"],
    ["at the instant it begins", 10, "active"],
    ["in the last second", 19, "active"],
    ["at the instant it ends", 20, "lapsed"],
  ] as const)("%s", (_title, second, status) => {
    expect(subscriptionStatus(subscription(), at(second))).toBe(status);
  });

  test.each([9, 15, 25])("cancelled is cancelled, whatever its window says (%i)", (second) => {
    expect(subscriptionStatus(subscription({ cancelledAt: at(12) }), at(second))).toBe("cancelled");
  });

  test("walks through pending, active, lapsed and never back", () => {
    const order = ["pending", "active", "lapsed"];
    fc.assert(
      fc.property(
        fc.nat(30),
        fc.nat(30),
        fc.nat(30),
        fc.integer({ min: 1, max: 30 }),
        (one, other, from, length) => {
          const { validFrom, validTo } = { validFrom: at(from), validTo: at(from + length) };
          const status = (second: number) =>
            order.indexOf(subscriptionStatus({ validFrom, validTo, cancelledAt: null }, at(second)));
          expect(status(Math.min(one, other))).toBeLessThanOrEqual(status(Math.max(one, other)));
        },
      ),
    );
  });
});

describe("entitles", () => {
  test.each([
    ["its customer", 1, true],
    ["a dependant", 3, true],
    ["somebody else", 4, false],
  ] as const)("%s", (_title, customerId, entitled) => {
    expect(entitles(subscription(), customerId, at(15))).toBe(entitled);
  });

  test("nobody while it is not active", () => {
    for (const customerId of [1, 2]) {
      expect(entitles(subscription(), customerId, at(20))).toBe(false);
      expect(entitles(subscription({ cancelledAt: at(12) }), customerId, at(15))).toBe(false);
    }
  });
});
