import { addPlaces, untilSomebodyWaits, useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { act, look, raise } from "../../testing/callouts.ts";
import { putUnderDuress } from "../../testing/duress.ts";

const system = useSystem();
const reason = "Spoke to her: she mistyped.";

async function raiseAt(reference: string) {
  const path = `/panic-api/v2/predefinedLocations/externalRef/${reference}/callouts`;
  return system.request({ method: "POST", path, body: { responseTypeId: 1 } });
}

/** A callout under duress at a place, and one that was raised there since. */
async function twoAtOnePlace() {
  const [reference = ""] = await addPlaces(
    system,
    1,
    `two-${system.context.random.bytes(4).toString("hex")}`,
  );
  const forced: number = (await raiseAt(reference)).body.id;
  await putUnderDuress(system, forced);
  const since: number = (await raiseAt(reference)).body.id;
  return { reference, forced, since };
}

const clear = (calloutId: number) => act(system, calloutId, "clear-duress", { reason });
const isForced = async (calloutId: number) => (await look(system, `/callouts/${calloutId}`)).body.duress;

/** Changes a callout in a transaction that stays open until the returned function is called. */
async function heldChange(text: string, calloutId: number): Promise<() => Promise<void>> {
  const done = Promise.withResolvers<void>();
  const changed = Promise.withResolvers<void>();
  const work = system.context.db.transaction(async (tx) => {
    await tx.query({ text, values: [calloutId] });
    changed.resolve();
    await done.promise;
  });
  await changed.promise;
  return () => {
    done.resolve();
    return work;
  };
}

test("nobody is forced", async () => {
  const answer = await clear(await raise(system));
  expect(answer).toMatchObject({ status: 409, body: { message: expect.stringContaining("notUnderDuress") } });
});

describe("another callout is live at the place", () => {
  test("the message names it, and nothing is changed; once it has ended, this one can be cleared", async () => {
    const { forced, since } = await twoAtOnePlace();
    expect(since).not.toBe(forced);
    const before = (await look(system, `/callouts/${forced}`)).body;
    expect(before.linked).toEqual([{ id: since, state: "awaiting", duress: false }]);
    expect((await look(system, `/callouts/${since}`)).body.linked).toEqual([
      { id: forced, state: "awaiting", duress: true },
    ]);
    expect(await clear(forced)).toMatchObject({
      status: 409,
      headers: { "x-error-code": "callout-state" },
      body: {
        message: `Callout ${forced} stays under duress: callout ${since} is live at the same place for the same response type. Cancel or close one of the two first.`,
      },
    });
    expect((await look(system, `/callouts/${forced}`)).body).toEqual(before);
    await act(system, since, "cancel", { reason: "One incident." });
    expect(await clear(forced)).toMatchObject({ status: 200, body: { duress: false, linked: [] } });
  });

  test("one of another response type is not in the way", async () => {
    const { reference, forced, since } = await twoAtOnePlace();
    await act(system, since, "cancel", { reason: "One incident." });
    const path = `/panic-api/v2/predefinedLocations/externalRef/${reference}/callouts`;
    const medical = await system.request({ method: "POST", path, body: { responseTypeId: 2 } });
    expect(medical.status).toBe(201);
    expect((await clear(forced)).status).toBe(200);
  });

  test("one that is just being raised is waited for", async () => {
    const { forced, since } = await twoAtOnePlace();
    await system.context.db.query({
      text: "update callout set phase = 'closed' where id = $1",
      values: [since],
    });
    const letGo = await heldChange("update callout set phase = 'awaiting' where id = $1", since);
    const clearing = clear(forced);
    await untilSomebodyWaits(system);
    await letGo();
    expect(await clearing).toMatchObject({
      status: 409,
      body: { message: expect.stringContaining(`callout ${since} is live`) },
    });
    expect(await isForced(forced)).toBe(true);
  });

  test("a raise and a clearing at the same instant: one callout is live in the end, and nobody reads a 500", async () => {
    for (let round = 0; round < 20; round++) {
      const { reference, forced, since } = await twoAtOnePlace();
      await act(system, since, "cancel", { reason: "One incident." });
      const acts = [() => clear(forced), () => raiseAt(reference)];
      const first = round % 2;
      const answers = await Promise.all([acts[first]?.(), acts[1 - first]?.()]);
      const [cleared, raised] = first === 0 ? answers : answers.toReversed();
      const live = raised?.body.id;
      const isFolded = live === forced;
      expect([cleared?.status, raised?.status]).toEqual(isFolded ? [200, 200] : [409, 201]);
      expect(isFolded || cleared?.body.message.includes(`callout ${live} is live at the same place`)).toBe(
        true,
      );
      expect(await isForced(forced)).toBe(!isFolded);
    }
  });
});
