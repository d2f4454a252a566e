import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test("every bad member is named at once; the rest is as for the update that answers a message", async () => {
  const path = "/panic-api/v2/callouts/abc/updateLocationAndReturnCallout";
  const body = { latitude: "1", longitude: 181, accuracy: "far" };
  const answer = await system.request({ method: "POST", path, body });
  expect(answer.status).toBe(400);
  expect(answer.body.errors.map((each: { field: string }) => each.field)).toEqual([
    "calloutId",
    "latitude",
    "longitude",
    "accuracy",
  ]);
});
