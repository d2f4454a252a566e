import {
  addPlaces,
  addSubscriber,
  happen,
  raiseCallout,
  raiseCommand,
  raiseForCustomer,
  useSystem,
} from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { deleteCustomer } from "../departures/index.ts";
import { createRaiseQueue, type RaiseOutcome, raiseCalloutForPerson } from "./index.ts";

const system = useSystem();

type PersonRaise = Parameters<typeof raiseCalloutForPerson>[2];

function forPerson(customerId: number, changes: Partial<PersonRaise> = {}): PersonRaise {
  const { houseAccountId: _, request, ...command } = raiseCommand(system, "none");
  return {
    ...command,
    customerId,
    isForPerson: true,
    fixedLocationId: null,
    request: {
      ...request,
      externalReferenceId: null,
      position: { latitude: -26.11, longitude: 28.06, accuracy: 8 },
    },
    ...changes,
  };
}

const raise = (command: PersonRaise) => system.context.raises.raiseForPerson(command);

function idOf(outcome: RaiseOutcome): number {
  if (outcome.kind === "absent") throw new Error("no callout");
  return outcome.callout.id;
}

function tally(outcomes: readonly RaiseOutcome[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind } of outcomes) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

async function placeId(reference: string): Promise<number> {
  const [row] = await system.context.db.query<{ id: number }>({
    text: "select id from fixed_location where external_reference_id = $1",
    values: [reference],
  });
  return row?.id ?? 0;
}

describe("at the same instant", () => {
  test("fifty presses of one button are one callout: one 201, forty-nine 200, all of them the same", async () => {
    const customerId = await addSubscriber(system);
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => raiseForCustomer(system, { customerId })),
    );
    const statuses = answers.map(({ status }) => status).toSorted();
    expect(statuses).toEqual([...Array.from({ length: 49 }, () => 200), 201]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    const [row] = await system.context.db.query({
      text: "select repeats, sequence from callout where customer_id = $1",
      values: [customerId],
    });
    expect(row).toEqual({ repeats: 49, sequence: 50 });
  });

  test("on two nodes, in opposite orders, some under a key of their own: neither doubled nor deadlocked", async () => {
    const people = await Promise.all(Array.from({ length: 20 }, () => addSubscriber(system)));
    const other = createRaiseQueue(system.context);
    const outcomes = await Promise.all([
      ...people.map((id) => raise(forPerson(id))),
      ...people.toReversed().map((id) => other.raiseForPerson(forPerson(id))),
      ...people.map((id) =>
        system.context.db.transaction((tx) => raiseCalloutForPerson(system.context, tx, forPerson(id))),
      ),
    ]);
    await other.stop();
    expect(tally(outcomes)).toEqual({ raised: 20, folded: 40 });
    expect(new Set(outcomes.map(idOf)).size).toBe(20);
  });

  test("two people are two callouts, and leave in one commit or several without waiting for each other", async () => {
    const people = await Promise.all(Array.from({ length: 30 }, () => addSubscriber(system)));
    expect(tally(await Promise.all(people.map((id) => raise(forPerson(id)))))).toEqual({ raised: 30 });
  });

  test("a raise and the person's deletion: no active callout of a customer who is not there", async () => {
    const seen = new Set<string>();
    for (let round = 0; round < 20; round++) {
      const id = await addSubscriber(system);
      const leaver = { customerSourceId: system.partner.customerSourceId, customerId: id };
      const raising = () => raise(forPerson(id));
      const deleting = () =>
        deleteCustomer(system.context, system.context.db, leaver, raiseCommand(system, "").by).then(
          () => "deleted",
          () => "refused",
        );
      const [raised, deleted] =
        round % 2 === 0
          ? await Promise.all([raising(), deleting()])
          : (await Promise.all([deleting(), raising()])).toReversed();
      const outcome = typeof raised === "object" ? raised.kind : raised;
      expect([outcome, deleted]).toEqual(
        outcome === "raised" ? ["raised", "refused"] : ["absent", "deleted"],
      );
      seen.add(String(outcome));
    }
    expect(seen.size).toBeGreaterThan(0);
  });
});

describe("at a place", () => {
  test("a person's callout neither folds with what the place raises nor stands in its way, in either order", async () => {
    for (const first of ["person", "place"]) {
      const [reference = ""] = await addPlaces(system, 1, `apart-${first}`);
      const customerId = await addSubscriber(system);
      const named = { fixedLocationId: await placeId(reference) };
      const atPlace = () => system.context.raises.raise(raiseCommand(system, reference));
      const person = () => raise(forPerson(customerId, named));
      const outcomes =
        first === "person" ? [await person(), await atPlace()] : [await atPlace(), await person()];
      expect(tally(outcomes)).toEqual({ raised: 2 });
      expect(tally([await person(), await atPlace()])).toEqual({ folded: 2 });
      expect(idOf(await person())).not.toBe(idOf(await atPlace()));
    }
  });

  test("two people at one place are two callouts", async () => {
    const [reference = ""] = await addPlaces(system, 1, "shared");
    const named = { fixedLocationId: await placeId(reference) };
    const people = [await addSubscriber(system), await addSubscriber(system)];
    expect(tally(await Promise.all(people.map((id) => raise(forPerson(id, named)))))).toEqual({ raised: 2 });
  });

  test("one that was deleted meanwhile is absent, and so is the callout", async () => {
    const [reference = ""] = await addPlaces(system, 1, "gone");
    const named = { fixedLocationId: await placeId(reference) };
    await system.context.db.query({
      text: "update fixed_location set deleted_at = now() where external_reference_id = $1",
      values: [reference],
    });
    expect(await raise(forPerson(await addSubscriber(system), named))).toEqual({ kind: "absent" });
  });
});

test("the tenant's own account never folds: every raise is a callout, at the same instant too", async () => {
  const house = forPerson(system.partner.houseAccountId, { isForPerson: false });
  const outcomes = await Promise.all([1, 2, 3].map(() => raise(house)));
  expect(tally(outcomes)).toEqual({ raised: 3 });
  expect(new Set(outcomes.map(idOf)).size).toBe(3);
});

test("duress can't be cleared while another callout of the person is live, and the refusal names it", async () => {
  const customerId = await addSubscriber(system);
  const first = await raise(forPerson(customerId));
  const callout = { id: idOf(first), reference: "", page: "", partner: system.partner };
  const by = { kind: "customer", id: null, name: null } as const;
  await happen(system, callout, { type: "cancelled", kind: "duress", reason: null, by });
  const second = idOf(await raise(forPerson(customerId)));
  const duty = { kind: "controller", id: 1, name: "Duty" } as const;
  const clearing = { type: "duressCleared", reason: "She called", by: duty } as const;
  await expect(happen(system, callout, clearing)).rejects.toThrow(
    `Callout ${callout.id} stays under duress: callout ${second} is live for the same person.`,
  );
  await happen(
    system,
    { ...callout, id: second },
    { type: "closed", outcome: "duplicate", notes: null, by: duty },
  );
  await happen(system, callout, clearing);
  expect(idOf(await raise(forPerson(customerId)))).toBe(callout.id);
});

test("what a place of a customer's raised is not the person's callout", async () => {
  const customerId = await addSubscriber(system);
  const { id } = await raiseCallout(system, { customerId });
  const own = await raise(forPerson(customerId));
  expect([own.kind, idOf(own) === id]).toEqual(["raised", false]);
});
