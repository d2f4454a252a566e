import { addOperator, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { act, raise } from "../../testing/callouts.ts";

const system = useSystem();

test("an operator takes nothing out of another's hands", async () => {
  const calloutId = await raise(system);
  await act(system, calloutId, "own", undefined, { token: await (await addOperator(system)).token() });
  expect((await act(system, calloutId, "release", { force: true })).status).toBe(403);
});
