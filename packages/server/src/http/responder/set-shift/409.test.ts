import { useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { sent } from "../testing/at-work.ts";

const system = useSystem();

describe("409", () => {
  test.each(["assigned", "onScene"] as const)("going home while %s", async (step) => {
    const { app } = await sent(system, step);
    const answer = await app.put("/shift", { onDuty: false });
    expect(answer).toMatchObject({ status: 409, headers: { "x-error-code": "responder-assigned" } });
    expect((await app.state()).body.responder.onDuty).toBe(true);
  });
});
