import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { act, raise } from "../../testing/callouts.ts";

const system = useSystem();

test("takes a reason", async () => {
  const answer = await act(system, await raise(system), "clear-duress", {});
  expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: "reason" }] } });
});
