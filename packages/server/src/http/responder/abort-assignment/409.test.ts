import { useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { sent } from "../testing/at-work.ts";

const system = useSystem();

describe("409 says the state", () => {
  test.each(["completed"] as const)("%s", async (step) => {
    const { app, path } = await sent(system, step);
    expect(await app.post(`${path}/abort`, { reason: "flat tyre" })).toMatchObject({
      status: 409,
      headers: { "x-error-code": "assignment-state" },
      body: { message: expect.any(String), assignmentState: step },
    });
  });
});
