import { useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { sent } from "../testing/at-work.ts";

const system = useSystem();

describe("400", () => {
  test("no image at all", async () => {
    const { app, path } = await sent(system);
    expect(await app.post(`${path}/photos`)).toMatchObject({
      status: 400,
      body: { errors: [{ field: "body" }] },
    });
  });
});
