import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { entitles, hasEnded, type SubscriptionState } from "./subscription.ts";

/**
 * The rule against one that is too slow and too plain to be wrong: a subscription as the list of all the seconds, of a small
 * world of forty, in which it is active.
 */
const lastSecond = 40;
const seconds = Array.from({ length: lastSecond + 1 }, (_, second) => second);
const at = (second: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(second * 1000);

interface Story {
  readonly from: number;
  readonly length: number;
  readonly cancelledAt: number | null;
  readonly owner: number;
  readonly dependants: readonly number[];
}

const person = fc.integer({ min: 1, max: 4 });
const story: fc.Arbitrary<Story> = fc.record({
  from: fc.nat(30),
  length: fc.integer({ min: 1, max: 20 }),
  cancelledAt: fc.option(fc.nat(lastSecond)),
  owner: person,
  dependants: fc.uniqueArray(person, { maxLength: 3 }),
});

/** As it stands in the table at a second: nobody knows of a cancellation before it happens. */
function asOf({ from, length, cancelledAt, owner, dependants }: Story, second: number): SubscriptionState {
  return {
    customerId: owner,
    subscriptionTypeId: 2,
    validFrom: at(from),
    validTo: at(from + length),
    cancelledAt: cancelledAt !== null && cancelledAt <= second ? at(cancelledAt) : null,
    dependantCustomerIds: dependants,
  };
}

function activeSeconds({ from, length, cancelledAt }: Story): Set<number> {
  const inWindow = Array.from({ length }, (_, offset) => from + offset);
  return new Set(inWindow.filter((second) => cancelledAt === null || second < cancelledAt));
}

describe("over a whole small world, second by second", () => {
  test("a person is entitled exactly while one of the subscriptions that cover them is active", () => {
    fc.assert(
      fc.property(fc.array(story, { maxLength: 4 }), person, (stories, who) => {
        const covering = stories.filter(({ owner, dependants }) => owner === who || dependants.includes(who));
        const expected = seconds.filter((second) => covering.some((each) => activeSeconds(each).has(second)));
        const actual = seconds.filter((second) =>
          stories.some((each) => entitles(asOf(each, second), who, at(second))),
        );
        expect(actual).toEqual(expected);
      }),
    );
  });

  test("what has ended stays so, and is never active again; before that it is to come or active", () => {
    fc.assert(
      fc.property(story, (each) => {
        const active = activeSeconds(each);
        const ended = seconds.filter((second) => hasEnded(asOf(each, second), at(second)));
        const end = Math.min(each.from + each.length, each.cancelledAt ?? Infinity);
        expect(ended).toEqual(seconds.filter((second) => second >= end));
        expect(ended.filter((second) => active.has(second))).toEqual([]);
      }),
    );
  });
});
