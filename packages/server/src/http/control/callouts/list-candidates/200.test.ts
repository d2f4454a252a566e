import { addResponders, fixAt, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { act, look, raise } from "../../testing/callouts.ts";

const system = useSystem();

test("everybody, fit ones first by ETA, each with all that speaks against it", async () => {
  const calloutId = await raise(system, { responseTypeId: 2 });
  const [near, far] = await addResponders(system, 2, { near: { latitude: -26.11, longitude: 28.05 } });
  const [offDuty] = await addResponders(system, 1, { onDuty: false });
  const [noMedic] = await addResponders(system, 1, { responseTypes: [1] });
  const [busy, stale] = await addResponders(system, 2);
  await act(system, await raise(system), "dispatch", { responderId: busy?.responderId });
  system.clock.advance({ seconds: 121 });
  for (const each of [near, far, offDuty, noMedic, busy]) {
    const { fix } = system.context.fleet.find(each?.responderId ?? 0) ?? {};
    if (fix) system.context.fleet.record(each?.responderId ?? 0, [fixAt(fix, system.clock.now())]);
  }
  const { status, body } = await look(system, `/callouts/${calloutId}/candidates`);
  expect(status).toBe(200);
  const reasons = body.candidates.map(({ responderId, unfit }: { responderId: number; unfit: string[] }) => [
    responderId,
    unfit,
  ]);
  // 100 m apart, the second one nearer
  expect(reasons.slice(0, 2)).toEqual([
    [far?.responderId, []],
    [near?.responderId, []],
  ]);
  expect(new Map(reasons.slice(2))).toEqual(
    new Map<number | undefined, string[]>([
      [offDuty?.responderId, ["offDuty"]],
      [noMedic?.responderId, ["wrongResponseType"]],
      [busy?.responderId, ["assigned"]],
      [stale?.responderId, ["positionStale"]],
    ]),
  );
  expect(body.candidates[1]).toEqual({
    responderId: near?.responderId,
    name: "Responder 1",
    callSign: null,
    vehicle: null,
    supplier: { id: near?.supplierId, name: expect.stringContaining("Supplier") },
    fit: true,
    unfit: [],
    etaSeconds: expect.any(Number),
    etaMethod: "estimate",
    distanceMetres: expect.closeTo(1112, 0),
    positionAgeSeconds: 0,
  });
  const best = await look(system, `/callouts/${calloutId}/candidates?limit=1`);
  expect(best.body.candidates).toEqual(body.candidates.slice(0, 1));
});
