import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { act, raise } from "../../testing/callouts.ts";

const system = useSystem();

test("what it is, confirmed; what is known to be a test goes to the end of the queue", async () => {
  const calloutId = await raise(system, { responseTypeId: 2, calloutClassificationId: 3 });
  const real = await act(system, calloutId, "verify", { classificationId: 1 });
  expect(real).toMatchObject({
    status: 200,
    body: { classification: { id: 1, value: "REAL", verified: true }, priority: 1 },
  });
  const drill = await act(system, calloutId, "verify", { classificationId: 2 });
  expect(drill.body).toMatchObject({ classification: { value: "TEST", verified: true }, priority: 5 });
});
