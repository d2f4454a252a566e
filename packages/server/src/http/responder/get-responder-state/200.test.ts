import { addCustomers, addResponders, bringTo, happen, raiseCallout, useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { appOf, free, offered } from "../testing/at-work.ts";

const system = useSystem();

describe("200", () => {
  test("nothing to do: only oneself", async () => {
    const app = await free(system);
    expect(await app.state()).toMatchObject({
      status: 200,
      body: { responder: { id: app.responder.responderId, onDuty: true }, offer: null, assignment: null },
    });
  });

  test("an offer, with all one needs to decide", async () => {
    const { app, callout, offerId } = await offered(system);
    const { body } = await app.state();
    const now = system.clock.now();
    expect(body.assignment).toBeNull();
    expect(body.offer).toEqual({
      id: offerId,
      callout: {
        id: callout.id,
        customerSource: { id: system.partner.customerSourceId, name: "Acme Stores" },
        status: "created",
        responseType: { id: 1, value: "SECURITY", description: "Security response" },
        classification: { id: 1, value: "REAL" },
        internalTest: false,
        duress: false,
        advanced: false,
        raisedAt: now.toString({ fractionalSecondDigits: 3 }),
      },
      position: { latitude: -26.1, longitude: 28.05, accuracy: null },
      site: {
        name: expect.stringMatching(/^place-/),
        address: null,
        additionalInformation: null,
        w3w: null,
      },
      customer: null,
      etaSeconds: 240,
      etaMethod: "estimate",
      distanceMetres: 1800,
      offeredAt: now.toString({ fractionalSecondDigits: 3 }),
      expiresAt: now.add({ seconds: 20 }).toString({ fractionalSecondDigits: 3 }),
    });
  });

  test("an assignment, with the site, the customer, the status and a controller's words", async () => {
    const [customerId = 0] = await addCustomers(system, 1);
    const callout = await raiseCallout(system, { customerId });
    await system.context.db.query({
      text: `update fixed_location set location_description = 'Main gate', formatted_address = '1 Long Street',
        location_additional_information = 'Dogs', w3w = 'a.b.c' where customer_id = $1`,
      values: [customerId],
    });
    const app = await free(system);
    const assignmentId = await bringTo(system, callout, "onScene", app.responder);
    await system.context.db.query({
      text: "update assignment set instruction = 'Use the back door', eta_method = 'osrm'",
    });
    const { body } = await app.state();
    expect(body.offer).toBeNull();
    expect(body.assignment).toMatchObject({
      id: assignmentId,
      state: "onScene",
      byHand: false,
      instruction: "Use the back door",
      callout: { id: callout.id, status: "Responder Arrived" },
      site: { name: "Main gate", address: "1 Long Street", additionalInformation: "Dogs", w3w: "a.b.c" },
      customer: { name: "Customer", surname: "1", mobile: null },
      etaSeconds: 240,
      etaMethod: "osrm",
      arrivedAt: system.clock.now().toString({ fractionalSecondDigits: 3 }),
    });
  });

  test("duress: whoever goes must know", async () => {
    const { app, callout } = await offered(system);
    const by = { kind: "customer", id: 1, name: null } as const;
    await happen(system, callout, { type: "cancelled", kind: "duress", reason: null, by });
    expect((await app.state()).body.offer.callout).toMatchObject({ duress: true, status: "created" });
  });

  test("what is over is nothing to do", async () => {
    const { app, callout } = await offered(system);
    await happen(system, callout, { type: "dismissed", by: { kind: "integrator", id: 1, name: "acme" } });
    expect((await app.state()).body).toMatchObject({ offer: null, assignment: null });
  });

  test("a shift whose time is over has ended", async () => {
    const [one] = await addResponders(system, 1);
    if (!one) throw new Error("no responder was made");
    const app = await appOf(system, one);
    const until = system.clock.now().add({ minutes: 30 }).toString();
    expect((await app.put("/shift", { onDuty: true, until })).body.responder).toMatchObject({ onDuty: true });
    system.clock.advance({ minutes: 30 });
    expect((await app.state()).body.responder).toMatchObject({ onDuty: false, dutyUntil: null });
  });
});
