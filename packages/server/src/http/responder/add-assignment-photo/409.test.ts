import { useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { sent } from "../testing/at-work.ts";
import { imageOf } from "../testing/images.ts";

const system = useSystem();

describe("409", () => {
  test("fifty photos are the most", async () => {
    const { app, callout, assignmentId, path } = await sent(system);
    await system.context.db.query({
      text: `insert into assignment_photo (customer_source_id, callout_id, assignment_id, media_type, image, created_at)
        select $1, $2, $3, 'image/png', '', now() from generate_series(1, 49)`,
      values: [system.partner.customerSourceId, callout.id, assignmentId],
    });
    const token = await app.responder.token();
    const send = () =>
      system.request({
        method: "POST",
        path: `/responder/v1${path}/photos`,
        token,
        body: imageOf("image/png"),
        headers: { "content-type": "image/png" },
      });
    expect((await send()).status).toBe(201);
    expect(await send()).toMatchObject({ status: 409, headers: { "x-error-code": "too-many-photos" } });
  });
});
