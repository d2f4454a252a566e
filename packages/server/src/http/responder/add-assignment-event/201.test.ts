import { useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { sent } from "../testing/at-work.ts";

const system = useSystem();

describe("201", () => {
  test.each(["assigned", "closed"] as const)("while %s: it stands in the timeline", async (step) => {
    const { app, callout, path } = await sent(system, step);
    const answer = await app.post(`${path}/events`, { message: "The door is open. 开门" });
    expect(answer).toMatchObject({
      status: 201,
      body: {
        calloutId: callout.id,
        message: "The door is open. 开门",
        createdAt: "2026-01-15T08:00:00.000Z",
      },
    });
    const text =
      "select actor, actor_id, kind, body from callout_event where callout_id = $1 and sequence = $2";
    expect(await system.context.db.query({ text, values: [callout.id, answer.body.sequence] })).toMatchObject(
      [
        {
          actor: "responder",
          actor_id: app.responder.responderId,
          kind: "commented",
          body: { message: "The door is open. 开门" },
        },
      ],
    );
  });
});
