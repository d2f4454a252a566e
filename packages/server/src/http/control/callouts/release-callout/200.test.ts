import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { act, raise } from "../../testing/callouts.ts";

const system = useSystem();

test("the owner gives it back, or a supervisor for them", async () => {
  const calloutId = await raise(system);
  await act(system, calloutId, "own");
  expect(await act(system, calloutId, "release")).toMatchObject({ status: 200, body: { owner: null } });
  await act(system, calloutId, "own");
  const forced = await act(system, calloutId, "release", { force: true }, "supervisor");
  expect(forced).toMatchObject({ status: 200, body: { owner: null } });
});
