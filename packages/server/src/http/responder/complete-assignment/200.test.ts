import { useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { sent } from "../testing/at-work.ts";

const system = useSystem();

describe("200", () => {
  test("the responder is free again, and what was found stands in the timeline", async () => {
    const { app, callout, path } = await sent(system, "onScene");
    const answer = await app.post(`${path}/complete`, { outcome: "falseAlarm", notes: "A cat" });
    expect(answer).toMatchObject({ status: 200, body: { offer: null, assignment: null } });
    const text = "select actor, body from callout_event where callout_id = $1 and kind = 'completed'";
    expect(await system.context.db.query({ text, values: [callout.id] })).toMatchObject([
      { actor: "responder", body: { outcome: "falseAlarm", notes: "A cat" } },
    ]);
  });

  test("without a word", async () => {
    const { app, path } = await sent(system, "onScene");
    expect((await app.post(`${path}/complete`)).status).toBe(200);
  });
});
