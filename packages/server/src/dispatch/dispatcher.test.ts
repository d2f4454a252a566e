import type { CalloutEvent } from "@tocsin/domain";
import { addPlaces, fixAt, raiseCommand, useSystem } from "@tocsin/testkit";
import { beforeEach, describe, expect, test } from "vitest";
import { installation } from "../audit/index.ts";
import { changeCallout } from "../callouts/index.ts";
import { createArea, deleteArea } from "../coverage/index.ts";
import { setPolicy } from "../partners/index.ts";
import { explainCallout } from "./explain/explain-callout.ts";
import { addFleet, addSupplier, type Recruit } from "./testing/add-fleet.ts";
import { brokenPromises } from "./testing/broken-promises.ts";
import { deadlinesOf, offersOf, timelineOf } from "./testing/look-up.ts";

const system = useSystem();
const place = { latitude: -26.1, longitude: 28.05 };
let supplierId = Number.NaN;
let sites = 0;

/** So many hundred metres north of where places stand. */
const north = (steps: number): Recruit["position"] => ({
  ...place,
  latitude: place.latitude + steps * 0.0009,
});

async function recruit(...recruits: readonly Partial<Recruit>[]): Promise<number[]> {
  return addFleet(
    system,
    recruits.map((each, index) => ({ supplierId, position: north(index + 1), ...each })),
  );
}

async function raise(overrides: Parameters<typeof raiseCommand>[2] = {}): Promise<number> {
  const [reference = ""] = await addPlaces(system, 1, `dispatch-${++sites}`);
  const outcome = await system.context.raises.raise(raiseCommand(system, reference, overrides));
  if (outcome.kind !== "raised") throw new Error("not raised");
  return outcome.callout.id;
}

async function happen(calloutId: number, event: CalloutEvent): Promise<void> {
  const { customerSourceId } = system.partner;
  const { timing } = (await system.context.partners.find(customerSourceId))?.policies ?? {};
  if (!timing) throw new Error("no partner");
  await changeCallout(system.context, { customerSourceId, calloutId, timing, event: () => event });
  await system.drain();
}

const by = { kind: "responder", id: null, name: null } as const;
const decline = async (calloutId: number, offerId: number): Promise<void> =>
  happen(calloutId, { type: "offerDeclined", offerId, reason: null, by });

async function live(calloutId: number): Promise<number[]> {
  const offers = await offersOf(system, calloutId);
  return offers.filter(({ state }) => state === "live").map(({ responderId }) => responderId);
}

/** Positions age with the clock; these are sent anew. */
async function pass(seconds: number, awake: readonly number[] = []): Promise<void> {
  system.clock.advance({ seconds });
  for (const id of awake) {
    const fix = system.context.fleet.find(id)?.fix;
    if (fix) system.context.fleet.record(id, [fixAt(fix, system.clock.now())]);
  }
  await system.drain();
}

/** Whoever comes on duty brings looks forward, in a statement of its own. */
async function untilLookIsDue(calloutId: number): Promise<void> {
  await expect.poll(async () => (await deadlinesOf(system, calloutId)).dispatch).toBe(0);
}

beforeEach(async () => {
  // whoever served the test before goes home
  await system.context.db.query({
    text: "truncate callout, callout_event, deadline, outbox, offer, assignment, engagement, decision",
  });
  const ids = [...system.context.fleet.entries()].map(({ responder }) => responder.id);
  await system.context.db.query({ text: "update responder set on_duty = false" });
  await system.context.fleet.refresh(ids);
  supplierId = await addSupplier(system);
});

