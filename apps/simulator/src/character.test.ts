import { distanceMetres } from "@tocsin/domain";
import type { ResponderAssignment, ResponderOffer, ResponderState } from "@tocsin/wire";
import { describe, expect, test } from "vitest";
import { createChance } from "./chance.ts";
import { type Character, createCharacter } from "./character.ts";
import type { Act } from "./types.ts";

const home = { latitude: -26.14655, longitude: 28.0418 };
const place = { latitude: -26.10862, longitude: 28.05283 };
const start = Date.parse("2026-01-15T08:00:00Z");

const free: ResponderState = {
  responder: {
    id: 7001,
    name: "Demo responder 1",
    callSign: null,
    vehicle: null,
    supplier: { id: 501, name: "Demo Response" },
    responseTypes: [1],
    onDuty: true,
    dutyUntil: null,
    position: null,
  },
  offer: null,
  assignment: null,
};
const work = {
  callout: {
    id: 100_001,
    customerSource: { id: 11, name: "Demo" },
    status: "created",
    responseType: { id: 1, value: "SECURITY", description: "Security response" },
    classification: { id: 1, value: "REAL" },
    internalTest: false,
    duress: false,
    advanced: false,
    raisedAt: new Date(start).toISOString(),
  },
  position: { ...place, accuracy: null },
  site: null,
  customer: null,
} as const;

function offer(id: number, facts: Partial<ResponderOffer> = {}): ResponderState {
  const offeredAt = new Date(start).toISOString();
  const eta = { etaSeconds: 300, etaMethod: "estimate" };
  const measured = { ...eta, distanceMetres: 4_000, offeredAt, expiresAt: offeredAt };
  return { ...free, offer: { id, ...work, ...measured, ...facts } };
}

function assignment(facts: Partial<ResponderAssignment> = {}): ResponderState {
  const at = { assignedAt: new Date(start).toISOString(), arrivedAt: null };
  const eta = { etaSeconds: 300, etaMethod: "estimate" };
  const plain = { state: "assigned", byHand: false, instruction: null } as const;
  return { ...free, assignment: { id: 5_000_000_001, ...work, ...plain, ...eta, ...at, ...facts } };
}

/** Shows the same state for some seconds, ten times a second. */
function live(character: Character, state: ResponderState, seconds: number, from = start) {
  const acts: { readonly second: number; readonly act: Act }[] = [];
  for (let now = from; now <= from + seconds * 1000; now += 100)
    acts.push(...character.next(state, now).map((act) => ({ second: (now - from) / 1000, act })));
  return acts;
}

const character = (seed = 1, speed = 1): Character => createCharacter(home, createChance(seed), speed);
const kinds = (acts: ReturnType<typeof live>): Set<string> => new Set(acts.map(({ act }) => act.kind));

describe("Somebody who is free", () => {
  test("goes on duty when they are not", () => {
    const offDuty = { ...free, responder: { ...free.responder, onDuty: false } };
    expect(character().next(offDuty, start)[0]).toEqual({ kind: "goOnDuty" });
  });

  test("stays around home and says where every four seconds", () => {
    const reports = live(character(), free, 600).map(({ act }) => act);
    expect(reports).toHaveLength(151);
    for (const act of reports) {
      if (act.kind !== "report") throw new Error(`${act.kind} came out of nothing`);
      expect(distanceMetres(act.position, home)).toBeLessThan(810);
    }
  });
});

describe("An offer", () => {
  test("is answered within five seconds, by nearly everybody with yes", () => {
    const first = Array.from({ length: 1_000 }, (_, seed) =>
      live(character(seed), offer(9001), 8).find(({ act }) => act.kind !== "report"),
    );
    const accepts = first.filter((each) => each?.act.kind === "accept");
    expect(accepts.length).toBeGreaterThan(900);
    expect(first.filter((each) => each?.act.kind === "decline").length).toBeGreaterThan(20);
    expect(first.filter((each) => each === undefined).length).toBeGreaterThan(5);
    for (const each of accepts) {
      expect(each?.second).toBeGreaterThanOrEqual(1);
      expect(each?.second).toBeLessThanOrEqual(4.1);
    }
  });

  test("at the other end of the country is declined by everybody", () => {
    const far = offer(9001, { distanceMetres: 1_262_000 });
    for (let seed = 0; seed < 50; seed++)
      expect(kinds(live(character(seed), far, 5))).toEqual(new Set(["report", "decline"]));
  });

  test("of a callout that a call walks forward is left alone", () => {
    const advanced = offer(9001, { callout: { ...work.callout, advanced: true } });
    for (let seed = 0; seed < 50; seed++)
      expect(kinds(live(character(seed), advanced, 10))).toEqual(new Set(["report"]));
  });
});

describe("Somebody who is sent", () => {
  test("drives there on a straight line, nearer with every report, and arrives within a minute", () => {
    const acts = live(character(), assignment(), 60);
    const arrived = acts.findIndex(({ act }) => act.kind === "arrive");
    expect(acts[arrived]?.second).toBeGreaterThan(10);
    const distances = acts
      .slice(0, arrived)
      .flatMap(({ act }) => (act.kind === "report" ? [distanceMetres(act.position, place)] : []));
    expect(distances.length).toBeGreaterThan(5);
    expect(distances).toEqual(distances.toSorted((one, other) => other - one));
    const last = acts.findLast(({ act }) => act.kind === "report")?.act;
    expect(last).toMatchObject({ position: place });
  });

  test("goes on from where the server saw them last, after a restart", () => {
    const position = {
      latitude: -26.12,
      longitude: 28.05,
      accuracy: null,
      recordedAt: new Date(start).toISOString(),
    };
    const known = { ...assignment(), responder: { ...free.responder, position } };
    expect(character().next(known, start)).toContainEqual({
      kind: "report",
      position: { latitude: -26.12, longitude: 28.05 },
    });
  });

  test("turns to where the person is now", () => {
    const moving = character();
    live(moving, assignment(), 5);
    const elsewhere = { latitude: -26.2, longitude: 28, accuracy: null };
    const acts = live(moving, assignment({ position: elsewhere }), 60, start + 5_000);
    expect(acts.findLast(({ act }) => act.kind === "report")?.act).toMatchObject({
      position: { latitude: -26.2 },
    });
  });

  test("is done half a minute after the arrival", () => {
    const arrivedAt = new Date(start).toISOString();
    const acts = live(character(), assignment({ state: "onScene", arrivedAt }), 31);
    expect(acts.find(({ act }) => act.kind === "complete")?.second).toBe(30);
  });

  test("neither drives nor arrives nor completes where a call walks the callout forward", () => {
    for (const state of ["assigned", "onScene"] as const) {
      const advanced = assignment({ state, callout: { ...work.callout, advanced: true } });
      const acts = live(character(), advanced, 120);
      expect(kinds(acts)).toEqual(new Set(["report"]));
      expect(new Set(acts.map(({ act }) => JSON.stringify(act))).size).toBe(1);
    }
  });
});

test("The same seed is the same day, and another speed the same day faster", () => {
  const day = (seed: number, speed: number) => live(character(seed, speed), offer(9001), 10);
  expect(day(3, 1)).toEqual(day(3, 1));
  expect(day(3, 1)).not.toEqual(day(4, 1));
  const accept = (speed: number) =>
    day(3, speed).find(({ act }) => act.kind === "accept")?.second ?? Number.NaN;
  expect(accept(10)).toBeLessThan(accept(1));
});
