import { useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { offered } from "../testing/at-work.ts";

const system = useSystem();

describe("400", () => {
  test.each([{ reason: 5 }, { reason: "x".repeat(501) }, { reason: "a\0b" }])(
    "a reason that is none: %#",
    async (body) => {
      const { app, offerId } = await offered(system);
      const answer = await app.post(`/offers/${offerId}/decline`, body);
      expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: "reason" }] } });
      expect((await app.state()).body.offer.id).toBe(offerId);
    },
  );
});
