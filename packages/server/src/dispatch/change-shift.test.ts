import { offerTo, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { acceptOffer } from "./answer-offer.ts";
import { changeShift } from "./change-shift.ts";
import { inOrder, selfOf, statesOf } from "./testing/at-once.ts";

const system = useSystem();
const home = { onDuty: false, until: null };

async function offered() {
  const { callout, asked } = await offerTo(system);
  const [one] = asked;
  const self = selfOf(system, one);
  const goHome = () => changeShift(system.context, self, home);
  const accept = () => acceptOffer(system.context, self, one.offerId);
  const onDuty = () => system.context.fleet.find(one.responderId)?.responder.onDuty;
  return { callout, one, self, goHome, accept, onDuty };
}

test("Whoever goes home declines what is offered just now: the next one is asked at once", async () => {
  const { callout, goHome, onDuty } = await offered();
  await goHome();
  expect(onDuty()).toBe(false);
  expect(await statesOf(system, callout)).toMatchObject({ phase: "awaiting", offers: ["declined"] });
});

test("Whoever is assigned can't go home, but may stay longer", async () => {
  const { one, self, goHome, accept, onDuty } = await offered();
  await accept();
  await expect(goHome()).rejects.toMatchObject({ status: 409, code: "responder-assigned" });
  expect(onDuty()).toBe(true);
  const until = system.clock.now().add({ hours: 2 });
  await changeShift(system.context, self, { onDuty: true, until });
  expect(system.context.fleet.find(one.responderId)?.responder.dutyUntil).toEqual(until);
});

test("A shift can't end before it begins", async () => {
  const { self } = await offered();
  const shift = { onDuty: true, until: system.clock.now() };
  await expect(changeShift(system.context, self, shift)).rejects.toMatchObject({
    code: "invalid-request",
    fields: [{ field: "until" }],
  });
});

test("Accepting just before going home: assigned, and the shift goes on", async () => {
  const { callout, goHome, accept, onDuty } = await offered();
  expect(await inOrder(system, callout, [accept, goHome])).toMatchObject([
    { status: "fulfilled" },
    { status: "rejected", reason: { code: "responder-assigned" } },
  ]);
  expect(onDuty()).toBe(true);
});

test("Going home just before accepting: too late to accept", async () => {
  const { callout, goHome, accept, onDuty } = await offered();
  expect(await inOrder(system, callout, [goHome, accept])).toMatchObject([
    { status: "fulfilled" },
    { status: "rejected", reason: { code: "offer-over", members: { offerState: "declined" } } },
  ]);
  expect(onDuty()).toBe(false);
});

test("Each change of a shift stands in the audit", async () => {
  const { one, goHome } = await offered();
  await goHome();
  const text = `select actor_kind, action, body from audit_entry where subject_id = $1 and subject_kind = 'responder'
    order by id desc limit 1`;
  expect(await system.context.db.query({ text, values: [one.responderId] })).toEqual([
    { actor_kind: "responder", action: "set-shift", body: { onDuty: false, until: null } },
  ]);
});
