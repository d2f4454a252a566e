import { raiseCallout, useSystem } from "@tocsin/testkit";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { addFleet, addSupplier } from "../testing/add-fleet.ts";
import { newNode } from "../testing/new-node.ts";
import { osrmTable, type RouterStub, startRouterStub } from "../testing/router-stub.ts";
import { type CalloutExplanation, explainCallout } from "./explain-callout.ts";

const system = useSystem();
let stub: RouterStub;
let node: Awaited<ReturnType<typeof newNode>>;
let fleet: readonly number[] = [];
let calloutId = 0;

beforeAll(async () => {
  stub = await startRouterStub();
  const supplierId = await addSupplier(system);
  const north = (steps: number) => ({ latitude: -26.1 + steps * 0.01, longitude: 28.05 });
  fleet = await addFleet(system, [
    { supplierId, position: north(1) },
    { supplierId, position: north(2) },
    { supplierId, position: north(0), onDuty: false },
  ]);
  node = await newNode(system, { router: { kind: "osrm", url: stub.url } });
});
afterAll(async () => {
  await node.stop();
  await stub.stop();
});
beforeEach(async () => {
  await system.context.db.query({
    text: "truncate callout, callout_event, deadline, outbox, offer, engagement, decision",
  });
  stub.answer = osrmTable([600, null]);
  calloutId = (await raiseCallout(system)).id;
  await node.deadlines.runDue();
});

async function explain(): Promise<CalloutExplanation | undefined> {
  return (await explainCallout(system.context.db, calloutId))[0];
}

test("each decision has who was ranked and why, with the method of each ETA, and what it led to", async () => {
  const [near, far, offDuty] = fleet;
  expect(await explain()).toMatchObject({
    calloutId,
    clientId: "acme",
    phase: "offering",
    decisions: [
      {
        sequence: 2,
        entries: [{ kind: "offered", body: { responderId: far, etaMethod: "estimate" } }],
        ranking: [
          { responderId: far, unfit: [], etaMethod: "estimate" },
          { responderId: near, unfit: [], etaSeconds: 600, etaMethod: "osrm" },
          { responderId: offDuty, unfit: ["offDuty"] },
        ],
        replay: { kind: "same" },
      },
    ],
  });
});

test("there is an explanation for no callout that does not exist", async () => {
  expect(await explainCallout(system.context.db, 1)).toEqual([]);
});

test.each([
  ["a changed ETA", "ranking = jsonb_set(ranking, '{0,etaSeconds}', '1')"],
  ["a changed order", "ranking = jsonb_build_array(ranking->1, ranking->0, ranking->2)"],
  ["somebody who was off duty all along", "inputs = jsonb_set(inputs, '{members,0,onDuty}', 'false')"],
  ["somebody taken out", "inputs = jsonb_set(inputs, '{members}', (inputs->'members') - 0)"],
  ["another answer of the router", "inputs = jsonb_set(inputs, '{eta,routedSeconds}', '{}')"],
])("tampered with: %s makes the replay differ", async (_what, change) => {
  await system.context.db.query({ text: `update decision set ${change}` });
  expect((await explain())?.decisions).toMatchObject([{ replay: { kind: "differs" } }]);
});

test.each([
  ["a time that is none", "inputs = jsonb_set(inputs, '{query,now}', '\"yesterday\"')"],
  ["no members", "inputs = inputs - 'members'"],
])("tampered with: %s makes it impossible to rank again, and that is said", async (_what, change) => {
  await system.context.db.query({ text: `update decision set ${change}` });
  expect((await explain())?.decisions).toMatchObject([{ replay: { kind: "impossible" } }]);
});
