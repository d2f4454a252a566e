import type { CustomerNotice, Notice, SubscriptionNotice } from "@tocsin/domain";
import { webhookEvents } from "@tocsin/wire";
import { expect, expectTypeOf, test } from "vitest";

test("what happens is what can be registered for: no name more on either side", () => {
  type Registered = (typeof webhookEvents)[number];
  // held by the type check
  expectTypeOf<Registered>().toEqualTypeOf<Notice | CustomerNotice | SubscriptionNotice>();
  expect(new Set(webhookEvents).size).toBe(webhookEvents.length);
});
