import { useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { offered } from "../testing/at-work.ts";

const system = useSystem();

describe("200", () => {
  test("the assignment; and the same again when it is said twice", async () => {
    const { app, callout, offerId } = await offered(system);
    const answer = await app.post(`/offers/${offerId}/accept`);
    expect(answer).toMatchObject({
      status: 200,
      body: {
        offer: null,
        assignment: { state: "assigned", callout: { id: callout.id, status: "Responder Dispatched" } },
      },
    });
    const again = await app.post(`/offers/${offerId}/accept`, {});
    expect(again).toMatchObject({ status: 200, body: answer.body });
  });

  test("said again after the work is done, too", async () => {
    const { app, offerId } = await offered(system);
    const { body } = await app.post(`/offers/${offerId}/accept`);
    await app.post(`/assignments/${body.assignment.id}/abort`, { reason: "flat tyre" });
    expect(await app.post(`/offers/${offerId}/accept`)).toMatchObject({
      status: 200,
      body: { assignment: null },
    });
  });
});
