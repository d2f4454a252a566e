import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { act, raise } from "../../testing/callouts.ts";

const system = useSystem();

test("cancelled or closed already", async () => {
  const calloutId = await raise(system);
  await act(system, calloutId, "cancel", { reason: "A mistake." });
  const twice = await act(system, calloutId, "cancel", { reason: "A mistake." });
  expect(twice).toMatchObject({
    status: 409,
    body: { message: expect.stringContaining("alreadyCancelled") },
  });
  await act(system, calloutId, "close", { outcome: "cancelled" });
  const late = await act(system, calloutId, "cancel", { reason: "A mistake." });
  expect(late).toMatchObject({ status: 409, body: { message: expect.stringContaining("alreadyClosed") } });
});
