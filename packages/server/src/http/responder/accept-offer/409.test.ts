import { happen, raiseCallout, useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { appOf, offered } from "../testing/at-work.ts";

const system = useSystem();
const offerOver = (offerState: string) => ({
  status: 409,
  headers: { "x-error-code": "offer-over" },
  body: { message: expect.any(String), offerState },
});

describe("409 says how the offer ended", () => {
  test("timed out", async () => {
    const { app, callout, offerId } = await offered(system);
    system.clock.advance({ seconds: 20 });
    await happen(system, callout, { type: "deadlineDue", kind: "offerExpiry" });
    expect(await app.post(`/offers/${offerId}/accept`)).toMatchObject(offerOver("expired"));
  });

  test("another was quicker", async () => {
    const { app, asked, offerId } = await offered(system, 3);
    const quicker = asked[1];
    if (!quicker) throw new Error("nobody else was asked");
    await (await appOf(system, quicker)).post(`/offers/${quicker.offerId}/accept`);
    expect(await app.post(`/offers/${offerId}/accept`)).toMatchObject(offerOver("withdrawn"));
  });

  test("declined before", async () => {
    const { app, offerId } = await offered(system);
    await app.post(`/offers/${offerId}/decline`);
    expect(await app.post(`/offers/${offerId}/accept`)).toMatchObject(offerOver("declined"));
  });

  test("still open, but the responder was sent elsewhere by hand", async () => {
    const { app, offerId } = await offered(system);
    const elsewhere = await raiseCallout(system);
    const { responderId } = app.responder;
    await happen(system, elsewhere, {
      type: "dispatchedByHand",
      responderId,
      assignmentId: 77,
      etaSeconds: null,
      instruction: null,
      additional: false,
      unfit: [],
      overrideReason: null,
      by: { kind: "controller", id: 301, name: "Duty" },
    });
    expect(await app.post(`/offers/${offerId}/accept`)).toMatchObject({
      status: 409,
      headers: { "x-error-code": "responder-assigned" },
      body: { offerState: "live" },
    });
  });
});
