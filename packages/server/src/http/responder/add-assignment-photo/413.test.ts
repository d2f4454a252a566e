import { useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { sent } from "../testing/at-work.ts";
import { imageOf } from "../testing/images.ts";

const system = useSystem();

describe("413", () => {
  test("more than 10 MiB", async () => {
    const { app, path } = await sent(system);
    const answer = await system.request({
      method: "POST",
      path: `/responder/v1${path}/photos`,
      token: await app.responder.token(),
      body: imageOf("image/png", 10 * 1024 * 1024 + 1),
      headers: { "content-type": "image/png" },
    });
    expect(answer).toMatchObject({ status: 413, headers: { "x-error-code": "body-too-large" } });
  });
});
