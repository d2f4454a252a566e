import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { act, raiseAndSend } from "../../testing/callouts.ts";

const system = useSystem();

test("notes are text", async () => {
  const { calloutId } = await raiseAndSend(system);
  const answer = await act(system, calloutId, "complete", { notes: 7 });
  expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: "notes" }] } });
});
