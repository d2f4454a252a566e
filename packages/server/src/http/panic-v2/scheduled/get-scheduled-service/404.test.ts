import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { read, scheduled } from "../testing/schedule.ts";

const system = useSystem();
const never = "a1b2c3d4-e5f6-4890-ab12-cd34ef567890";

test("another tenant's schedule is as absent as one that never was", async () => {
  const theirs = await scheduled(system, { partner: system.otherPartner });
  for (const id of [theirs, never])
    expect(await read(system, id)).toMatchObject({
      status: 404,
      body: { message: `Scheduled service ${id} was not found.` },
    });
});
