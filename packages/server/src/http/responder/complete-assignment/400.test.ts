import { useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { sent } from "../testing/at-work.ts";

const system = useSystem();

describe("400", () => {
  test("each bad member is named, and nothing happens", async () => {
    const { app, path } = await sent(system, "onScene");
    const answer = await app.post(`${path}/complete`, { notes: 5, outcome: "x".repeat(201) });
    expect(answer).toMatchObject({
      status: 400,
      body: { errors: [{ field: "notes" }, { field: "outcome" }] },
    });
    expect((await app.state()).body.assignment.state).toBe("onScene");
  });
});
