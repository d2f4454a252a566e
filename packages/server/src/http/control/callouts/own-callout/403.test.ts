import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { act, raise } from "../../testing/callouts.ts";

const system = useSystem();

test("an operator forces nothing", async () => {
  const calloutId = await raise(system);
  await act(system, calloutId, "own", undefined, "supervisor");
  const answer = await act(system, calloutId, "own", { force: true });
  expect(answer).toMatchObject({
    status: 403,
    body: { message: "force takes the role supervisor; yours is operator." },
  });
});