describe("a callout is offered", () => {
  test("at once, to the nearest who is fit, with the ETA and how it was found", async () => {
    const [nearest] = await recruit({}, {}, {});
    const id = await raise();
    await system.drain();
    expect(await offersOf(system, id)).toMatchObject([
      { responderId: nearest, state: "live", etaSeconds: 12, etaMethod: "estimate" },
    ]);
    expect(await timelineOf(system, id)).toEqual(["raised", "offered"]);
    expect(await deadlinesOf(system, id)).toEqual({ offerExpiry: 20, unattended: 60 });
    expect(await brokenPromises(system.context.db)).toEqual({});
  });

  test("to the next when the offer times out, and to the next when it is declined", async () => {
    const [first, second, third] = await recruit({}, {}, {});
    const id = await raise();
    await system.drain();
    await pass(20, [first, second, third].map(Number));
    expect(await live(id)).toEqual([second]);
    const [, offer] = await offersOf(system, id);
    await decline(id, offer?.id ?? 0);
    expect(await live(id)).toEqual([third]);
    expect((await offersOf(system, id)).map(({ state }) => state)).toEqual(["expired", "declined", "live"]);
    expect(await brokenPromises(system.context.db)).toEqual({});
  });

  test("to three at a time after three that came to nothing; the first to accept wins and the others are free", async () => {
    const ids = await recruit(...Array.from({ length: 8 }, () => ({})));
    const id = await raise();
    await system.drain();
    for (let ended = 0; ended < 3; ended++) {
      const offer = (await offersOf(system, id)).at(-1);
      await decline(id, offer?.id ?? 0);
    }
    expect(await live(id)).toEqual(ids.slice(3, 6));
    const [, second] = (await offersOf(system, id)).filter(({ state }) => state === "live");
    await happen(id, {
      type: "offerAccepted",
      offerId: second?.id ?? 0,
      assignmentId: 1,
      etaSeconds: null,
      by,
    });
    expect(await live(id)).toEqual([]);
    const engaged = await system.context.db.query<{ id: number }>({
      text: "select responder_id as id from engagement",
    });
    expect(engaged).toEqual([{ id: ids[4] }]);
    const [assignment] = await system.context.db.query({
      text: "select eta_seconds, eta_method from assignment",
    });
    expect(assignment).toEqual({ eta_seconds: second?.etaSeconds, eta_method: "estimate" });
    expect(await brokenPromises(system.context.db)).toEqual({});
  });

  test("to the same again, after a pause, when all of them were asked", async () => {
    const [only] = await recruit({});
    const id = await raise();
    await system.drain();
    const [offer] = await offersOf(system, id);
    await decline(id, offer?.id ?? 0);
    expect(await timelineOf(system, id)).toEqual(["raised", "offered", "offerDeclined", "listExhausted"]);
    await pass(9, [Number(only)]);
    expect(await live(id)).toEqual([]);
    await pass(1, [Number(only)]);
    expect(await live(id)).toEqual([only]);
  });
});

describe("nobody fit", () => {
  test("alarms the control room after 60 s, and every 30 s again", async () => {
    const id = await raise();
    await pass(59);
    expect(await timelineOf(system, id)).toEqual(["raised"]);
    for (const seconds of [1, 30, 30]) await pass(seconds);
    expect(await timelineOf(system, id)).toEqual([
      "raised",
      "unattendedAlarm",
      "unattendedAlarm",
      "unattendedAlarm",
    ]);
    expect(await brokenPromises(system.context.db)).toEqual({});
  });

  test("is looked at again every 5 s while others are on duty, and every 30 s while nobody is", async () => {
    const id = await raise();
    await system.drain();
    expect((await deadlinesOf(system, id)).dispatch).toBe(30);
    const [busy] = await recruit({});
    await untilLookIsDue(id);
    await system.drain();
    expect(await live(id)).toEqual([busy]);
    const other = await raise();
    await system.drain();
    expect(await live(other)).toEqual([]);
    expect((await deadlinesOf(system, other)).dispatch).toBe(5);
  });

  test("whoever comes on duty is asked at once, although the next look was far", async () => {
    const id = await raise();
    const test = await raise({ internalTest: true });
    await system.drain();
    const [somebody] = await recruit({});
    await untilLookIsDue(id);
    await system.drain();
    expect(await live(id)).toEqual([somebody]);
    expect(await live(test)).toEqual([]);
  });

  test.each<[string, Partial<Recruit>]>([
    ["off duty", { onDuty: false }],
    ["past the end of the shift", { shiftSecondsLeft: 0 }],
    ["trained for something else", { responseTypes: [2, 3, 4] }],
    ["where nobody knows", { position: null }],
    ["last seen 121 s ago", { positionAgeSeconds: 121 }],
  ])("is who is %s", async (_what, unfit) => {
    const [, fit] = await recruit(
      { position: north(0), ...unfit },
      { position: north(50), positionAgeSeconds: 120 },
    );
    const id = await raise();
    await system.drain();
    expect(await live(id)).toEqual([fit]);
  });

  test("is who holds an offer or a callout already", async () => {
    const [first, second, third] = await recruit({}, {}, {});
    const one = await raise();
    await system.drain();
    const [offer] = await offersOf(system, one);
    await happen(one, {
      type: "offerAccepted",
      offerId: offer?.id ?? 0,
      assignmentId: 1,
      etaSeconds: 90,
      by,
    });
    const two = await raise();
    await system.drain();
    const three = await raise();
    await system.drain();
    expect([await live(one), await live(two), await live(three)]).toEqual([[], [second], [third]]);
    expect(first).toBeDefined();
    expect(await brokenPromises(system.context.db)).toEqual({});
  });
});

