import { addResponder, bringTo, fixAt, happen, nextId, raiseCallout, useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { loadReport } from "./index.ts";

const system = useSystem();
const duty = { kind: "controller", id: 301, name: "Duty" } as const;

async function load(calloutId: number) {
  const partner = await system.context.partners.find(system.partner.customerSourceId);
  if (!partner) throw new Error("no partner");
  const report = await loadReport(system.context, partner, calloutId);
  if (!report) throw new Error("no report");
  return report;
}

const move = (latitude: number) =>
  ({ type: "moved", position: { latitude, longitude: 28, accuracy: null }, by: duty }) as const;
const close = { type: "closed", outcome: "attended", notes: null, by: duty } as const;

describe("where help was wanted", () => {
  test("nobody moved: the place, and no earlier one", async () => {
    const callout = await raiseCallout(system);
    await happen(system, callout, close);
    const { place, earlierPlaces } = await load(callout.id);
    expect({ place, earlierPlaces }).toEqual({
      place: { latitude: -26.1, longitude: 28.05, accuracy: null },
      earlierPlaces: [],
    });
  });

  test("every place before the last, from the site on", async () => {
    const callout = await raiseCallout(system);
    for (const latitude of [-26.2, -26.3]) await happen(system, callout, move(latitude));
    await happen(system, callout, close);
    const { place, earlierPlaces } = await load(callout.id);
    expect(place).toMatchObject({ latitude: -26.3 });
    expect(earlierPlaces).toEqual([
      { latitude: -26.1, longitude: 28.05 },
      { latitude: -26.2, longitude: 28 },
    ]);
  });
});

test("a track is of the time on this callout, in the order of time, for each responder their own", async () => {
  const callout = await raiseCallout(system);
  const [one, other] = [await addResponder(system), await addResponder(system)];
  const drive = async ({ responderId }: typeof one, latitude: number): Promise<void> => {
    system.clock.advance({ seconds: 10 });
    const { fleet } = system.context;
    fleet.record(responderId, [fixAt({ latitude, longitude: 28.05 }, system.clock.now())]);
    await fleet.flush();
  };
  await drive(one, -26.5);
  system.clock.advance({ seconds: 1 });
  const assignmentId = await bringTo(system, callout, "assigned", one);
  await drive(one, -26.4);
  await drive(one, -26.3);
  await happen(system, callout, {
    type: "dispatchedByHand",
    assignmentId: await nextId(system, "assignment_id"),
    responderId: other.responderId,
    etaSeconds: null,
    instruction: null,
    additional: true,
    unfit: [],
    overrideReason: null,
    by: duty,
  });
  await drive(other, -26.2);
  await happen(system, callout, { type: "aborted", assignmentId, reason: "Flat tyre", by: duty });
  await drive(one, -26.9);
  await happen(system, callout, {
    type: "completed",
    assignmentId: null,
    outcome: null,
    notes: null,
    by: duty,
  });
  await happen(system, callout, close);
  const { responders } = await load(callout.id);
  expect(responders.map(({ state, track }) => [state, track.map(({ latitude }) => latitude)])).toEqual([
    ["aborted", [-26.4, -26.3]],
    ["completed", [-26.2]],
  ]);
});

test("the report of a callout under duress tells the partner what is true", async () => {
  const callout = await raiseCallout(system);
  const responder = await addResponder(system);
  const by = { kind: "customer", id: null, name: null } as const;
  await happen(system, callout, { type: "cancelled", kind: "duress", reason: null, by });
  await bringTo(system, callout, "closed", responder);
  const { outcome, responders, timeline } = await load(callout.id);
  expect(outcome).toBe("attended");
  expect(responders).toHaveLength(1);
  expect(timeline.map(({ text }) => text).join()).toContain("under duress");
});

test("customer, place and zone are named; the house account is nobody", async () => {
  const callout = await raiseCallout(system);
  await happen(system, callout, close);
  expect(await load(callout.id)).toMatchObject({
    customerSourceName: "Acme Stores",
    customerName: null,
    site: { name: callout.reference, address: null, externalReferenceId: callout.reference },
    timeZone: "Africa/Johannesburg",
    responseType: "Security response",
    classification: "REAL",
  });
});
