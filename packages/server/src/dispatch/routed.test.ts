import { defaultTiming, estimateEtaSeconds } from "@tocsin/domain";
import { addPlaces, raiseCommand, useSystem } from "@tocsin/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { changeCallout } from "../callouts/index.ts";
import { sendResponder } from "../control-room/index.ts";
import { setPolicy } from "../partners/index.ts";
import { addFleet, addSupplier } from "./testing/add-fleet.ts";
import { offersOf } from "./testing/look-up.ts";
import { newNode } from "./testing/new-node.ts";
import { osrmTable, type RouterStub, startRouterStub } from "./testing/router-stub.ts";

const system = useSystem();
let stub: RouterStub;
let node: Awaited<ReturnType<typeof newNode>>;
let near = 0;
let far = 0;
let sites = 0;

beforeAll(async () => {
  stub = await startRouterStub();
  const supplierId = await addSupplier(system);
  [near = 0, far = 0] = await addFleet(system, [
    { supplierId, position: { latitude: -26.101, longitude: 28.05 } },
    { supplierId, position: { latitude: -26.12, longitude: 28.05 } },
  ]);
  node = await newNode(system, { router: { kind: "osrm", url: stub.url } });
});
afterAll(async () => {
  await node.stop();
  await stub.stop();
});
beforeEach(async () => {
  stub.asked.length = 0;
  await system.context.db.query({
    text: "truncate callout, callout_event, deadline, outbox, offer, assignment, engagement, decision",
  });
});

async function raise(): Promise<number> {
  const [reference = ""] = await addPlaces(system, 1, `routed-${++sites}`);
  const outcome = await system.context.raises.raise(raiseCommand(system, reference));
  if (outcome.kind !== "raised") throw new Error("not raised");
  return outcome.callout.id;
}

const change = (calloutId: number, event: Parameters<typeof changeCallout>[1]["event"]): Promise<unknown> =>
  changeCallout(system.context, {
    customerSourceId: system.partner.customerSourceId,
    calloutId,
    timing: defaultTiming,
    event,
  });

const by = { kind: "responder", id: null, name: null } as const;

test("the quickest by road is asked, and the ETA goes with the name of who said so, to the assignment too", async () => {
  stub.answer = osrmTable([900, 240]);
  const id = await raise();
  await node.deadlines.runDue();
  const [offer] = await offersOf(system, id);
  expect(offer).toMatchObject({ responderId: far, etaSeconds: 240, etaMethod: "osrm" });
  await change(id, () => ({
    type: "offerAccepted",
    offerId: offer?.id ?? 0,
    assignmentId: 1,
    etaSeconds: null,
    by,
  }));
  const [assignment] = await system.context.db.query({
    text: "select eta_seconds, eta_method from assignment",
  });
  expect(assignment).toEqual({ eta_seconds: 240, eta_method: "osrm" });
});

test("whom the router finds no way for is estimated, and says so", async () => {
  stub.answer = osrmTable([null, 900]);
  const id = await raise();
  await node.deadlines.runDue();
  expect(await offersOf(system, id)).toMatchObject([
    { responderId: near, etaSeconds: 13, etaMethod: "estimate" },
  ]);
});

test("while the router thinks, nothing is held: the callout can be changed, and no transaction is open", async () => {
  const asked = Promise.withResolvers<void>();
  const answered = Promise.withResolvers<void>();
  stub.answer = (path, body, response) => {
    asked.resolve();
    void answered.promise.then(() => osrmTable([900, 240])(path, body, response));
  };
  const id = await raise();
  const looking = node.deadlines.runDue();
  await asked.promise;
  await change(id, () => ({ type: "commented", message: "The gate is open.", source: null, by }));
  const open = await system.context.db.query({
    text: "select 1 from pg_stat_activity where datname = current_database() and state = 'idle in transaction'",
  });
  expect(open).toEqual([]);
  answered.resolve();
  await looking;
  expect(await offersOf(system, id)).toMatchObject([{ responderId: far, etaMethod: "osrm" }]);
});

test("a router that never answers costs a moment and no offer", async () => {
  stub.answer = () => undefined;
  const id = await raise();
  await node.deadlines.runDue();
  expect(await offersOf(system, id)).toMatchObject([{ responderId: near, etaMethod: "estimate" }]);
});

test("whoever is sent by hand has the router's ETA too", async () => {
  stub.answer = osrmTable([420]);
  const id = await raise();
  const act = {
    calloutId: id,
    operator: { id: 1, name: "Control", role: "operator" },
    action: "test",
    body: {},
  } as const;
  const command = { responderId: far, instruction: null, additional: false, overrideReason: null };
  const row = await sendResponder({ ...system.context, ...node }, act, command);
  expect(row.assigned).toMatchObject([{ responderId: far, etaSeconds: 420, etaMethod: "osrm" }]);
});

describe("the router's word counts about who is too far", () => {
  const reachSeconds = 60;
  beforeAll(() => setReach({ reachSeconds }));
  afterAll(() => setReach({}));

  async function setReach(timing: object): Promise<void> {
    await setPolicy(system.context, system.partner.clientId, "timing", JSON.stringify(timing));
    system.context.partners.forget(system.partner.customerSourceId);
    node.partners.forget(system.partner.customerSourceId);
  }

  test("who is near by the crow's flight and too far by road is not asked, and the control room is told at once", async () => {
    stub.answer = osrmTable([300, 240]);
    const id = await raise();
    await node.deadlines.runDue();
    expect(await offersOf(system, id)).toEqual([]);
    const [, alarm] = await system.context.db.query<{ kind: string; body: object }>({
      text: "select kind, body from callout_event where callout_id = $1 order by sequence",
      values: [id],
    });
    expect(alarm).toMatchObject({
      kind: "unattendedAlarm",
      body: { nearestResponderId: far, nearestEtaSeconds: 240, nearestEtaMethod: "osrm", reachSeconds },
    });
  });

  test("who is too far by estimate and near enough by road is asked", async () => {
    await system.context.db.query({ text: "update responder set on_duty = (id = $1)", values: [far] });
    await node.fleet.refresh([near, far]);
    expect(estimateEtaSeconds(2_224, 1)).toBeGreaterThan(reachSeconds);
    stub.answer = osrmTable([59]);
    const id = await raise();
    await node.deadlines.runDue();
    expect(await offersOf(system, id)).toMatchObject([
      { responderId: far, etaSeconds: 59, etaMethod: "osrm" },
    ]);
    await system.context.db.query({ text: "update responder set on_duty = true" });
    await node.fleet.refresh([near, far]);
  });
});

test("a look that finds nobody asks no router", async () => {
  await raise();
  await raise();
  stub.answer = osrmTable([60, 60]);
  await node.deadlines.runDue();
  stub.asked.length = 0;
  await raise();
  await node.deadlines.runDue();
  expect(stub.asked).toEqual([]);
});
