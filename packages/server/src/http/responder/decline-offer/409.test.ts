import { useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { offered } from "../testing/at-work.ts";

const system = useSystem();

describe("409", () => {
  test("what was accepted can't be declined any more: abort it", async () => {
    const { app, offerId } = await offered(system);
    await app.post(`/offers/${offerId}/accept`);
    expect(await app.post(`/offers/${offerId}/decline`)).toMatchObject({
      status: 409,
      headers: { "x-error-code": "offer-over" },
      body: { offerState: "accepted" },
    });
    expect((await app.state()).body.assignment.state).toBe("assigned");
  });
});
