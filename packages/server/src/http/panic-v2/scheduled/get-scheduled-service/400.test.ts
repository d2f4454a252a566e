import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { read } from "../testing/schedule.ts";

const system = useSystem();

test.each(["1", "guarding", "a1b2c3d4-e5f6-7890-ab12-cd34ef56789", "a1b2c3d4e5f67890ab12cd34ef567890"])(
  "%s is no UUID",
  async (id) => {
    expect(await read(system, id)).toMatchObject({
      status: 400,
      body: { errors: [{ field: "scheduledRequestId" }] },
    });
  },
);
