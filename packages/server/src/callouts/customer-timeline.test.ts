import { alarmOf, type TimelineKind } from "@tocsin/domain";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asCustomerReads } from "./customer-timeline.ts";
import type { TimelineLine } from "./timeline-store.ts";

const start = Temporal.Instant.from("2026-01-15T08:00:00Z");
const kinds = ["arrived", "commented", "moved", "verified", "owned", "aborted", "raisedAgain"] as const;
const actors = ["customer", "integrator", "controller", "responder", "system"] as const;

const acts = fc.array(
  fc.record({
    kind: fc.constantFrom(...kinds),
    actor: fc.constantFrom(...actors),
    second: fc.nat(200),
  }),
  { maxLength: 12 },
);

type Act = { kind: TimelineKind; actor: (typeof actors)[number]; second: number };

function lines(all: readonly Act[]): TimelineLine[] {
  return all.map(({ kind, actor, second }, index) => ({
    id: 900 + 3 * index,
    sequence: index + 1,
    kind,
    actor: { kind: actor, id: null, name: null },
    body: {},
    at: start.add({ seconds: second }),
    hash: Buffer.alloc(32),
    responderName: null,
  }));
}

const ordered = (all: readonly Act[]): Act[] => all.toSorted((one, other) => one.second - other.second);
const end = (kind: TimelineKind): Act => ({ kind, actor: "customer", second: 200 });
const told = (kind: "duress" | "cancelled", before: readonly Act[], after: readonly Act[]) =>
  asCustomerReads(
    lines([
      ...ordered(before),
      end(kind),
      ...ordered(after).map((act) => ({ ...act, second: act.second + 200 })),
    ]),
    120,
  );

describe("asCustomerReads", () => {
  test("tells the same of a cancel and of what pretends to be one, whatever was before and whoever acts afterwards", () => {
    fc.assert(
      fc.property(acts, acts, (before, after) => {
        const strangers = after.filter(({ actor }) => actor !== "customer");
        const own = after.filter(
          ({ actor, kind, second }) =>
            actor === "customer" && (kind === "commented" || (kind === "moved" && second < 120)),
        );
        const expected = told("cancelled", before, own).map(({ kind, id, actor, at }) => [
          kind,
          id,
          actor,
          at,
        ]);
        const forced = told("duress", before, [...own, ...strangers]);
        expect(forced.map(({ kind, id, actor, at }) => [kind, id, actor, at])).toEqual(expected);
        expect(forced[before.length]?.body).toEqual({ kind: "verified", reason: null });
      }),
    );
  });

  test("tells everything of a callout that was neither, and no word of a duress that was cleared", () => {
    fc.assert(
      fc.property(acts, acts, (before, after) => {
        const all = [...ordered(before), end("duress"), end("duressCleared"), ...ordered(after)];
        expect(asCustomerReads(lines(all), 120).map(({ kind }) => kind)).toEqual(
          [...ordered(before), ...ordered(after)].map(({ kind }) => kind),
        );
      }),
    );
  });

  test("a line that pretends to be a cancel is no alarm to whoever reads it", () => {
    const [line] = told("duress", [], []);
    expect(line && alarmOf(line, { responseTypeId: 1 })).toBeNull();
  });
});
