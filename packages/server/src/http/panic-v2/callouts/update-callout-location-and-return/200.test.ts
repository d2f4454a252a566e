import { raiseCallout, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test("the callout as it is now: flat, and nested under callout", async () => {
  const { id } = await raiseCallout(system);
  const path = `/panic-api/v2/callouts/${id}/updateLocationAndReturnCallout`;
  const body = { calloutId: 7, latitude: -33.9249, longitude: 18.4241, accuracy: 10 };
  const answer = await system.request({ method: "POST", path, body });
  const read = await system.request({ method: "GET", path: `/panic-api/v2/callouts/${id}` });
  expect(answer.status).toBe(200);
  expect(answer.body).toEqual({ ...read.body, message: "Request completed successfully." });
  expect(answer.body).toMatchObject({ id, latitude: -33.9249, longitude: 18.4241 });
});
