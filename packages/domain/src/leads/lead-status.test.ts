import fc from "fast-check";
import { expect, test } from "vitest";
import { type LeadProgress, leadStatuses, leadSteps, stepLead } from "./lead-status.ts";

const start = Temporal.Instant.from("2026-01-15T08:00:00Z");
const received: LeadProgress = {
  status: "RECEIVED",
  processingStartedAt: null,
  convertedAt: null,
  failedAt: null,
};

/** A way of at most as many steps as there are wishes, one a minute; wishes that are refused change nothing. */
function walk(wishes: readonly LeadProgress["status"][]): readonly LeadProgress[] {
  const way = [received];
  wishes.forEach((wish, index) => {
    const lead = way.at(-1) ?? received;
    way.push(stepLead(lead, wish, start.add({ minutes: index + 1 })) ?? lead);
  });
  return way;
}

const wishes = fc.array(fc.constantFrom(...leadStatuses), { maxLength: 12 });

test("a step is taken or refused by the table alone, and being there already changes nothing", () => {
  fc.assert(
    fc.property(wishes, fc.constantFrom(...leadStatuses), (before, wish) => {
      const lead = walk(before).at(-1) ?? received;
      const next = stepLead(lead, wish, start);
      const isThere = wish === lead.status;
      expect(next === lead).toBe(isThere);
      expect(next !== null).toBe(isThere || leadSteps[lead.status].includes(wish));
      expect(next?.status ?? wish).toBe(wish);
    }),
  );
});

test("the times say how far it is: failed ⇔ FAILED, converted ⇔ CONVERTED, and only what was started is converted", () => {
  fc.assert(
    fc.property(wishes, (path) => {
      for (const { status, processingStartedAt, convertedAt, failedAt } of walk(path)) {
        expect(failedAt !== null).toBe(status === "FAILED");
        expect(convertedAt !== null).toBe(status === "CONVERTED");
        const isStarted = status === "PROCESSING" || status === "CONVERTED";
        expect(processingStartedAt !== null || !isStarted).toBe(true);
      }
    }),
  );
});

test("work that is taken up again keeps the time it first started at", () => {
  const [, first, , again] = walk(["PROCESSING", "FAILED", "PROCESSING"]);
  expect(first?.processingStartedAt).toEqual(start.add({ minutes: 1 }));
  expect(again).toEqual(first);
});

test("nothing leads back to RECEIVED, and nothing out of CONVERTED", () => {
  expect(Object.values(leadSteps).flat()).not.toContain("RECEIVED");
  expect(leadSteps.CONVERTED).toEqual([]);
});
