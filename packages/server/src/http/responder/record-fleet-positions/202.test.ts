import { addResponders, useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";

const system = useSystem();

async function gateway(supplierId: number) {
  const { token } = await system.context.sessions.issue({ kind: "fleet", subjectId: supplierId });
  return (positions: unknown[]) =>
    system.request({ method: "POST", path: "/responder/v1/fleet/positions", token, body: { positions } });
}

const at = (responderId: number | undefined, latitude: number) => ({
  responderId,
  latitude,
  longitude: 28,
  recordedAt: system.clock.now().toString(),
});

describe("202", () => {
  test("moves the supplier's responders; others do not exist for it", async () => {
    const [one, two] = await addResponders(system, 2);
    const [foreign] = await addResponders(system, 1);
    system.clock.advance({ seconds: 1 });
    const send = await gateway(one?.supplierId ?? 0);
    const { status, body } = await send([
      at(one?.responderId, -1),
      at(foreign?.responderId, -2),
      at(undefined, -3),
      at(two?.responderId, -4),
      at(one?.responderId, 95),
    ]);
    expect(status).toBe(202);
    expect(body).toEqual({
      accepted: 2,
      stale: 0,
      staleIndexes: [],
      rejected: [
        { index: 1, reason: "there is no such responder" },
        { index: 2, reason: "responderId must be an integer from 1" },
        { index: 4, reason: "latitude must be a number from -90 to 90" },
      ],
    });
    const latitudes = [one, two, foreign].map(
      (each) => system.context.fleet.find(each?.responderId ?? 0)?.fix?.latitude,
    );
    expect(latitudes).toEqual([-1, -4, -26.1]);
  });

  test("ten thousand at once", async () => {
    const [one] = await addResponders(system, 1);
    system.clock.advance({ seconds: 1 });
    const send = await gateway(one?.supplierId ?? 0);
    const positions = Array.from({ length: 10_000 }, () => at(one?.responderId, -1));
    const staleIndexes = Array.from({ length: 9_999 }, (_, index) => index + 1);
    expect((await send(positions)).body).toEqual({ accepted: 1, stale: 9_999, staleIndexes, rejected: [] });
  });

  test("what is rejected is named by its place in the whole list, and in its order", async () => {
    const [one] = await addResponders(system, 1);
    const send = await gateway(one?.supplierId ?? 0);
    const bad = [3, 499, 500, 1_777, 2_999];
    const positions = Array.from({ length: 3_000 }, (_, index) =>
      bad.includes(index) ? (index % 2 === 0 ? at(1, 1) : "here") : at(one?.responderId, -1),
    );
    const { rejected } = (await send(positions)).body;
    expect(rejected.map(({ index }: { index: number }) => index)).toEqual(bad);
  });
});
