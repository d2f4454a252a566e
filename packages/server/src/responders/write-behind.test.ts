import { addPlaces, addResponders, fixAt, raiseCommand, useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import type { Queryable } from "../db/index.ts";
import { AppError } from "../errors.ts";
import { createFleet } from "./fleet.ts";

const system = useSystem();

function track(responderId: number) {
  const text = "select latitude from responder_track where responder_id = $1 order by recorded_at";
  return system.context.db.query<{ latitude: number }>({ text, values: [responderId] });
}

function marker(responderId: number) {
  const text = `select latitude, longitude, accuracy, speed, heading, recorded_at as "recordedAt"
    from responder_position where responder_id = $1`;
  return system.context.db.query({ text, values: [responderId] });
}

const northOf = (step: number, ago = 0) =>
  fixAt({ latitude: step, longitude: 28 }, system.clock.now().subtract({ seconds: ago }));

describe("Behind the fleet in memory", () => {
  test("the newest fix of each is on disk as it was sent", async () => {
    const [one] = await addResponders(system, 1);
    const responderId = one?.responderId ?? 0;
    system.clock.advance({ seconds: 1 });
    const fix = { ...northOf(-25.123456789), accuracy: 3.5, speed: 0, heading: 359.9 };
    system.context.fleet.record(responderId, [fix]);
    await system.context.fleet.flush();
    expect(await marker(responderId)).toEqual([fix]);
  });

  test("the track of one with an offer is whole, late fixes at their place", async () => {
    const [one] = await addResponders(system, 1, { near: { latitude: -26.1, longitude: 28.05 } });
    const [place = ""] = await addPlaces(system, 1, "tracked");
    await system.context.raises.raise(raiseCommand(system, place));
    await system.drain();
    system.clock.advance({ seconds: 10 });
    const { fleet } = system.context;
    fleet.record(one?.responderId ?? 0, [northOf(1, 4), northOf(4), northOf(2, 3), northOf(3, 2)]);
    await fleet.flush();
    expect((await track(one?.responderId ?? 0)).map(({ latitude }) => latitude)).toEqual([-26.1, 1, 2, 3, 4]);
  });

  test("the same fix sent twice stands once in the track", async () => {
    const [one] = await addResponders(system, 1);
    const responderId = one?.responderId ?? 0;
    await system.context.fleet.flush();
    for (let time = 0; time < 2; time++) {
      system.context.fleet.record(responderId, [northOf(-5, 30)]);
      await system.context.fleet.flush();
    }
    expect(await track(responderId)).toHaveLength(2);
  });
});

describe("While the database is away", () => {
  test("markers wait in memory, the newest of each, and are written when it is back", async () => {
    const [one] = await addResponders(system, 1);
    const responderId = one?.responderId ?? 0;
    let isAway = false;
    const query: Queryable["query"] = (statement) =>
      isAway
        ? Promise.reject(new AppError("unavailable", "The database is away."))
        : system.context.db.query(statement);
    const fleet = createFleet(
      { ...system.context, db: { ...system.context.db, query } },
      system.context.settings,
    );
    await fleet.start();
    isAway = true;
    for (let second = 1; second <= 3; second++) {
      system.clock.advance({ seconds: 1 });
      expect(fleet.record(responderId, [northOf(-second)]).accepted).toBe(1);
      await fleet.flush();
    }
    isAway = false;
    await fleet.flush();
    expect(await marker(responderId)).toMatchObject([{ latitude: -3 }]);
    await fleet.stop();
  });
});
