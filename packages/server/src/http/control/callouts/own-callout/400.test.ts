import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { act, raise } from "../../testing/callouts.ts";

const system = useSystem();

test("force is true or false", async () => {
  const answer = await act(system, await raise(system), "own", { force: "yes" });
  expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: "force" }] } });
});
