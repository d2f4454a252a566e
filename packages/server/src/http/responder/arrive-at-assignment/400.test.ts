import { useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { sent } from "../testing/at-work.ts";

const system = useSystem();

describe("400", () => {
  test.each([
    [{ position: { latitude: 91, longitude: 0 } }, "position.latitude"],
    [{ position: { latitude: "1", longitude: 0 } }, "position.latitude"],
    [{ position: { latitude: 1 } }, "position.longitude"],
  ])("%j", async (body, field) => {
    const { app, path } = await sent(system);
    expect(await app.post(`${path}/arrive`, body)).toMatchObject({
      status: 400,
      body: { errors: [{ field }] },
    });
  });
});
