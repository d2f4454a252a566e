import { useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { offered } from "../testing/at-work.ts";

const system = useSystem();

describe("200", () => {
  test.each([undefined, {}, { reason: "flat tyre" }, { reason: "" }])("with %j; and again", async (body) => {
    const { app, offerId } = await offered(system);
    for (let time = 0; time < 2; time++) {
      expect(await app.post(`/offers/${offerId}/decline`, body)).toMatchObject({
        status: 200,
        body: { offer: null, assignment: null },
      });
    }
  });
});
