import { createHash } from "node:crypto";
import { useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { sent } from "../testing/at-work.ts";
import { imageOf } from "../testing/images.ts";

const system = useSystem();
const send = async ({ app, path }: Awaited<ReturnType<typeof sent>>, body: Buffer, type: string) =>
  system.request({
    method: "POST",
    path: `/responder/v1${path}/photos`,
    token: await app.responder.token(),
    body,
    headers: { "content-type": type },
  });

describe("201", () => {
  test.each(["image/png", "image/jpeg", "image/webp"] as const)(
    "%s is kept byte for byte, and its hash stands in the timeline",
    async (mediaType) => {
      const story = await sent(system, "onScene");
      const image = imageOf(mediaType);
      const sha256 = createHash("sha256").update(image).digest("hex");
      const { status, body } = await send(story, image, mediaType);
      expect(status).toBe(201);
      expect(body).toEqual({
        id: expect.any(Number),
        assignmentId: story.assignmentId,
        mediaType,
        bytes: 64,
        sha256,
        createdAt: "2026-01-15T08:00:00.000Z",
      });
      const { db } = system.context;
      const photo = {
        text: "select media_type, image, callout_id from assignment_photo where id = $1",
        values: [body.id],
      };
      expect(await db.query(photo)).toEqual([{ media_type: mediaType, image, callout_id: story.callout.id }]);
      const remark = {
        text: "select 1 from callout_event where callout_id = $1 and kind = 'commented' and body ->> 'message' like $2",
        values: [story.callout.id, `%${sha256}%`],
      };
      expect(await db.query(remark)).toHaveLength(1);
    },
  );

  test("what it is counts, not what it is called", async () => {
    const { body } = await send(await sent(system), imageOf("image/jpeg"), "image/png");
    expect(body.mediaType).toBe("image/jpeg");
  });

  test("10 MiB are not too much", async () => {
    const { status } = await send(await sent(system), imageOf("image/jpeg", 10 * 1024 * 1024), "image/jpeg");
    expect(status).toBe(201);
  });
});
