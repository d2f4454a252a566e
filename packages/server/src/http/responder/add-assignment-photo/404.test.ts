import { useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { free, sent } from "../testing/at-work.ts";
import { imageOf } from "../testing/images.ts";

const system = useSystem();

describe("404", () => {
  test("somebody else's assignment does not exist; nothing is kept", async () => {
    const { path } = await sent(system);
    const stranger = await free(system);
    const answer = await system.request({
      method: "POST",
      path: `/responder/v1${path}/photos`,
      token: await stranger.responder.token(),
      body: imageOf("image/png"),
      headers: { "content-type": "image/png" },
    });
    expect(answer.status).toBe(404);
    expect(await system.context.db.query({ text: "select 1 from assignment_photo" })).toEqual([]);
  });
});
