import { addResponders, fixAt, useSystem } from "@tocsin/testkit";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createFleet } from "./fleet.ts";
import { setShift } from "./set-shift.ts";
import type { Fleet } from "./types.ts";

const system = useSystem();
const by = { kind: "installation", id: null, name: null } as const;

describe("Another node", () => {
  let other: Fleet;
  let responderId: number;
  beforeAll(async () => {
    const [one] = await addResponders(system, 1);
    responderId = one?.responderId ?? 0;
    await system.context.fleet.flush();
    other = createFleet(system.context, system.context.settings);
    await other.start();
  });
  afterAll(() => other.stop());

  test("starts with everybody and where they are", () => {
    expect(other.find(responderId)).toMatchObject({ responder: { onDuty: true }, fix: { latitude: -26.1 } });
  });

  test("hears of changes", async () => {
    await setShift(system.context, by, responderId, { onDuty: false, until: null });
    await expect.poll(() => other.find(responderId)?.responder.onDuty).toBe(false);
  });

  test("hears of new responders", async () => {
    const [fresh] = await addResponders(system, 1);
    await expect.poll(() => other.find(fresh?.responderId ?? 0)?.responder.name).toBe("Responder 1");
  });

  test("follows positions, whatever this node's clock says", async () => {
    system.clock.advance({ seconds: 5 });
    const here = system.clock.now();
    system.context.fleet.record(responderId, [fixAt({ latitude: -27, longitude: 28 }, here)]);
    await system.context.fleet.flush();
    await expect.poll(() => other.find(responderId)?.fix?.latitude, { timeout: 5_000 }).toBe(-27);
  });

  test("does not take a newer position of its own for an older one from elsewhere", async () => {
    const now = system.clock.now();
    const newer = fixAt({ latitude: -29, longitude: 28 }, now.add({ seconds: 2 }));
    other.record(responderId, [newer]);
    system.context.fleet.record(responderId, [
      fixAt({ latitude: -28, longitude: 28 }, now.add({ seconds: 1 })),
    ]);
    await system.context.fleet.flush();
    await other.flush();
    await expect
      .poll(() => system.context.fleet.find(responderId)?.fix?.latitude, { timeout: 5_000 })
      .toBe(-29);
    expect(other.find(responderId)?.fix).toBe(newer);
  });
});
