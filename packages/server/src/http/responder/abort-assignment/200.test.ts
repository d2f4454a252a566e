import { useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { sent } from "../testing/at-work.ts";

const system = useSystem();

describe("200", () => {
  test.each(["assigned", "onScene"] as const)(
    "while %s: the callout waits for another at once",
    async (step) => {
      const { app, callout, path } = await sent(system, step);
      const answer = await app.post(`${path}/abort`, { reason: "flat tyre" });
      expect(answer).toMatchObject({ status: 200, body: { assignment: null } });
      const read = await system.request({ method: "GET", path: `/panic-api/v2/callouts/${callout.id}` });
      expect(read.body.status).toBe("created");
    },
  );
});
