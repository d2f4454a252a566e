import { addResponders, raiseCallout, type TestCallout, type TestResponse, useSystem } from "@tocsin/testkit";
import { beforeEach, describe, expect, test } from "vitest";

const system = useSystem({ demo: true });

async function advance({ id }: Pick<TestCallout, "id">, body: object): Promise<TestResponse> {
  const token = await system.operatorToken();
  return system.request({
    method: "POST",
    path: `/control/v1/simulator/callouts/${id}/advance`,
    token,
    body,
  });
}

async function kindsOf({ id }: TestCallout): Promise<{ kind: string; actor: string }[]> {
  return system.context.db.query({
    text: "select kind, actor from callout_event where callout_id = $1 order by sequence",
    values: [id],
  });
}

async function noticesOf({ id }: TestCallout): Promise<string[]> {
  const rows = await system.context.db.query<{ event: string }>({
    text: "select event from outbox where callout_id = $1 order by id",
    values: [id],
  });
  return rows.map(({ event }) => event);
}

const wholeWay = [
  { kind: "raised", actor: "integrator" },
  { kind: "offered", actor: "system" },
  { kind: "offerAccepted", actor: "responder" },
  { kind: "arrived", actor: "responder" },
  { kind: "completed", actor: "responder" },
  { kind: "closed", actor: "controller" },
];

beforeEach(async () => {
  await addResponders(system, 1);
});

describe("A callout that waits", () => {
  test("goes the whole way through every step in order", async () => {
    const callout = await raiseCallout(system);
    const { status, body } = await advance(callout, { to: "closed" });
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: callout.id, state: "closed", closedOutcome: "attended" });
    expect(await kindsOf(callout)).toEqual(wholeWay);
  });

  test("stops at each step that is asked for, and stays where it is when it is further", async () => {
    const callout = await raiseCallout(system);
    const states = { dispatched: "assigned", arrived: "onScene", completed: "completed", closed: "closed" };
    for (const [to, state] of Object.entries(states)) {
      expect((await advance(callout, { to })).body.state).toBe(state);
      const before = await kindsOf(callout);
      expect(await advance(callout, { to: "dispatched" })).toMatchObject({ status: 200, body: { state } });
      expect(await kindsOf(callout)).toEqual(before);
    }
    expect(await kindsOf(callout)).toEqual(wholeWay);
  });
});

test("An offer that is out is accepted, and nobody else is asked", async () => {
  const callout = await raiseCallout(system);
  await system.drain();
  expect((await kindsOf(callout)).map(({ kind }) => kind)).toEqual(["raised", "offered"]);
  const { body } = await advance(callout, { to: "dispatched" });
  expect(body.assigned).toHaveLength(1);
  expect((await kindsOf(callout)).map(({ kind }) => kind)).toEqual(["raised", "offered", "offerAccepted"]);
});

test("Whoever is on the way already is the one who arrives", async () => {
  const [near] = await addResponders(system, 1, { near: { latitude: -26.5, longitude: 28.5 } });
  const callout = await raiseCallout(system);
  const token = await system.operatorToken();
  const path = `/control/v1/callouts/${callout.id}/dispatch`;
  await system.request({ method: "POST", path, token, body: { responderId: near?.responderId } });
  const { body } = await advance(callout, { to: "arrived" });
  expect(body.assigned).toEqual([
    expect.objectContaining({ responderId: near?.responderId, state: "onScene" }),
  ]);
});

test("The responder's app shows that a call walks the callout forward", async () => {
  const [responder] = await addResponders(system, 1, { near: { latitude: -26.0999, longitude: 28.05 } });
  const callout = await raiseCallout(system);
  await system.drain();
  const shown = async () => {
    const { responderId } = (await advance(callout, { to: "dispatched" })).body.assigned[0];
    const token = (await system.context.sessions.issue({ kind: "responder", subjectId: responderId })).token;
    return system.request({ method: "GET", path: "/responder/v1/state", token });
  };
  expect(responder).toBeDefined();
  expect((await shown()).body.assignment.callout.advanced).toBe(true);
});

test("With webhooks off the partner is told nothing of it, and of what was before all the same", async () => {
  const [silent, loud] = [await raiseCallout(system), await raiseCallout(system)];
  const before = await noticesOf(silent);
  await advance(silent, { to: "closed", webhooks: false });
  expect(await noticesOf(silent)).toEqual(before);
  await advance(loud, { to: "closed" });
  expect((await noticesOf(loud)).length).toBeGreaterThan(before.length);
  expect(await noticesOf(loud)).toContain("CALLOUT_CLOSED");
});

test("A cancelled callout can be closed", async () => {
  const callout = await raiseCallout(system);
  const token = await system.operatorToken();
  const path = `/control/v1/callouts/${callout.id}/cancel`;
  await system.request({ method: "POST", path, token, body: { reason: "false alarm" } });
  expect((await advance(callout, { to: "closed" })).body).toMatchObject({
    state: "closed",
    closedOutcome: "cancelled",
  });
});

test("Who asked for it stands in the audit", async () => {
  const callout = await raiseCallout(system);
  await advance(callout, { to: "arrived", webhooks: false });
  const rows = await system.context.db.query({
    text: "select actor_kind, action, body from audit_entry where subject_id = $1 and subject_kind = 'callout'",
    values: [callout.id],
  });
  expect(rows).toEqual([
    { actor_kind: "operator", action: "advance-callout", body: { to: "arrived", webhooks: false } },
  ]);
});
