import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { callOff, scheduled } from "../testing/schedule.ts";

const system = useSystem();
const never = "a1b2c3d4-e5f6-4890-ab12-cd34ef567890";

test("another tenant's schedule is as absent as one that never was, and stays as it is", async () => {
  const theirs = await scheduled(system, { partner: system.otherPartner });
  for (const id of [theirs, never])
    expect(await callOff(system, id)).toMatchObject({
      status: 404,
      body: { message: `Scheduled service ${id} was not found.` },
    });
  const [row] = await system.context.db.query({ text: "select cancelled_at from scheduled_request" });
  expect(row).toEqual({ cancelled_at: null });
});
