import { useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { sent } from "../testing/at-work.ts";
import { imageOf } from "../testing/images.ts";

const system = useSystem();

describe("415", () => {
  test.each([
    ["a document that is called an image", "image/png", Buffer.from("%PDF-1.7")],
    ["a script that is called an image", "image/jpeg", Buffer.from("<script>alert(1)</script>")],
    ["an empty image", "image/png", Buffer.from([0x89])],
    ["an image of another kind", "image/heic", imageOf("image/png")],
    ["JSON", "application/json", Buffer.from("{}")],
    ["a form", "multipart/form-data; boundary=x", Buffer.from("--x--")],
  ])("%s", async (_title, type, body) => {
    const { app, path } = await sent(system);
    const answer = await system.request({
      method: "POST",
      path: `/responder/v1${path}/photos`,
      token: await app.responder.token(),
      body,
      headers: { "content-type": type },
    });
    expect(answer).toMatchObject({ status: 415, headers: { "x-error-code": "unsupported-media-type" } });
    expect(answer.body.message).toContain("image/png");
  });
});
