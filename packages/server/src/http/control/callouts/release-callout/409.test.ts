import { addOperator, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { act, raise } from "../../testing/callouts.ts";

const system = useSystem();

test("another has it: the answer says who; or nobody has", async () => {
  const calloutId = await raise(system);
  const none = await act(system, calloutId, "release");
  expect(none).toMatchObject({ status: 409, body: { message: expect.stringContaining("notOwned") } });
  const owner = await addOperator(system);
  await act(system, calloutId, "own", undefined, { token: await owner.token() });
  const another = await act(system, calloutId, "release");
  expect(another).toMatchObject({ status: 409, body: { message: expect.stringContaining(owner.name) } });
});
