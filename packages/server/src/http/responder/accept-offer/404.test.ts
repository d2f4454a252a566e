import { useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { free, offered } from "../testing/at-work.ts";

const system = useSystem();
const notFound = { status: 404, headers: { "x-error-code": "not-found" } };

describe("404", () => {
  test("somebody else's offer does not exist, nor does one that never was", async () => {
    const { offerId } = await offered(system);
    const stranger = await free(system);
    for (const id of [offerId, 1])
      expect(await stranger.post(`/offers/${id}/accept`)).toMatchObject(notFound);
  });
});