describe("nobody near enough", () => {
  const capeTown = { latitude: -33.92, longitude: 18.42 };

  async function setTiming(timing: object): Promise<void> {
    await setPolicy(system.context, system.partner.clientId, "timing", JSON.stringify(timing));
    system.context.partners.forget(system.partner.customerSourceId);
  }

  test("whoever is 1,000 km away is not asked; the control room is alarmed at once, and then every 30 s", async () => {
    const [faraway] = await recruit({ position: capeTown });
    const id = await raise();
    await system.drain();
    expect(await offersOf(system, id)).toEqual([]);
    expect(await timelineOf(system, id)).toEqual(["raised", "unattendedAlarm"]);
    expect(await deadlinesOf(system, id)).toEqual({ dispatch: 5, unattended: 30 });
    for (let seconds = 0; seconds < 30; seconds += 5) await pass(5, [Number(faraway)]);
    expect(await timelineOf(system, id)).toEqual(["raised", "unattendedAlarm", "unattendedAlarm"]);
    expect(await brokenPromises(system.context.db)).toEqual({});
  });

  test("why nobody was asked is kept, and ranked again it is the same", async () => {
    const [faraway] = await recruit({ position: capeTown });
    const id = await raise();
    await system.drain();
    const [explanation] = await explainCallout(system.context.db, id);
    expect(explanation?.decisions).toMatchObject([
      {
        entries: [{ kind: "unattendedAlarm", body: { nearestResponderId: faraway, reachSeconds: 7200 } }],
        inputs: { query: { reachSeconds: 7200 } },
        replay: { kind: "same" },
      },
    ]);
    const ranked = explanation?.decisions[0]?.ranking.find(({ responderId }) => responderId === faraway);
    expect(ranked).toMatchObject({ unfit: ["tooFar"] });
  });

  test("the nearest who is near enough is asked, however many are not", async () => {
    await recruit(...Array.from({ length: 30 }, () => ({ position: capeTown })));
    const [near] = await recruit({ position: north(200) });
    const id = await raise();
    await system.drain();
    expect(await live(id)).toEqual([near]);
    expect(await timelineOf(system, id)).toEqual(["raised", "offered"]);
  });

  test("each response type has its own limit", async () => {
    await setTiming({ byResponseType: { 2: { reachSeconds: 600 } } });
    const [half] = await recruit({ position: north(100) });
    const medical = await raise({ responseTypeId: 2 });
    const security = await raise({ responseTypeId: 1 });
    await system.drain();
    expect(await live(medical)).toEqual([]);
    expect(await live(security)).toEqual([half]);
    await setTiming({});
  });

  test("a decision from before there was a limit is ranked again as it was", async () => {
    await recruit({});
    const id = await raise();
    await system.drain();
    const text = "update decision set inputs = inputs #- '{query,reachSeconds}' where callout_id = $1";
    await system.context.db.query({ text, values: [id] });
    const [explanation] = await explainCallout(system.context.db, id);
    expect(explanation?.decisions).toMatchObject([{ replay: { kind: "same" } }]);
  });
});

describe("who may be asked", () => {
  test("an internal test goes to the tenant's test supplier alone, and to nobody where there is none", async () => {
    await recruit({});
    const none = await raise({ internalTest: true });
    await system.drain();
    expect(await live(none)).toEqual([]);
    const trainers = await addSupplier(system);
    const [, trainer] = await recruit({}, { supplierId: trainers, position: north(40) });
    await setPolicy(system.context, system.partner.clientId, "testSupplierId", String(trainers));
    system.context.partners.forget(system.partner.customerSourceId);
    const some = await raise({ internalTest: true });
    await system.drain();
    expect(await live(some)).toEqual([trainer]);
    await setPolicy(system.context, system.partner.clientId, "testSupplierId", "default");
    system.context.partners.forget(system.partner.customerSourceId);
  });

  test("with areas drawn, only suppliers whose area holds the place", async () => {
    const local = await addSupplier(system);
    const [, far] = await recruit({}, { supplierId: local, position: north(30) });
    const draw = (of: number, name: string, latitude: number) => {
      const ring = [
        [28, latitude - 0.1],
        [28.1, latitude - 0.1],
        [28.1, latitude + 0.1],
        [28, latitude + 0.1],
        [28, latitude - 0.1],
      ];
      const geometry = { type: "Polygon", coordinates: [ring] };
      return createArea(system.context, installation, { supplierId: of, responseTypeId: 1, name, geometry });
    };
    const areas = [await draw(local, "here", -26.1), await draw(supplierId, "elsewhere", -33.9)];
    const id = await raise();
    await system.drain();
    expect(await live(id)).toEqual([far]);
    for (const { id: areaId } of areas) await deleteArea(system.context, installation, areaId);
  });

  test("each tenant has its own timing", async () => {
    await setPolicy(
      system.context,
      system.otherPartner.clientId,
      "timing",
      '{"offerSeconds":7,"alarmAfterSeconds":9}',
    );
    system.context.partners.forget(system.otherPartner.customerSourceId);
    await recruit({}, {});
    const mine = await raise();
    const [reference = ""] = await addPlaces(system, 1, "theirs", system.otherPartner);
    const command = raiseCommand({ ...system, partner: system.otherPartner }, reference);
    const { policies } = (await system.context.partners.find(system.otherPartner.customerSourceId)) ?? {};
    const outcome = await system.context.raises.raise({
      ...command,
      timing: policies?.timing ?? command.timing,
    });
    if (outcome.kind !== "raised") throw new Error("not raised");
    await system.drain();
    expect(await deadlinesOf(system, mine)).toEqual({ offerExpiry: 20, unattended: 60 });
    expect(await deadlinesOf(system, outcome.callout.id)).toEqual({ offerExpiry: 7, unattended: 9 });
  });
});
