import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test.each(["%20", "%00", "x".repeat(65)])("%s is no serial", async (name) => {
  const answer = await system.request({ method: "DELETE", path: `/panic-api/v2/devices/${name}` });
  expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: "deviceId" }] } });
});
