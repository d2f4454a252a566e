import { useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { sent } from "../testing/at-work.ts";

const system = useSystem();

describe("200", () => {
  test.each([undefined, {}, { position: { latitude: -26.1, longitude: 28.05 } }, { position: null }])(
    "with %j",
    async (body) => {
      const { app, path } = await sent(system);
      const answer = await app.post(`${path}/arrive`, body);
      expect(answer).toMatchObject({
        status: 200,
        body: { assignment: { state: "onScene", arrivedAt: "2026-01-15T08:00:00.000Z" } },
      });
    },
  );
});
