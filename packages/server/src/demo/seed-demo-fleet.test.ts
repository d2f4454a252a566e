import { addPlaces, fixAt, raiseCommand, useSystem } from "@tocsin/testkit";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createFleet, createResponderSignIn, type Fleet, setShift } from "../responders/index.ts";
import { demoResponders } from "./demo-responders.ts";
import { seedDemoFleet } from "./seed-demo-fleet.ts";

const system = useSystem({ demo: true });
const installation = { kind: "installation", id: null, name: null } as const;
const [first] = demoResponders;

async function count(text: string): Promise<number> {
  const [row] = await system.context.db.query<{ count: number }>({ text, values: [] });
  return row?.count ?? 0;
}

beforeAll(async () => {
  await Promise.all([seedDemoFleet(system.context), seedDemoFleet(system.context)]);
});

describe("The demo's fleet", () => {
  test("is thirty responders of one supplier, however many nodes seed at once and how often", async () => {
    expect(await seedDemoFleet(system.context)).toEqual(demoResponders);
    expect(await count("select count(*) from supplier where is_demo")).toBe(1);
    expect(await count("select count(*) from responder")).toBe(30);
  });

  test("has somebody for SECURITY and somebody for MEDICAL in either city, and no home without a store", () => {
    for (const isSouth of [true, false]) {
      const there = demoResponders.filter(({ home }) => home.latitude < -30 === isSouth);
      for (const type of [1, 2])
        expect(there.filter(({ responseTypes }) => responseTypes.includes(type)).length).toBeGreaterThan(3);
    }
    expect(new Set(demoResponders.map(({ home }) => JSON.stringify(home))).size).toBe(20);
    expect(new Set(demoResponders.map(({ callSign }) => callSign)).size).toBe(30);
  });

  test("signs in with what everybody knows", async () => {
    const { login = "", pin = "" } = first ?? {};
    await expect(system.context.responderSignIn.signIn(login, pin)).resolves.toMatchObject({ session: {} });
  });
});

describe("Where the demo is off", () => {
  const off = { demo: false };
  let fleet: Fleet;
  beforeAll(async () => {
    fleet = createFleet(system.context, off);
    await fleet.start();
  });
  afterAll(() => fleet.stop());

  test("nobody of it exists for dispatch, nor after a change", async () => {
    const [id = 0] = [...system.context.fleet.entries()].map(({ responder }) => responder.id);
    expect(system.context.fleet.find(id)?.responder.isDemo).toBe(true);
    await fleet.refresh([id]);
    expect([...fleet.entries()]).toEqual([]);
  });

  test("nobody of it can sign in", async () => {
    const signIn = createResponderSignIn(system.context, system.context.sessions, off);
    const { login = "", pin = "" } = first ?? {};
    await expect(signIn.signIn(login, pin)).rejects.toMatchObject({ code: "unauthorized" });
  });
});

test("A callout of a tenant that is no demo's is offered to nobody of the demo, however near", async () => {
  const [entry] = [...system.context.fleet.entries()].filter(({ responder }) =>
    responder.responseTypes.includes(1),
  );
  const id = entry?.responder.id ?? 0;
  await setShift(system.context, installation, id, { onDuty: true, until: null });
  system.context.fleet.record(id, [fixAt({ latitude: -26.1, longitude: 28.05 }, system.clock.now())]);
  const [place = ""] = await addPlaces(system, 1, "real");
  await system.context.raises.raise(raiseCommand(system, place));
  await system.drain();
  expect(await count("select count(*) from offer")).toBe(0);
});
