import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { act, raise, raiseAndSend } from "../../testing/callouts.ts";

const system = useSystem();

test("nobody was sent, or it is done already: the answer says what is possible", async () => {
  const waiting = await raise(system);
  const early = await act(system, waiting, "complete");
  expect(early.status).toBe(409);
  expect(early.body.message).toMatch(
    new RegExp(`^Callout ${waiting} is awaiting \\(noResponderActive\\)\\. Possible now: .*dispatchedByHand`),
  );
  const { calloutId } = await raiseAndSend(system);
  await act(system, calloutId, "complete");
  const twice = await act(system, calloutId, "complete");
  expect(twice).toMatchObject({
    status: 409,
    body: { message: expect.stringContaining("alreadyCompleted") },
  });
});
